import { expect } from "@open-wc/testing";
import { NOON } from "../../support/fake-environment.js";
import { INTERVAL, PollerBench } from "./poller-bench.js";

describe("the poller while nobody looks", () => {
  let bench: PollerBench;

  beforeEach(() => {
    bench = new PollerBench();
  });

  describe("silence", () => {
    for (const name of ["visible", "online"] as const) {
      it(`asks nothing while not ${name}, and once on return if the interval has passed`, async () => {
        bench.poller.start();
        await bench.answer();
        bench.world[name].set(false);
        expect(bench.poller.nextAt).to.equal(undefined);
        await bench.world.pass(10 * INTERVAL);
        expect(bench.asked).to.have.length(1);
        bench.world[name].set(true);
        bench.world[name].set(true);
        expect(bench.asked).to.have.length(2);
      });
    }

    it("goes on as planned where it was hidden only for a moment", async () => {
      bench.poller.start();
      await bench.answer();
      bench.world.visible.set(false);
      await bench.world.pass(10_000);
      bench.world.visible.set(true);
      expect(bench.asked).to.have.length(1);
      expect(bench.poller.nextAt).to.equal(NOON + INTERVAL);
    });

    it("asks nothing where it starts hidden, online or not", async () => {
      bench.world.visible.set(false);
      bench.world.online.set(false);
      bench.poller.start();
      bench.world.online.set(true);
      await bench.world.pass(INTERVAL);
      expect(bench.asked).to.have.length(0);
      bench.world.visible.set(true);
      expect(bench.asked).to.have.length(1);
    });

    it("asks once where it starts offline, and then not until the machine says that it is online", async () => {
      bench.world.online.set(false);
      bench.poller.start();
      expect(bench.asked).to.have.length(1);
      await bench.fail();
      await bench.world.pass(100 * INTERVAL);
      expect(bench.asked).to.have.length(1);
      bench.world.online.set(true);
      expect(bench.asked, "back-off or not").to.have.length(2);
    });

    it("asks at once when the machine is online again, and after a request that was under way meanwhile", async () => {
      bench.poller.start();
      await bench.answer();
      bench.world.online.set(false);
      await bench.world.pass(10_000);
      bench.world.online.set(true);
      expect(bench.asked).to.have.length(2);
      bench.world.online.set(false);
      bench.world.online.set(true);
      expect(bench.asked).to.have.length(2);
      await bench.fail();
      expect(bench.asked).to.have.length(3);
    });

    for (const way of ["the first request", "a refresh", "a refusal with a status"]) {
      it(`believes the machine's "offline" no more once ${way} was answered in spite of it`, async () => {
        if (way === "the first request") {
          bench.world.online.set(false);
          bench.poller.start();
          await bench.answer();
        } else {
          bench.poller.start();
          await bench.answer();
          bench.world.online.set(false);
          await bench.world.pass(10 * INTERVAL);
          expect(bench.asked).to.have.length(1);
          void bench.poller.refresh();
          bench.verdict = { heard: true };
          if (way === "a refresh") await bench.answer();
          else await bench.fail();
        }
        const before = bench.asked.length;
        await bench.world.pass(2 * INTERVAL);
        expect(bench.asked).to.have.length(before + 1);
      });
    }

    it("goes on while hidden for as long as somebody wants to be called", async () => {
      bench.poller.start();
      await bench.answer();
      bench.world.visible.set(false);
      bench.poller.follow({ interval: INTERVAL, whileHidden: true });
      await bench.world.pass(INTERVAL);
      expect(bench.asked).to.have.length(2);
      await bench.answer();
      bench.poller.follow({ interval: INTERVAL });
      await bench.world.pass(10 * INTERVAL);
      expect(bench.asked).to.have.length(2);
    });

    it("pauses and resumes: at once if the interval has passed", async () => {
      bench.poller.start();
      await bench.answer();
      bench.poller.pause();
      expect(bench.poller.paused).to.equal(true);
      await bench.world.pass(INTERVAL);
      expect(bench.asked).to.have.length(1);
      bench.poller.resume();
      expect(bench.poller.paused).to.equal(false);
      expect(bench.asked).to.have.length(2);
    });

    it("takes the answer of a poll that was under way when it was paused", async () => {
      bench.poller.start();
      bench.poller.pause();
      await bench.answer();
      expect(bench.accepted).to.deep.equal(["ok"]);
      await bench.world.pass(INTERVAL);
      expect(bench.asked).to.have.length(1);
    });

    it("refreshes while paused, hidden and offline, and leaves that as it was", async () => {
      bench.poller.start();
      await bench.answer();
      bench.poller.pause();
      bench.world.visible.set(false);
      bench.world.online.set(false);
      void bench.poller.refresh();
      await bench.answer("asked for");
      expect(bench.accepted).to.deep.equal(["ok", "asked for"]);
      expect(bench.poller.paused).to.equal(true);
      await bench.world.pass(10 * INTERVAL);
      expect(bench.asked).to.have.length(2);
    });
  });
});
