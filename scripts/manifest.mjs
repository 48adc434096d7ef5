// `npm run manifest`: writes custom-elements.json at the top for Storybook, and says what its reader would miss.
// With --check it fails on that, and on what makes the manifest of no use to other tools.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { analyze } from "./lib/manifest.mjs";
import { ROOT } from "./lib/process.mjs";
import { validateCem } from "@wc-toolkit/cem-validator";

const { manifest, problems } = analyze(ROOT);
writeFileSync(join(ROOT, "custom-elements.json"), `${JSON.stringify(manifest, null, 2)}\n`);
for (const problem of problems) console.log(problem);
if (process.argv.includes("--check")) {
  if (problems.length > 0) process.exitCode = 1;
  // Every rule counts; by default a few would only warn.
  const rules = {
    packageJson: { packageType: "error", main: "error", types: "error", exports: "error" },
    manifest: { schemaVersion: "error", modulePath: "error", definitionPath: "error", typeDefinitionPath: "error" },
  };
  await validateCem(manifest, { packageJsonPath: join(ROOT, "package.json"), rules }).catch(({ message }) => {
    console.error(message);
    process.exitCode = 1;
  });
}
