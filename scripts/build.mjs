// Builds what is published into dist/: modules, the files for plain pages, declarations, manifest, framework types.
// A warning fails it: what a bundler warns of here, it would warn of in every host.
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, createLogger } from "vite";
import { generate } from "./lib/generate.mjs";
import { analyze } from "./lib/manifest.mjs";
import { ROOT, tool } from "./lib/process.mjs";
import { shortenFiles } from "./lib/shorten.mjs";

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
for (const mode of ["module", "classic", "loader", "embed"]) await bundle(mode);
for (const locale of readdirSync(join(ROOT, "src/locales"))) await bundle(`locale:${locale.replace(/\.ts$/, "")}`);
for (const folder of ["cdn", "embed"]) await shortenFiles(join(dist, folder));
for (const file of ["index.html", "embed.css"]) copyFileSync(join(ROOT, "src/embed", file), join(dist, "embed", file));
writeFileSync(join(dist, "cdn/handoff-elements.d.ts"), 'import "../define.js";\nexport * from "../index.js";\n');

const { code } = await tool("typescript", ["-p", "tsconfig.build.json"], { command: "tsc" });
if (code !== 0) fail("The declarations could not be made.");

// Declared where they lie.
for (const name of ["classic", "loader"]) {
  const declared = readFileSync(join(dist, `${name}.d.ts`), "utf8");
  const place = name === "loader" ? "loader" : "handoff-elements.classic";
  writeFileSync(join(dist, `cdn/${place}.d.ts`), declared.replaceAll('"./', '"../'));
  rmSync(join(dist, `${name}.d.ts`));
}

const analysis = analyze(ROOT);
generate(analysis, { root: ROOT, dist });

if (warnings.length > 0) fail(`The build has warnings:\n${warnings.map((warning) => `  ${warning}`).join("\n")}`);
console.log(`Built dist/ with ${analysis.elements.length} elements.`);
