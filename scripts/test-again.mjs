// `npm run test:again -- <times> [test …]`: repeats all checks, or the named tests, with one core kept busy, and says
// which tests fell how often. The output of a run that fell is kept in .cache/again.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fallenLines, parseAgain, USAGE } from "./lib/again.mjs";
import { keepCoreBusy } from "./lib/busy-core.mjs";
import { binary, ROOT, run } from "./lib/process.mjs";
import { nameOf, noTotals, sum } from "./lib/totals.mjs";

const asked = parseAgain(process.argv.slice(2));
if (!asked) {
  console.error(USAGE);
  process.exit(2);
}
const { times, browser, node } = asked;
const folder = join(ROOT, ".cache", "again");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const script = (path) => join(ROOT, "scripts", path);
/** [what runs, where its totals are afterwards, what tells it so] */
const programs =
  browser.length + node.length === 0
    ? [[[script("test.mjs")], join(ROOT, ".cache", "totals.json")]]
    : [
        node.length > 0 && [[script("test-node.mjs"), ...node], join(folder, "node.json"), "NODE_COUNTS"],
        browser.length > 0 && [
          [binary("@web/test-runner", "wtr"), "--files", ...browser],
          join(folder, "browser.json"),
          "WTR_COUNTS",
        ],
      ].filter(Boolean);

const core = keepCoreBusy();
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop.abort());

async function runOnce(name) {
  const all = [];
  for (const [args, file, variable] of programs) {
    rmSync(file, { force: true });
    const env = variable ? { [variable]: file } : {};
    const { code, output } = await run(process.execPath, args, { capture: true, env, signal: stop.signal });
    const totals = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : noTotals();
    if (totals.failed === 0 && (code !== 0 || totals.passed === 0)) {
      totals.failed = 1;
      totals.failures.push({ title: "(no test: the run itself)", message: `code ${code}` });
    }
    if (totals.failed > 0) writeFileSync(join(folder, `${name}.txt`), output, { flag: "a" });
    all.push(totals);
  }
  return sum(all);
}

const runs = [];
try {
  for (let number = 1; number <= times && !stop.signal.aborted; number++) {
    const started = performance.now();
    const totals = await runOnce(`run-${number}`);
    if (stop.signal.aborted) break;
    runs.push(totals);
    const seconds = Math.round((performance.now() - started) / 1000);
    console.log(`run ${number} of ${times}: ${totals.passed} passed, ${totals.failed} failed (${seconds} s)`);
    for (const failure of totals.failures) console.log(`  × ${nameOf(failure)}`);
  }
} finally {
  await core.release();
}
for (const line of fallenLines(runs)) console.log(line);
if (runs.some(({ failed }) => failed > 0)) console.log("What they said is in .cache/again.");
process.exitCode = stop.signal.aborted ? 130 : runs.some(({ failed }) => failed > 0) ? 1 : 0;
