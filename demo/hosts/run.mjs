/**
 * `npm run hosts [-- name …]`: takes each application that lies here in a folder of its own from its install to the same
 * story in a browser. It gets the package as it would be published, is checked by its own compiler, built by its own tools,
 * and does what README.md says. A host's package.json has `check` and `build`; what it builds is in `dist` or `out`.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { npm, ROOT, run } from "../../scripts/lib/process.mjs";
import { launchBrowser } from "../../test/support/browser.mjs";
import { tell } from "./lib/story.mjs";

const here = import.meta.dirname;
const packs = join(ROOT, ".cache", "hosts-packed");

function stop(message) {
  console.error(message);
  process.exit(1);
}

/** @returns {Promise<string>} what it said. */
async function must(what, { code, output }) {
  if (code !== 0) throw new Error(`${what} failed.\n${output}`);
  return output;
}

const all = readdirSync(here).filter((name) => existsSync(join(here, name, "package.json")));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) stop(`No host ${unknown.join(", ")}. There are: ${all.join(", ")}.`);

async function pack() {
  if (!existsSync(join(ROOT, "dist/index.js"))) {
    await must("The build", await run(process.execPath, ["scripts/build.mjs"], { capture: true }));
  }
  rmSync(packs, { recursive: true, force: true });
  mkdirSync(packs, { recursive: true });
  await must(
    "npm pack",
    await npm(["pack", "--ignore-scripts", "--loglevel=silent", "--pack-destination", packs], { capture: true }),
  );
  return join(
    packs,
    readdirSync(packs).find((name) => name.endsWith(".tgz")),
  );
}

/** What a person does from a scaffolded application on, and its check and build. @returns the folder to be served. */
async function prepare(name, tarball) {
  const cwd = join(here, name);
  const options = { cwd, capture: true };
  const { scripts } = JSON.parse(readFileSync(join(cwd, "package.json"), "utf8"));
  if (existsSync(join(cwd, "package-lock.json"))) await must("npm ci", await npm(["ci"], options));
  const install = ["install", "--no-save", "--no-audit", "--no-fund", tarball];
  await must("The install", await npm(install, options));
  if (!scripts) return cwd;
  const sources = ["src", "app"].map((folder) => join(cwd, folder)).find((folder) => existsSync(folder));
  // React 17, 18 and Next have one application, by its components.
  const shared = ["react-17", "react-18", "next"].includes(name) ? ["scene.ts", "react-app.tsx"] : ["scene.ts"];
  for (const file of shared) cpSync(join(here, "lib", file), join(sources, file));
  // Next writes the declarations of its pages while it builds.
  await must("The build", await npm(["run", "build"], { ...options, env: { NEXT_TELEMETRY_DISABLED: "1" } }));
  await must("The check", await npm(["run", "check"], options));
  return ["dist", "out"].map((folder) => join(cwd, folder)).find((folder) => existsSync(folder));
}

const tarball = await pack().catch(({ message }) => stop(message));
const browser = await launchBrowser();
let passed = 0;
let failed = 0;
for (const name of asked.length > 0 ? asked : all) {
  try {
    console.log(`${name}: ${await tell(browser, await prepare(name, tarball))}`);
    passed++;
  } catch (error) {
    console.error(`${name}: ${error.stack?.includes(error.message) ? error.stack : error.message}`);
    failed++;
  }
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
