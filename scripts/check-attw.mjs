// Asks "Are the types wrong?" of the packed package, for every entry: it does not expand patterns by itself.
import { readFileSync, rmSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { publicEntries } from "./lib/entries.mjs";
import { npm, ROOT, tool } from "./lib/process.mjs";

const folder = join(ROOT, ".cache", "pack");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const { name, version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
const packed = await npm(["pack", "--ignore-scripts", "--loglevel=error", "--pack-destination", folder], {
  capture: true,
});
if (packed.code !== 0) {
  console.error(packed.output);
  process.exit(1);
}
const entries = publicEntries(ROOT)
  .filter(({ target }) => target.endsWith(".js"))
  .map(({ entry }) => entry);
const { code } = await tool(
  "@arethetypeswrong/cli",
  [
    join(folder, `${name}-${version}.tgz`),
    "--profile",
    "esm-only",
    "--no-emoji",
    "--format",
    "ascii",
    "--entrypoints",
    ...entries,
  ],
  { command: "attw" },
);
process.exitCode = code;
