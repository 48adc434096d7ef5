// What the checks count, and how the end of their report tells it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { ROOT } from "../../scripts/lib/process.mjs";
import { noTotals, sum, summaryLines } from "../../scripts/lib/totals.mjs";
import { countReporter } from "../../scripts/lib/wtr-count-reporter.mjs";

const HEAD = `
  import { before, describe, it, test } from "node:test";
  import assert from "node:assert/strict";
`;

let folder;
before(() => (folder = mkdtempSync(join(tmpdir(), "totals-"))));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a file of tests for itself, apart from the run that this is in. */
function totalsInNode(body) {
  const file = join(folder, "sample.test.mjs");
  writeFileSync(file, body);
  const reporter = "./scripts/lib/node-count-reporter.mjs";
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { stdout } = spawnSync(process.execPath, ["--test", `--test-reporter=${reporter}`, file], { cwd: ROOT, env });
  return JSON.parse(String(stdout));
}
const titles = (tests) => tests.map(({ title }) => title);

function totalsInBrowser(...sessions) {
  const file = join(folder, "browser.json");
  const leftOut = [{ file: "test/a.test.ts", test: "reads the tree", reason: "no tree here" }];
  countReporter({ file, leftOut }).onTestRunFinished({ sessions });
  return JSON.parse(readFileSync(file, "utf8"));
}
const session = (tests, more) => ({
  testFile: join(ROOT, "test/a.test.ts"),
  browser: { name: "Chromium" },
  passed: true,
  testResults: { tests: [], suites: [{ name: "a table", tests, suites: [] }] },
  ...more,
});

describe("the totals of the tests in Node", () => {
  it("count each test once, and name what failed by the suites that it is in", () => {
    const totals = totalsInNode(`${HEAD}
      test("alone", () => {});
      describe("outer", () => {
        it("passes", () => {});
        describe("inner", () => it("fails", () => assert.fail("3 is not 4")));
      });
    `);
    assert.equal(totals.passed, 2);
    assert.equal(totals.failed, 1);
    assert.deepEqual(titles(totals.failures), ["outer › inner › fails"]);
    assert.equal(totals.failures[0].message, "3 is not 4");
  });

  it("say what is owed, and why something was skipped", () => {
    const totals = totalsInNode(`${HEAD}
      test("small", { todo: "the budget is not met" }, () => assert.ok(false, "50 kB, 5 kB over"));
      describe("on a screen", { skip: "no browser" }, () => it("is drawn", () => {}));
      test("in a clone", (t) => t.skip("not a git clone"));
      test("passes", () => {});
    `);
    assert.deepEqual([totals.passed, totals.failed], [1, 0]);
    assert.equal(totals.todo.length, 1);
    assert.deepEqual([totals.todo[0].owed, totals.todo[0].reason], ["50 kB, 5 kB over", "the budget is not met"]);
    assert.deepEqual(
      totals.skipped.map(({ title, reason }) => [title, reason]),
      [
        ["on a screen", "no browser"],
        ["in a clone", "not a git clone"],
      ],
    );
  });

  it("fail a todo that is paid", () => {
    const totals = totalsInNode(`${HEAD} test("small", { todo: "the budget is not met" }, () => {});`);
    assert.deepEqual([totals.passed, totals.failed, totals.todo.length], [0, 1, 0]);
    assert.match(totals.failures[0].message, /no todo any more/);
  });

  it("fail a hook, a file that does not load, and one without a test", () => {
    const hook = totalsInNode(
      `${HEAD} describe("s", () => { before(() => assert.fail("hook")); it("t", () => {}); });`,
    );
    assert.deepEqual([hook.passed, hook.failed], [0, 2]);
    assert.deepEqual(titles(hook.failures), ["s › t", "s"]);
    const broken = totalsInNode(`throw new Error("not loaded");`);
    assert.deepEqual([broken.passed, broken.failed], [0, 1]);
    const empty = totalsInNode("");
    assert.deepEqual([empty.passed, empty.failed], [0, 1]);
    assert.equal(empty.failures[0].message, "there is no test in it");
  });
});

describe("the totals of the tests in the browser", () => {
  it("name the engine, the file and the suites, and say why a test was skipped", () => {
    const totals = totalsInBrowser(
      session([
        { name: "shows", passed: true },
        { name: "reads the tree", skipped: true },
        { name: "ends", passed: false, error: { message: "no End" } },
      ]),
    );
    assert.deepEqual([totals.passed, totals.failed], [1, 1]);
    const where = { file: "test/a.test.ts", engine: "Chromium" };
    assert.deepEqual(totals.skipped, [{ ...where, title: "a table › reads the tree", reason: "no tree here" }]);
    assert.deepEqual(totals.failures, [{ ...where, title: "a table › ends", message: "no End" }]);
  });

  it("fail a file that wrote to the console, and one without a test", () => {
    const loud = session([{ name: "shows", passed: true }], { passed: false, errors: [{ message: "console.warn" }] });
    const totals = totalsInBrowser(loud, session([]));
    assert.deepEqual([totals.passed, totals.failed], [1, 2]);
    assert.deepEqual(
      totals.failures.map(({ message }) => message),
      ["console.warn", "there is no test in it"],
    );
  });
});

describe("the end of the report", () => {
  it("says what is owed and what was skipped, then the total alone", () => {
    const one = {
      ...noTotals(),
      passed: 3,
      todo: [{ title: "small", file: "a", owed: "5 kB\nover", reason: "later" }],
    };
    const other = { ...noTotals(), passed: 4, failed: 1, skipped: [{ title: "clone", file: "b", reason: "no git" }] };
    assert.deepEqual(summaryLines(sum([one, other])), [
      "todo: 1",
      "  a · small: 5 kB over (later)",
      "skipped: 1",
      "  b · clone: no git",
      "7 passed, 1 failed",
    ]);
  });

  it("tells right above the total what failed, each in one short line", () => {
    const failures = [{ title: "ends", file: "c", engine: "Firefox", message: `no End\n${"x".repeat(1_000)}` }];
    const lines = summaryLines({ ...noTotals(), passed: 3, failed: 1, failures });
    assert.match(lines.at(-2), /^× Firefox · c · ends: no End x{200,300} …$/);
    assert.equal(lines.at(-1), "3 passed, 1 failed");
  });

  it("says so where nothing is owed or skipped", () => {
    assert.deepEqual(summaryLines({ ...noTotals(), passed: 2 }), ["todo: 0", "skipped: 0", "2 passed, 0 failed"]);
  });
});
