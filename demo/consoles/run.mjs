/**
 * `npm run consoles [-- name …]`: shows the elements in each foreign console that lies here in a folder of its own, does in
 * it what a person does, and says what was seen. README.md says what each is. A folder takes part by a `check.mjs` that
 * exports `check({ browser })`, which gives what was seen as text, or throws; what only it needs is in a package.json of
 * its own. Where that names `terms`, the console runs only when it is asked for by name.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { npm, ROOT, run } from "../../scripts/lib/process.mjs";
import { launchBrowser } from "../../test/support/browser.mjs";

const here = (below = "") => fileURLToPath(new URL(below, import.meta.url));

function stop(message) {
  console.error(message);
  process.exit(1);
}

async function ensureInstalled(folder) {
  if (!existsSync(`${folder}/package.json`)) return;
  // What npm has installed, and when: another lock file since then asks for other packages.
  const installed = `${folder}/node_modules/.package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs > statSync(`${folder}/package-lock.json`).mtimeMs) return;
  const { code, output } = await npm(["ci"], { cwd: folder, capture: true });
  if (code !== 0) throw new Error(`What it needs could not be installed.\n${output}`);
}

function termsOf(name) {
  const file = here(`./${name}/package.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).terms : undefined;
}

const all = readdirSync(here("."), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(here(`./${entry.name}/check.mjs`)))
  .map(({ name }) => name);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) stop(`No console ${unknown.join(", ")}. There are: ${all.join(", ")}.`);

if (!existsSync(`${ROOT}/dist/cdn/handoff-elements.classic.js`)) {
  const { code } = await run(process.execPath, ["scripts/build.mjs"]);
  if (code !== 0) stop("dist/ could not be built.");
}
await ensureInstalled(here(".")).catch(({ message }) => stop(message));

const browser = await launchBrowser();
let passed = 0;
let failed = 0;
for (const name of asked.length > 0 ? asked : all) {
  const terms = termsOf(name);
  if (terms && !asked.includes(name)) {
    console.log(`${name}: left out, since its tools have terms of their own (${terms}); npm run consoles -- ${name}`);
    continue;
  }
  try {
    await ensureInstalled(here(`./${name}`));
    const { check } = await import(`./${name}/check.mjs`);
    console.log(`${name}: ${await check({ browser })}`);
    passed++;
  } catch (error) {
    console.error(`${name}: ${error.stack?.includes(error.message) ? error.stack : error.message}`);
    failed++;
  }
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
