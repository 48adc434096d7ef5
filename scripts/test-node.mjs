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
// Without a file, Node would look for tests by itself.
if (files.length === 0) {
  console.error(`No test in test/node is called ${filters.join(" or ")}.`);
  process.exit(1);
}
/** Where the totals go, for who counts. */
const { NODE_COUNTS } = process.env;
const reporters = NODE_COUNTS
  ? [
      "--test-reporter=spec",
      "--test-reporter-destination=stdout",
      "--test-reporter=./scripts/lib/node-count-reporter.mjs",
      `--test-reporter-destination=${NODE_COUNTS}`,
    ]
  : [];
const { code } = await run(process.execPath, ["--test", ...reporters, ...options, ...files]);
process.exitCode = code;
