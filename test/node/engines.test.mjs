// What an engine cannot do is listed and skipped, and the list keeps nothing that is gone.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { launcher } from "../engines/launcher.mjs";
import { leaveOut } from "../engines/leave-out.mjs";
import { skipTests } from "../engines/skip-tests.mjs";
import { tellFailures, tellFailuresPlugin } from "../engines/tell-failures.mjs";

const FILE = "test/elements/let-go.test.ts";

/** Runs the hook that `skipTests` gives to Mocha, in a file with these tests. */
function skipAmong(titles, ...found) {
  const tests = found.map((title) => ({ title }));
  let hook;
  globalThis.before = (given) => (hook = given);
  skipTests(titles);
  hook.call({ test: { parent: { eachTest: (each) => tests.forEach(each) } } });
  return tests.filter(({ pending }) => pending).map(({ title }) => title);
}

describe("leaving tests out", () => {
  it("skips the tests of these titles", () => {
    assert.deepEqual(skipAmong(["b"], "a", "b", "c"), ["b"]);
  });

  it("fails where a test is gone, or two have its title", () => {
    assert.throws(() => skipAmong(["b"], "a"), /"b": 0 tests/);
    assert.throws(() => skipAmong(["b"], "b", "b"), /"b": 2 tests/);
  });

  it("fails where the file is gone", () => {
    const gone = { file: "test/elements/gone.test.ts", test: "b", reason: "" };
    assert.throws(() => leaveOut([gone]), /no test\/elements\/gone\.test\.ts/);
  });

  it("speaks to the files on the list alone, and leaves their lines where they are", () => {
    const { transform } = leaveOut([{ file: FILE, test: 'says "b"', reason: "" }]);
    assert.equal(transform({ path: "/test/elements/other.test.ts", body: "x" }), undefined);
    const body = transform({ path: `/${FILE}`, body: "first\nsecond" });
    assert.match(body, /skipTests\(\["says \\"b\\""\]\); first\nsecond$/);
    assert.equal(body.split("\n").length, 2);
  });
});

/** What the runner is sent of a failed comparison. */
function told(err) {
  let hook;
  globalThis.afterEach = (given) => (hook = given);
  tellFailures();
  hook.call({ currentTest: { err } });
  return JSON.parse(JSON.stringify(err));
}

describe("telling failures", () => {
  it("keeps both sides where they can be sent, and only the message where they cannot", () => {
    const circular = {};
    circular.own = circular;
    assert.deepEqual(told({ message: "a", actual: [1], expected: null }), {
      message: "a",
      actual: [1],
      expected: null,
    });
    assert.deepEqual(told({ message: "a", actual: circular, expected: null }), { message: "a" });
    assert.deepEqual(told({ message: "a", actual: 1n, expected: 1 }), { message: "a" });
  });

  it("speaks to test files alone, and leaves their lines where they are", () => {
    const { transform } = tellFailuresPlugin;
    assert.equal(transform({ path: "/test/support/table.ts", body: "x" }), undefined);
    assert.match(transform({ path: `/${FILE}`, body: "first\nsecond" }), /tellFailures\(\); first\nsecond$/);
  });
});

describe("launching an engine", () => {
  it("uses a page again, but none that is out of order", async () => {
    let opened = 0;
    const openBrowser = async () => {
      opened += 1;
      let isBroken = false;
      const page = {
        setViewportSize: async () => {
          if (isBroken) throw new Error("no answer");
        },
        goto: async () => {},
        breaks: () => (isBroken = true),
      };
      return { page, close: async () => {} };
    };
    const engine = launcher("Engine", openBrowser);
    await engine.startSession("a", "/a");
    await engine.stopSession("a");
    await engine.startSession("b", "/b");
    assert.equal(opened, 1);
    engine.getPage("b").breaks();
    await engine.stopSession("b");
    assert.equal(engine.isActive("b"), false);
    await engine.startSession("c", "/c");
    assert.equal(opened, 2);
  });
});
