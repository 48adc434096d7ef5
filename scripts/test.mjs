// `npm test`: every check, from a fresh clone too. Node built-ins only, up to the point where setup has installed the
// rest. The last lines say what is owed (todo), what was skipped and what failed, and the very last is the total,
// `N passed, N failed`, in which a check that counts nothing itself counts as one.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser, enginesToTest } from "./browser.mjs";
import { ROOT, run, tool } from "./lib/process.mjs";
import { nameOf, noTotals, sum, summaryLines } from "./lib/totals.mjs";
import { setup } from "./setup.mjs";

await setup();
process.env.CHROME_PATH = await ensureBrowser();
const isThorough = process.env.HANDOFF_ENGINES === "all";
const engines = await enginesToTest({ all: isThorough });

const cache = join(ROOT, ".cache");
mkdirSync(cache, { recursive: true });
const MINUTE = 60_000;

const node = (script, args = [], options = {}) => run(process.execPath, [join(ROOT, script), ...args], options);
const capture = { capture: true, timeout: 5 * MINUTE };

/** Runs tests that leave their totals in a file (see lib/totals.mjs), and reads them there. */
async function counted(name, start) {
  const file = join(cache, `${name}-totals.json`);
  rmSync(file, { force: true });
  const result = await start(file);
  return { ...result, counts: existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : noTotals() };
}

const browserTests = ({ name, config }) =>
  counted(name, (file) =>
    tool("@web/test-runner", ["--config", config], {
      command: "wtr",
      capture: true,
      timeout: 25 * MINUTE,
      env: { WTR_COUNTS: file },
    }),
  );

const nodeTests = () =>
  counted("node", async (file) => {
    const options = { capture: true, silence: 10 * MINUTE, env: { NODE_COUNTS: file } };
    const { code, output } = await node("scripts/test-node.mjs", [], options);
    // The report lists every test, and then those that failed again with all that is known of them.
    return { code, output: output.slice(Math.max(0, output.indexOf("failing tests:"))) };
  });

/** Of those in demo/hosts/; the others run on demand. Each is installed first, which may take long without a word. */
const FRAMEWORKS = ["html", "react-19", "vue", "next"];
const hosts = { capture: true, silence: 10 * MINUTE };

/** Cheap checks first, so that a slip is told early; what looks at dist/ after the build. */
const CHECKS = [
  ["formatting", () => tool("prettier", ["--check", "--log-level=warn", "."], capture)],
  ["lint", () => tool("oxlint", ["--deny-warnings"], capture)],
  ["unused code", () => tool("knip", ["--no-progress", "--no-config-hints"], capture)],
  ["code that only tests use", () => tool("knip", ["--production", "--no-progress", "--no-config-hints"], capture)],
  ["types", () => tool("typescript", ["-p", "."], { ...capture, command: "tsc" })],
  ["types of the core", () => tool("typescript", ["-p", "tsconfig.core.json"], { ...capture, command: "tsc" })],
  ["build", () => node("scripts/build.mjs", [], capture)],
  ["manifest", () => node("scripts/manifest.mjs", ["--check"], capture)],
  ["types for hosts", () => node("scripts/check-types.mjs", [], capture)],
  ["public surface", () => node("scripts/api.mjs", ["--check"], capture)],
  ["samples in the docs", () => node("scripts/check-samples.mjs", [], capture)],
  ["publint", () => tool("publint", ["--strict"], capture)],
  ["are the types wrong", () => node("scripts/check-attw.mjs", [], capture)],
  ["tests in Node", nodeTests],
  ...engines.map((engine) => [`tests in ${engine.name}`, () => browserTests(engine)]),
  ["storybook", () => node("scripts/storybook.mjs", ["build"], capture)],
  ...(isThorough ? [["in four frameworks", () => node("demo/hosts/run.mjs", FRAMEWORKS, hosts)]] : []),
];

const all = [];

for (const [name, check] of CHECKS) {
  const started = performance.now();
  const { code, output, counts } = await check();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const totals = counts ?? { ...noTotals(), passed: code === 0 ? 1 : 0 };
  // A run that failed without a failing test, or that ran none, must not pass unseen.
  if (totals.failed === 0 && (code !== 0 || totals.passed === 0)) {
    totals.failed = 1;
    totals.failures.push({ title: name, message: `code ${code}` });
  }
  all.push(totals);
  const { passed, failed, failures } = totals;
  const detail = counts ? `: ${passed} passed, ${failed} failed` : "";
  console.log(`${failed === 0 ? "ok    " : "FAILED"} ${name}${detail} (${seconds} s)`);
  if (failed === 0) continue;
  console.log(output.trimEnd().replace(/^/gm, "       "));
  if (counts) for (const failure of failures) console.log(`     × ${nameOf(failure)}`);
}

const totals = sum(all);
writeFileSync(join(cache, "totals.json"), JSON.stringify(totals));
process.exitCode = totals.failed > 0 ? 1 : 0;
for (const line of summaryLines(totals)) console.log(line);
