// `npm run test:node [part of a name …]`: the tests that run in Node. They look at dist/, so it must be built.
// Lists the files itself: Node 20 takes a folder and later ones a pattern, but none takes both.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT, run } from "./lib/process.mjs";

const [options, filters] = [true, false].map((dashed) =>
  process.argv.slice(2).filter((argument) => argument.startsWith("--") === dashed),
);
const files = readdirSync(join(ROOT, "test/node"))
  .filter((name) => name.endsWith(".test.mjs"))
  .filter((name) => filters.length === 0 || filters.some((filter) => name.includes(filter)))
  .map((name) => join("test/node", name));
const { code } = await run(process.execPath, ["--test", ...options, ...files]);
process.exitCode = code;
