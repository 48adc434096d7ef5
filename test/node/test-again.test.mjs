// `npm run test:again`: what is repeated, what is said of it, and that the busy core is never left behind.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { fallenLines, parseAgain } from "../../scripts/lib/again.mjs";
import { keepCoreBusy } from "../../scripts/lib/busy-core.mjs";
import { ROOT } from "../../scripts/lib/process.mjs";
import { noTotals } from "../../scripts/lib/totals.mjs";

const fell = (...titles) => ({
  ...noTotals(),
  failed: titles.length,
  failures: titles.map((title) => ({ title, file: "a" })),
});

const isThere = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("what to repeat", () => {
  it("is all checks where nothing is named", () => {
    assert.deepEqual(parseAgain(["10"]), { times: 10, browser: [], node: [] });
  });

  it("is told apart by the name: a file or a folder of the browser's tests, or a part of a name in Node", () => {
    assert.deepEqual(parseAgain(["3", "test/elements/let-go.test.ts", "late-parts"]), {
      times: 3,
      browser: ["test/elements/let-go.test.ts"],
      node: ["late-parts"],
    });
    assert.deepEqual(parseAgain(["3", "./test/stores/"]).browser, ["test/stores/**/*.test.ts"]);
    assert.deepEqual(parseAgain(["3", "test/node/size.test.mjs"]).node, ["size.test.mjs"]);
    assert.deepEqual(parseAgain(["3", "test/node"]).node, [""]);
  });

  it("needs a number", () => {
    for (const args of [[], ["late-parts"], ["0"], ["-1"], ["1.5"]]) assert.equal(parseAgain(args), undefined);
  });
});

describe("what is said of the runs", () => {
  it("names each test that fell, the most frequent first, once a run", () => {
    assert.deepEqual(fallenLines([fell("x"), noTotals(), fell("y", "x", "x"), fell("z", "y"), fell("x")]), [
      "3× a · x",
      "2× a · y",
      "1× a · z",
      "5 runs with one core busy: 4 fell",
    ]);
  });

  it("says that none fell", () => {
    assert.deepEqual(fallenLines([noTotals(), noTotals()]), ["2 runs with one core busy: none fell"]);
  });
});

describe("the busy core", () => {
  it("is let go", async () => {
    const core = keepCoreBusy();
    assert.ok(isThere(core.pid));
    await core.release();
    assert.ok(!isThere(core.pid));
  });

  it("does not outlive who keeps it busy, however that ends", { timeout: 30_000 }, async () => {
    const module = pathToFileURL(join(ROOT, "scripts/lib/busy-core.mjs")).href;
    const code = `import { keepCoreBusy } from "${module}"; console.log(keepCoreBusy().pid); setInterval(() => {}, 1e6);`;
    const keeper = spawn(process.execPath, ["--input-type=module", "--eval", code]);
    const closed = once(keeper, "close");
    await once(keeper.stdout, "data");
    keeper.kill("SIGKILL");
    // Both write to one pipe, which closes when both are gone.
    await closed;
  });
});
