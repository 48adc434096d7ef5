// A reporter for Web Test Runner: the totals of the run as JSON (see totals.mjs), in a file.
import { writeFileSync } from "node:fs";
import { inPackage, noTotals, sum } from "./totals.mjs";

/** All tests of a suite and of the suites in it, each with the names that lead to it. */
function testsIn(suite, path = []) {
  const own = (suite?.tests ?? []).map((test) => ({ test, title: [...path, test.name].join(" › ") }));
  return [...own, ...(suite?.suites ?? []).flatMap((inner) => testsIn(inner, [...path, inner.name]))];
}

function totalsOf(session, leftOut) {
  const file = inPackage(session.testFile);
  const engine = session.browser?.name;
  const totals = noTotals();
  const tests = testsIn(session.testResults);
  for (const { test, title } of tests) {
    const name = { title, file, engine };
    if (test.skipped) {
      const known = leftOut.find((left) => left.file === file && left.test === test.name);
      totals.skipped.push({ ...name, reason: known?.reason ?? "the test itself says that it does not apply" });
    } else if (test.passed) {
      totals.passed += 1;
    } else {
      totals.failed += 1;
      totals.failures.push({ ...name, message: test.error?.message ?? "" });
    }
  }
  // A file that failed without a failing test (it did not load, or wrote to the console), or that holds no test.
  if (totals.failed === 0 && (!session.passed || tests.length === 0)) {
    const message = session.errors?.map((error) => error.message).join("\n") || "there is no test in it";
    totals.failed = 1;
    totals.failures.push({ title: "the file itself", file, engine, message });
  }
  return totals;
}

/**
 * @param {{ file?: string, leftOut?: readonly { file: string, test: string, reason: string }[] }} [options] `file`: where
 *   the totals go, else where WTR_COUNTS says. `leftOut`: why tests are skipped.
 */
export function countReporter({ file = process.env.WTR_COUNTS, leftOut = [] } = {}) {
  return {
    onTestRunFinished({ sessions }) {
      if (!file) return;
      const totals = sum(Array.from(sessions, (session) => totalsOf(session, leftOut)));
      writeFileSync(file, JSON.stringify(totals));
    },
  };
}
