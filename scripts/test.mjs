// `npm test`: every check, from a fresh clone too. Node built-ins only, up to the point where setup has installed the
// rest. The last line is the total, `N passed, N failed`, in which a check that counts nothing itself counts as one.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser, enginesToTest } from "./browser.mjs";
import { ROOT, run, tool } from "./lib/process.mjs";
import { setup } from "./setup.mjs";

await setup();
process.env.CHROME_PATH = await ensureBrowser();
const engines = await enginesToTest({ all: process.env.HANDOFF_ENGINES === "all" });

const cache = join(ROOT, ".cache");
mkdirSync(cache, { recursive: true });
const MINUTE = 60_000;

const node = (script, args = [], options = {}) => run(process.execPath, [join(ROOT, script), ...args], options);
const capture = { capture: true, timeout: 5 * MINUTE };

/** Counts of a TAP stream's summary. */
function countTap(file) {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const number = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, "m").exec(text)?.[1] ?? 0);
  return { passed: number("pass"), failed: number("fail") + number("cancelled") };
}

async function browserTests({ name, config }) {
  const file = join(cache, `${name}-counts.json`);
  rmSync(file, { force: true });
  const options = { command: "wtr", capture: true, timeout: 10 * MINUTE, env: { WTR_COUNTS: file } };
  const result = await tool("@web/test-runner", ["--config", config], options);
  return { ...result, counts: existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { passed: 0, failed: 0 } };
}

async function nodeTests() {
  const file = join(cache, "node-tests.tap");
  rmSync(file, { force: true });
  const reporters = [
    "--test-reporter=spec",
    "--test-reporter-destination=stdout",
    "--test-reporter=tap",
    `--test-reporter-destination=${file}`,
  ];
  const result = await node("scripts/test-node.mjs", reporters, { capture: true, timeout: 10 * MINUTE });
  // The report lists every test, and then those that failed again with all that is known of them.
  const failing = result.output.indexOf("failing tests:");
  return { code: result.code, output: result.output.slice(Math.max(0, failing)), counts: countTap(file) };
}

/** Cheap checks first, so that a slip is told early; what looks at dist/ after the build. */
const CHECKS = [
  ["formatting", () => tool("prettier", ["--check", "--log-level=warn", "."], capture)],
  ["lint", () => tool("oxlint", ["--deny-warnings"], capture)],
  ["types", () => tool("typescript", ["-p", "."], { ...capture, command: "tsc" })],
  ["types of the core", () => tool("typescript", ["-p", "tsconfig.core.json"], { ...capture, command: "tsc" })],
  ["build", () => node("scripts/build.mjs", [], capture)],
  ["manifest", () => node("scripts/manifest.mjs", ["--check"], capture)],
  ["types for hosts", () => node("scripts/check-types.mjs", [], capture)],
  ["publint", () => tool("publint", ["--strict"], capture)],
  ["are the types wrong", () => node("scripts/check-attw.mjs", [], capture)],
  ...engines.map((engine) => [`tests in ${engine.name}`, () => browserTests(engine)]),
  ["tests in Node", nodeTests],
  ["storybook", () => node("scripts/storybook.mjs", ["build"], capture)],
];

const totals = { passed: 0, failed: 0 };
let tests = 0;

for (const [name, check] of CHECKS) {
  const started = performance.now();
  const { code, output, counts } = await check();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  let { passed, failed } = counts ?? { passed: 1, failed: 0 };
  if (counts) tests += passed + failed;
  if (code !== 0 && !counts) [passed, failed] = [0, 1];
  // A run that failed without a failing test, or that ran none, must not pass unseen.
  if (counts && failed === 0 && (code !== 0 || passed === 0)) failed = 1;
  totals.passed += passed;
  totals.failed += failed;
  const detail = counts ? `: ${passed} passed, ${failed} failed` : "";
  console.log(`${failed === 0 ? "ok    " : "FAILED"} ${name}${detail} (${seconds} s)`);
  if (failed > 0) console.log(output.trimEnd().replace(/^/gm, "       "));
}

if (tests === 0) totals.failed = Math.max(1, totals.failed);
process.exitCode = totals.failed > 0 ? 1 : 0;
console.log(`${totals.passed} passed, ${totals.failed} failed`);
