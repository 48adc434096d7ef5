// How programs are started by the scripts, and ended when they hang.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { run, silenceWatch } from "../../scripts/lib/process.mjs";

test("a program that says nothing is ended, and says so", async () => {
  const { code, output } = await run(process.execPath, ["-e", "setInterval(() => {}, 1e6)"], {
    capture: true,
    silence: 50,
  });
  assert.equal(code, 124);
  assert.match(output, /stopped after 50 ms without a word/);
});

test("one that takes too long is ended, whatever it says", async () => {
  const { code, output } = await run(process.execPath, ["-e", "setInterval(() => console.log(1), 5)"], {
    capture: true,
    timeout: 500,
    silence: 60_000,
  });
  assert.equal(code, 124);
  assert.match(output, /stopped after 500 ms$/m);
});

test("one that goes on is not, however long it takes", (t) => {
  mock.timers.enable({ apis: ["setTimeout"] });
  t.after(() => mock.timers.reset());
  let silences = 0;
  const watch = silenceWatch(1000, () => silences++);
  for (let word = 0; word < 50; word++) {
    mock.timers.tick(900);
    watch.heard();
  }
  assert.equal(silences, 0);
  mock.timers.tick(1000);
  assert.equal(silences, 1);
  watch.end();
});

test("its end is told as it is", async () => {
  const { code, output } = await run(process.execPath, ["-e", "console.log('x'); process.exit(3)"], {
    capture: true,
    silence: 60_000,
  });
  assert.deepEqual([code, output], [3, "x\n"]);
});
