import { expect } from "@open-wc/testing";
import { sightOf } from "../../../src/platform/sight.js";
import { Poller } from "../../../src/stores/sessions/poller.js";
import { NOON, settled } from "../../support/fake-environment.js";
import { INTERVAL, LIMIT, PollerBench } from "./poller-bench.js";

describe("the poller in trouble", () => {
  let bench: PollerBench;

  beforeEach(() => {
    bench = new PollerBench();
  });

  describe("failure", () => {
    it("backs off, and is itself again after one good answer", async () => {
      bench.world.nextRandom = 0;
      bench.poller.start();
      for (const delay of [48_000, 96_000, 192_000, 240_000, 240_000]) {
        await bench.fail();
        const failedAt = bench.world.clock.now();
        expect(bench.poller.nextAt).to.equal(failedAt + delay);
        await bench.world.pass(delay);
      }
      expect(bench.asked).to.have.length(6);
      expect(bench.poller.failures).to.equal(5);
      await bench.answer();
      expect(bench.poller.failures).to.equal(0);
      expect(bench.poller.nextAt).to.equal(bench.world.clock.now() + INTERVAL);
    });

    it("does not move the retry by being rescheduled", async () => {
      bench.world.nextRandom = 0.5;
      bench.poller.start();
      await bench.fail();
      const { nextAt } = bench.poller;
      bench.world.nextRandom = 0.9;
      bench.world.visible.set(false);
      bench.world.visible.set(true);
      expect(bench.poller.nextAt).to.equal(nextAt);
    });

    it("obeys Retry-After, once", async () => {
      bench.world.nextRandom = 0;
      bench.verdict = { retryAfterMs: 7_000 };
      bench.poller.start();
      await bench.fail();
      expect(bench.poller.nextAt).to.equal(NOON + 7_000);
      await bench.world.pass(7_000);
      bench.verdict = {};
      await bench.fail();
      expect(bench.poller.nextAt).to.equal(NOON + 7_000 + 96_000);
    });

    for (const retryAfterMs of [0, 5_000, undefined]) {
      it(`asks a server in trouble less often than a healthy one, with Retry-After ${retryAfterMs}`, async () => {
        bench.poller.start();
        await bench.answer();
        const before = bench.asked.length;
        bench.verdict = retryAfterMs === undefined ? {} : { retryAfterMs };
        for (let minute = 0; minute < 10; minute++) {
          // Every request of the minute fails at once.
          for (const until = bench.world.clock.now() + 60_000; bench.world.clock.now() < until;) {
            await bench.world.pass(1_000);
            if (bench.poller.polling) await bench.fail();
          }
        }
        expect(bench.asked.length - before)
          .to.be.greaterThan(1)
          .and.at.most(10);
      });
    }

    it("counts an answer that is refused as a failure", async () => {
      bench.refuse = new Error("no list");
      bench.poller.start();
      await bench.answer();
      expect(bench.failed).to.deep.equal([bench.refuse]);
      expect(bench.poller.failures).to.equal(1);
    });

    it("takes a source that throws at once for one that failed", async () => {
      const error = new Error("at once");
      const thrower = new Poller<string>({
        environment: bench.world,
        sight: sightOf(bench.world.visible),
        limit: LIMIT,
        ask: () => {
          throw error;
        },
        accept: () => {},
        fail: (thrown) => {
          bench.failed.push(thrown);
          return {};
        },
        onChange: () => {},
        makeTimeout: () => "too late",
      });
      await thrower.refresh();
      expect(bench.failed).to.deep.equal([error]);
    });

    it("halts when told to, until a refresh", async () => {
      bench.verdict = { halt: true };
      bench.poller.start();
      await bench.fail();
      expect(bench.poller.nextAt).to.equal(undefined);
      await bench.world.pass(3_600_000);
      bench.world.visible.set(false);
      bench.world.visible.set(true);
      bench.poller.pause();
      bench.poller.resume();
      bench.poller.stop();
      bench.poller.start();
      expect(bench.asked).to.have.length(1);
      void bench.poller.refresh();
      await bench.answer();
      await bench.world.pass(INTERVAL);
      expect(bench.asked).to.have.length(3);
    });
  });

  describe("a poll that does not settle", () => {
    it("is given up, counts as failed, and is aborted", async () => {
      bench.world.nextRandom = 0;
      bench.poller.start();
      await bench.world.pass(LIMIT - 1);
      expect(bench.failed).to.deep.equal([]);
      await bench.world.pass(1);
      expect(bench.failed).to.deep.equal(["too late"]);
      expect(bench.last().signal.aborted).to.equal(true);
      await bench.world.pass(48_000);
      expect(bench.asked).to.have.length(2);
    });

    it("changes nothing when it answers after all", async () => {
      bench.poller.start();
      const lost = bench.last();
      await bench.world.pass(LIMIT);
      lost.answer("late");
      await settled();
      expect(bench.accepted).to.deep.equal([]);
      expect(bench.poller.failures).to.equal(1);
    });

    it("was too late even if the source answers its abort at once", async () => {
      bench.poller.start();
      const { signal, fail } = bench.last();
      signal.addEventListener("abort", () => fail("aborted"));
      await bench.world.pass(LIMIT);
      expect(bench.failed).to.deep.equal(["too late"]);
    });

    it("has no limit left over once it has settled", async () => {
      bench.poller.start();
      await bench.answer();
      bench.poller.pause();
      expect(bench.world.timerCount).to.equal(0);
    });
  });
});
