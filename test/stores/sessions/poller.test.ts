import { expect } from "@open-wc/testing";
import { NOON, settled } from "../../support/fake-environment.js";
import { INTERVAL, isDone, PollerBench } from "./poller-bench.js";

describe("the poller", () => {
  let bench: PollerBench;

  beforeEach(() => {
    bench = new PollerBench();
  });

  describe("its rhythm", () => {
    it("asks at once at the start, and then an interval after each completion", async () => {
      bench.poller.start();
      expect(bench.asked).to.have.length(1);
      expect(bench.poller.polling).to.equal(true);
      expect(bench.poller.nextAt).to.equal(undefined);
      await bench.world.pass(20_000);
      await bench.answer();
      expect(bench.poller.nextAt).to.equal(NOON + 50_000);
      await bench.world.pass(29_999);
      expect(bench.asked).to.have.length(1);
      await bench.world.pass(1);
      expect(bench.asked).to.have.length(2);
    });

    it("never asks twice at once, however slow the answer", async () => {
      bench.poller.start();
      await bench.world.pass(59_999);
      expect(bench.asked).to.have.length(1);
    });

    it("starts once, however often it is told", async () => {
      bench.poller.start();
      bench.poller.start();
      await bench.answer();
      await bench.world.pass(INTERVAL);
      expect(bench.asked).to.have.length(2);
      expect(bench.world.visible.listenerCount).to.equal(1);
    });

    it("follows a new interval from the last completion on", async () => {
      bench.poller.start();
      await bench.answer();
      await bench.world.pass(10_000);
      bench.poller.follow({ interval: 15_000 });
      expect(bench.poller.nextAt).to.equal(NOON + 15_000);
      await bench.world.pass(5_000);
      expect(bench.asked).to.have.length(2);
      await bench.answer();
      await bench.world.pass(10_000);
      bench.poller.follow({ interval: 5_000 });
      expect(bench.asked).to.have.length(3);
    });

    it("asks soon after a sleep through which its timer stood still", async () => {
      bench.poller.follow({ interval: 300_000 });
      bench.poller.start();
      await bench.answer();
      await bench.world.pass(60_000);
      bench.world.shiftClock(3 * 3_600_000);
      await bench.world.pass(5_000);
      expect(bench.asked).to.have.length(2);
    });

    it("asks soon after the clock was set back by hours, and plans no poll in hours", async () => {
      bench.poller.start();
      await bench.answer();
      await bench.world.pass(1_000);
      bench.world.shiftClock(-8 * 3_600_000);
      await bench.world.pass(5_000);
      expect(bench.asked).to.have.length(2);
      await bench.answer();
      expect(bench.poller.nextAt).to.equal(bench.world.clock.now() + INTERVAL);
    });

    it("is not stopped for an hour by a clock that is set back by one", async () => {
      bench.poller.start();
      await bench.answer();
      bench.world.jumpTo(NOON - 3_600_000);
      bench.world.visible.set(true);
      expect(bench.asked).to.have.length(2);
    });

    it("polls at once where the clock was set ahead", async () => {
      bench.poller.start();
      await bench.answer();
      bench.world.jumpTo(NOON + 3_600_000);
      bench.world.visible.set(true);
      expect(bench.asked).to.have.length(2);
    });
  });

  describe("start and stop", () => {
    it("keeps its schedule when started again within the interval", async () => {
      bench.poller.start();
      await bench.answer();
      await bench.world.pass(10_000);
      bench.poller.stop();
      expect(bench.poller.nextAt).to.equal(undefined);
      expect(bench.world.timerCount).to.equal(0);
      await bench.world.pass(10_000);
      bench.poller.start();
      expect(bench.asked).to.have.length(1);
      expect(bench.poller.nextAt).to.equal(NOON + INTERVAL);
    });

    it("asks at once when started again later", async () => {
      bench.poller.start();
      await bench.answer();
      bench.poller.stop();
      await bench.world.pass(INTERVAL);
      expect(bench.asked).to.have.length(1);
      bench.poller.start();
      expect(bench.asked).to.have.length(2);
    });

    it("aborts what is under way, and its answer changes nothing", async () => {
      bench.poller.start();
      bench.poller.stop();
      expect(bench.last().signal.aborted).to.equal(true);
      await bench.answer();
      expect(bench.accepted).to.deep.equal([]);
      expect(bench.failed).to.deep.equal([]);
      expect(bench.poller.polling).to.equal(false);
    });

    it("leaves nothing behind", async () => {
      bench.poller.start();
      await bench.world.pass(1_000);
      bench.poller.stop();
      await settled();
      expect(bench.world.timerCount).to.equal(0);
      expect(bench.world.visible.listenerCount + bench.world.online.listenerCount).to.equal(0);
    });
  });

  describe("refresh", () => {
    it("asks now, and the interval counts from then", async () => {
      bench.poller.start();
      await bench.answer();
      await bench.world.pass(10_000);
      const refreshed = bench.poller.refresh();
      expect(bench.asked).to.have.length(2);
      expect(await isDone(refreshed)).to.equal(false);
      await bench.answer("new");
      expect(await isDone(refreshed)).to.equal(true);
      expect(bench.accepted).to.deep.equal(["ok", "new"]);
      expect(bench.poller.nextAt).to.equal(NOON + 40_000);
    });

    it("joins a poll under way", async () => {
      bench.poller.start();
      const refreshed = [bench.poller.refresh(), bench.poller.refresh()];
      expect(bench.asked).to.have.length(1);
      await bench.answer();
      await Promise.all(refreshed);
    });

    it("does not reject where the poll fails", async () => {
      bench.poller.start();
      const refreshed = bench.poller.refresh();
      await bench.fail();
      await refreshed;
      expect(bench.failed).to.have.length(1);
    });

    it("settles where the poller is stopped meanwhile", async () => {
      bench.poller.start();
      const refreshed = bench.poller.refresh();
      bench.poller.stop();
      expect(await isDone(refreshed)).to.equal(true);
    });
  });

  describe("replace", () => {
    it("gives those who wait the new answer, even if the source ignores its signal", async () => {
      bench.poller.start();
      const waiting = bench.poller.refresh();
      const old = bench.last();
      const replaced = bench.poller.replace();
      expect(old.signal.aborted).to.equal(true);
      expect(bench.asked).to.have.length(2);
      old.answer("old");
      expect(await isDone(waiting)).to.equal(false);
      await bench.answer("new");
      await Promise.all([waiting, replaced]);
      expect(bench.accepted).to.deep.equal(["new"]);
    });

    it("can be replaced in its turn", async () => {
      bench.poller.start();
      const waiting = bench.poller.refresh();
      void bench.poller.replace();
      void bench.poller.replace();
      expect(await isDone(waiting)).to.equal(false);
      await bench.answer("third");
      await waiting;
      expect(bench.accepted).to.deep.equal(["third"]);
      expect(bench.failed).to.deep.equal([]);
    });

    it("asks nothing where nobody looks, and at once when somebody does", async () => {
      bench.poller.start();
      await bench.answer();
      bench.poller.stop();
      await bench.poller.replace();
      expect(bench.asked).to.have.length(1);
      bench.poller.start();
      expect(bench.asked).to.have.length(2);
    });
  });

  describe("a push", () => {
    it("polls at once where the last poll is a second past", async () => {
      bench.poller.start();
      await bench.answer();
      await bench.world.pass(1_000);
      bench.poller.push();
      expect(bench.asked).to.have.length(2);
    });

    it("makes no busy loop: within a second there is one poll", async () => {
      bench.poller.start();
      await bench.answer();
      for (let push = 0; push < 50; push++) bench.poller.push();
      expect(bench.asked).to.have.length(1);
      await bench.world.pass(1_000);
      expect(bench.asked).to.have.length(2);
      await bench.answer();
      await bench.world.pass(INTERVAL - 1);
      expect(bench.asked).to.have.length(2);
    });

    it("that comes during a poll is followed by another", async () => {
      bench.poller.start();
      bench.poller.push();
      await bench.answer();
      await bench.world.pass(1_000);
      expect(bench.asked).to.have.length(2);
    });

    it("waits while paused, and does not get around the back-off", async () => {
      bench.world.nextRandom = 0;
      bench.poller.start();
      await bench.answer();
      bench.poller.pause();
      bench.poller.push();
      await bench.world.pass(2_000);
      expect(bench.asked).to.have.length(1);
      bench.poller.resume();
      expect(bench.asked).to.have.length(2);
      await bench.fail();
      bench.poller.push();
      await bench.world.pass(47_999);
      expect(bench.asked).to.have.length(2);
      await bench.world.pass(1);
      expect(bench.asked).to.have.length(3);
    });
  });
});
