// `npm run test:types`: compiles one consumer per framework (test/types) against the package as it would be published.
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installPacked } from "./lib/packed.mjs";
import { ROOT, tool } from "./lib/process.mjs";

const folder = join(ROOT, ".cache", "types");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
cpSync(join(ROOT, "test/types"), folder, { recursive: true });
await installPacked(folder);
writeFileSync(join(folder, "package.json"), '{ "type": "module", "private": true }\n');

let failed = false;
for (const project of readdirSync(folder).filter((name) => /^tsconfig\.(?!base).+\.json$/.test(name))) {
  const { code, output } = await tool("typescript", ["-p", join(folder, project)], { command: "tsc", capture: true });
  console.log(`${code === 0 ? "ok" : "FAILED"} ${project}`);
  if (code !== 0) console.log(output);
  failed ||= code !== 0;
}
process.exitCode = failed ? 1 : 0;
