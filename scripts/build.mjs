// Builds what is published into dist/: modules, the one file for plain pages, declarations, manifest, framework types.
// A warning fails it: what a bundler warns of here, it would warn of in every host.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, createLogger } from "vite";
import { generate } from "./lib/generate.mjs";
import { analyze } from "./lib/manifest.mjs";
import { ROOT, tool } from "./lib/process.mjs";

const dist = join(ROOT, "dist");
const warnings = [];

const collect = (message) => void warnings.push(message);
const customLogger = { ...createLogger("warn"), warn: collect, warnOnce: collect };

function fail(message) {
  console.error(message);
  process.exit(1);
}

rmSync(dist, { recursive: true, force: true });

const bundle = (mode) => build({ root: ROOT, mode, logLevel: "warn", customLogger });
await bundle("production");
await bundle("cdn");
writeFileSync(join(dist, "cdn/handoff-elements.d.ts"), 'import "../define.js";\nexport * from "../index.js";\n');

const { code } = await tool("typescript", ["-p", "tsconfig.build.json"], { command: "tsc" });
if (code !== 0) fail("The declarations could not be made.");

const analysis = analyze(ROOT);
generate(analysis, { root: ROOT, dist });

if (warnings.length > 0) fail(`The build has warnings:\n${warnings.map((warning) => `  ${warning}`).join("\n")}`);
console.log(`Built dist/ with ${analysis.elements.length} elements.`);
