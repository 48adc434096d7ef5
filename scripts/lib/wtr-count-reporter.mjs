import { writeFileSync } from "node:fs";

/** Counts of one suite and all suites in it. */
function count(suite, totals) {
  for (const test of suite?.tests ?? []) {
    if (test.skipped) totals.skipped += 1;
    else if (test.passed) totals.passed += 1;
    else totals.failed += 1;
  }
  for (const inner of suite?.suites ?? []) count(inner, totals);
}

/**
 * A reporter for Web Test Runner that writes `{ passed, failed, skipped }` to the file that WTR_COUNTS names. A file
 * that failed without a failing test (it did not load, or wrote to the console) counts as one failure.
 */
export function countReporter(file = process.env.WTR_COUNTS) {
  return {
    onTestRunFinished({ sessions }) {
      if (!file) return;
      const totals = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        const own = { passed: 0, failed: 0, skipped: 0 };
        count(session.testResults, own);
        if (!session.passed && own.failed === 0) own.failed = 1;
        for (const key of Object.keys(totals)) totals[key] += own[key];
      }
      writeFileSync(file, JSON.stringify(totals));
    },
  };
}
