// `npm run manifest`: writes custom-elements.json at the top for Storybook, and says what its reader would miss.
// With --check it fails on that instead.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { analyze } from "./lib/manifest.mjs";
import { ROOT } from "./lib/process.mjs";

const { manifest, problems } = analyze(ROOT);
writeFileSync(join(ROOT, "custom-elements.json"), `${JSON.stringify(manifest, null, 2)}\n`);
for (const problem of problems) console.log(problem);
if (process.argv.includes("--check") && problems.length > 0) process.exitCode = 1;
