import { expect } from "@open-wc/testing";
import { Poller } from "../../../src/stores/sessions/poller.js";
import { sightOf } from "../../../src/platform/sight.js";
import { FakeEnvironment, NOON, settled } from "../../support/fake-environment.js";

const LIMIT = 60_000;
const INTERVAL = 30_000;

/** One request of the poller, answered by the test. */
interface Asked {
  readonly signal: AbortSignal;
  answer(value: string): void;
  fail(error: unknown): void;
}

/** Whether a promise has settled by now. */
async function isDone(promise: Promise<unknown>): Promise<boolean> {
  let done = false;
  void promise.then(() => (done = true));
  await settled();
  return done;
}

describe("the poller", () => {
  let world: FakeEnvironment;
  let asked: Asked[];
  let accepted: string[];
  let failed: unknown[];
  let verdict: { halt?: boolean; retryAfterMs?: number; heard?: boolean };
  let refuse: Error | undefined;
  let poller: Poller<string>;

  const last = () => asked.at(-1)!;
  async function answer(value = "ok"): Promise<void> {
    last().answer(value);
    await settled();
  }
  async function fail(error: unknown = new Error("down")): Promise<void> {
    last().fail(error);
    await settled();
  }
  beforeEach(() => {
    world = new FakeEnvironment();
    asked = [];
    accepted = [];
    failed = [];
    verdict = {};
    refuse = undefined;
    poller = new Poller<string>({
      environment: world,
      sight: sightOf(world.visible),
      limit: LIMIT,
      ask: (signal) =>
        new Promise((resolve, reject) => {
          asked.push({ signal, answer: resolve, fail: reject });
        }),
      accept: (value) => {
        if (refuse) throw refuse;
        accepted.push(value);
      },
      fail: (error) => {
        failed.push(error);
        return verdict;
      },
      onChange: () => {},
      makeTimeout: () => "too late",
    });
  });

  describe("its rhythm", () => {
    it("asks at once at the start, and then an interval after each completion", async () => {
      poller.start();
      expect(asked).to.have.length(1);
      expect(poller.polling).to.equal(true);
      expect(poller.nextAt).to.equal(undefined);
      await world.pass(20_000);
      await answer();
      expect(poller.nextAt).to.equal(NOON + 50_000);
      await world.pass(29_999);
      expect(asked).to.have.length(1);
      await world.pass(1);
      expect(asked).to.have.length(2);
    });

    it("never asks twice at once, however slow the answer", async () => {
      poller.start();
      await world.pass(59_999);
      expect(asked).to.have.length(1);
    });

    it("starts once, however often it is told", async () => {
      poller.start();
      poller.start();
      await answer();
      await world.pass(INTERVAL);
      expect(asked).to.have.length(2);
      expect(world.visible.listenerCount).to.equal(1);
    });

    it("follows a new interval from the last completion on", async () => {
      poller.start();
      await answer();
      await world.pass(10_000);
      poller.follow({ interval: 15_000 });
      expect(poller.nextAt).to.equal(NOON + 15_000);
      await world.pass(5_000);
      expect(asked).to.have.length(2);
      await answer();
      await world.pass(10_000);
      poller.follow({ interval: 5_000 });
      expect(asked).to.have.length(3);
    });

    it("asks soon after a sleep through which its timer stood still", async () => {
      poller.follow({ interval: 300_000 });
      poller.start();
      await answer();
      await world.pass(60_000);
      world.shiftClock(3 * 3_600_000);
      await world.pass(5_000);
      expect(asked).to.have.length(2);
    });

    it("asks soon after the clock was set back by hours, and plans no poll in hours", async () => {
      poller.start();
      await answer();
      await world.pass(1_000);
      world.shiftClock(-8 * 3_600_000);
      await world.pass(5_000);
      expect(asked).to.have.length(2);
      await answer();
      expect(poller.nextAt).to.equal(world.clock.now() + INTERVAL);
    });

    it("is not stopped for an hour by a clock that is set back by one", async () => {
      poller.start();
      await answer();
      world.jumpTo(NOON - 3_600_000);
      world.visible.set(true);
      expect(asked).to.have.length(2);
    });

    it("polls at once where the clock was set ahead", async () => {
      poller.start();
      await answer();
      world.jumpTo(NOON + 3_600_000);
      world.visible.set(true);
      expect(asked).to.have.length(2);
    });
  });

  describe("start and stop", () => {
    it("keeps its schedule when started again within the interval", async () => {
      poller.start();
      await answer();
      await world.pass(10_000);
      poller.stop();
      expect(poller.nextAt).to.equal(undefined);
      expect(world.timerCount).to.equal(0);
      await world.pass(10_000);
      poller.start();
      expect(asked).to.have.length(1);
      expect(poller.nextAt).to.equal(NOON + INTERVAL);
    });

    it("asks at once when started again later", async () => {
      poller.start();
      await answer();
      poller.stop();
      await world.pass(INTERVAL);
      expect(asked).to.have.length(1);
      poller.start();
      expect(asked).to.have.length(2);
    });

    it("aborts what is under way, and its answer changes nothing", async () => {
      poller.start();
      poller.stop();
      expect(last().signal.aborted).to.equal(true);
      await answer();
      expect(accepted).to.deep.equal([]);
      expect(failed).to.deep.equal([]);
      expect(poller.polling).to.equal(false);
    });

    it("leaves nothing behind", async () => {
      poller.start();
      await world.pass(1_000);
      poller.stop();
      await settled();
      expect(world.timerCount).to.equal(0);
      expect(world.visible.listenerCount + world.online.listenerCount).to.equal(0);
    });
  });

  describe("refresh", () => {
    it("asks now, and the interval counts from then", async () => {
      poller.start();
      await answer();
      await world.pass(10_000);
      const refreshed = poller.refresh();
      expect(asked).to.have.length(2);
      expect(await isDone(refreshed)).to.equal(false);
      await answer("new");
      expect(await isDone(refreshed)).to.equal(true);
      expect(accepted).to.deep.equal(["ok", "new"]);
      expect(poller.nextAt).to.equal(NOON + 40_000);
    });

    it("joins a poll under way", async () => {
      poller.start();
      const refreshed = [poller.refresh(), poller.refresh()];
      expect(asked).to.have.length(1);
      await answer();
      await Promise.all(refreshed);
    });

    it("does not reject where the poll fails", async () => {
      poller.start();
      const refreshed = poller.refresh();
      await fail();
      await refreshed;
      expect(failed).to.have.length(1);
    });

    it("settles where the poller is stopped meanwhile", async () => {
      poller.start();
      const refreshed = poller.refresh();
      poller.stop();
      expect(await isDone(refreshed)).to.equal(true);
    });
  });

  describe("replace", () => {
    it("gives those who wait the new answer, even if the source ignores its signal", async () => {
      poller.start();
      const waiting = poller.refresh();
      const old = last();
      const replaced = poller.replace();
      expect(old.signal.aborted).to.equal(true);
      expect(asked).to.have.length(2);
      old.answer("old");
      expect(await isDone(waiting)).to.equal(false);
      await answer("new");
      await Promise.all([waiting, replaced]);
      expect(accepted).to.deep.equal(["new"]);
    });

    it("can be replaced in its turn", async () => {
      poller.start();
      const waiting = poller.refresh();
      void poller.replace();
      void poller.replace();
      expect(await isDone(waiting)).to.equal(false);
      await answer("third");
      await waiting;
      expect(accepted).to.deep.equal(["third"]);
      expect(failed).to.deep.equal([]);
    });

    it("asks nothing where nobody looks, and at once when somebody does", async () => {
      poller.start();
      await answer();
      poller.stop();
      await poller.replace();
      expect(asked).to.have.length(1);
      poller.start();
      expect(asked).to.have.length(2);
    });
  });

  describe("silence", () => {
    for (const name of ["visible", "online"] as const) {
      it(`asks nothing while not ${name}, and once on return if the interval has passed`, async () => {
        poller.start();
        await answer();
        world[name].set(false);
        expect(poller.nextAt).to.equal(undefined);
        await world.pass(10 * INTERVAL);
        expect(asked).to.have.length(1);
        world[name].set(true);
        world[name].set(true);
        expect(asked).to.have.length(2);
      });
    }

    it("goes on as planned where it was hidden only for a moment", async () => {
      poller.start();
      await answer();
      world.visible.set(false);
      await world.pass(10_000);
      world.visible.set(true);
      expect(asked).to.have.length(1);
      expect(poller.nextAt).to.equal(NOON + INTERVAL);
    });

    it("asks nothing where it starts hidden, online or not", async () => {
      world.visible.set(false);
      world.online.set(false);
      poller.start();
      world.online.set(true);
      await world.pass(INTERVAL);
      expect(asked).to.have.length(0);
      world.visible.set(true);
      expect(asked).to.have.length(1);
    });

    it("asks once where it starts offline, and then not until the machine says that it is online", async () => {
      world.online.set(false);
      poller.start();
      expect(asked).to.have.length(1);
      await fail();
      await world.pass(100 * INTERVAL);
      expect(asked).to.have.length(1);
      world.online.set(true);
      expect(asked, "back-off or not").to.have.length(2);
    });

    it("asks at once when the machine is online again, and after a request that was under way meanwhile", async () => {
      poller.start();
      await answer();
      world.online.set(false);
      await world.pass(10_000);
      world.online.set(true);
      expect(asked).to.have.length(2);
      world.online.set(false);
      world.online.set(true);
      expect(asked).to.have.length(2);
      await fail();
      expect(asked).to.have.length(3);
    });

    for (const way of ["the first request", "a refresh", "a refusal with a status"]) {
      it(`believes the machine's "offline" no more once ${way} was answered in spite of it`, async () => {
        if (way === "the first request") {
          world.online.set(false);
          poller.start();
          await answer();
        } else {
          poller.start();
          await answer();
          world.online.set(false);
          await world.pass(10 * INTERVAL);
          expect(asked).to.have.length(1);
          void poller.refresh();
          verdict = { heard: true };
          if (way === "a refresh") await answer();
          else await fail();
        }
        const before = asked.length;
        await world.pass(2 * INTERVAL);
        expect(asked).to.have.length(before + 1);
      });
    }

    it("goes on while hidden for as long as somebody wants to be called", async () => {
      poller.start();
      await answer();
      world.visible.set(false);
      poller.follow({ interval: INTERVAL, whileHidden: true });
      await world.pass(INTERVAL);
      expect(asked).to.have.length(2);
      await answer();
      poller.follow({ interval: INTERVAL });
      await world.pass(10 * INTERVAL);
      expect(asked).to.have.length(2);
    });

    it("pauses and resumes: at once if the interval has passed", async () => {
      poller.start();
      await answer();
      poller.pause();
      expect(poller.paused).to.equal(true);
      await world.pass(INTERVAL);
      expect(asked).to.have.length(1);
      poller.resume();
      expect(poller.paused).to.equal(false);
      expect(asked).to.have.length(2);
    });

    it("takes the answer of a poll that was under way when it was paused", async () => {
      poller.start();
      poller.pause();
      await answer();
      expect(accepted).to.deep.equal(["ok"]);
      await world.pass(INTERVAL);
      expect(asked).to.have.length(1);
    });

    it("refreshes while paused, hidden and offline, and leaves that as it was", async () => {
      poller.start();
      await answer();
      poller.pause();
      world.visible.set(false);
      world.online.set(false);
      void poller.refresh();
      await answer("asked for");
      expect(accepted).to.deep.equal(["ok", "asked for"]);
      expect(poller.paused).to.equal(true);
      await world.pass(10 * INTERVAL);
      expect(asked).to.have.length(2);
    });
  });

  describe("failure", () => {
    it("backs off, and is itself again after one good answer", async () => {
      world.nextRandom = 0;
      poller.start();
      for (const delay of [48_000, 96_000, 192_000, 240_000, 240_000]) {
        await fail();
        const failedAt = world.clock.now();
        expect(poller.nextAt).to.equal(failedAt + delay);
        await world.pass(delay);
      }
      expect(asked).to.have.length(6);
      expect(poller.failures).to.equal(5);
      await answer();
      expect(poller.failures).to.equal(0);
      expect(poller.nextAt).to.equal(world.clock.now() + INTERVAL);
    });

    it("does not move the retry by being rescheduled", async () => {
      world.nextRandom = 0.5;
      poller.start();
      await fail();
      const { nextAt } = poller;
      world.nextRandom = 0.9;
      world.visible.set(false);
      world.visible.set(true);
      expect(poller.nextAt).to.equal(nextAt);
    });

    it("obeys Retry-After, once", async () => {
      world.nextRandom = 0;
      verdict = { retryAfterMs: 7_000 };
      poller.start();
      await fail();
      expect(poller.nextAt).to.equal(NOON + 7_000);
      await world.pass(7_000);
      verdict = {};
      await fail();
      expect(poller.nextAt).to.equal(NOON + 7_000 + 96_000);
    });

    for (const retryAfterMs of [0, 5_000, undefined]) {
      it(`asks a server in trouble less often than a healthy one, with Retry-After ${retryAfterMs}`, async () => {
        poller.start();
        await answer();
        const before = asked.length;
        verdict = retryAfterMs === undefined ? {} : { retryAfterMs };
        for (let minute = 0; minute < 10; minute++) {
          // Every request of the minute fails at once.
          for (const until = world.clock.now() + 60_000; world.clock.now() < until;) {
            await world.pass(1_000);
            if (poller.polling) await fail();
          }
        }
        expect(asked.length - before)
          .to.be.greaterThan(1)
          .and.at.most(10);
      });
    }

    it("counts an answer that is refused as a failure", async () => {
      refuse = new Error("no list");
      poller.start();
      await answer();
      expect(failed).to.deep.equal([refuse]);
      expect(poller.failures).to.equal(1);
    });

    it("takes a source that throws at once for one that failed", async () => {
      const error = new Error("at once");
      const thrower = new Poller<string>({
        environment: world,
        sight: sightOf(world.visible),
        limit: LIMIT,
        ask: () => {
          throw error;
        },
        accept: () => {},
        fail: (thrown) => {
          failed.push(thrown);
          return {};
        },
        onChange: () => {},
        makeTimeout: () => "too late",
      });
      await thrower.refresh();
      expect(failed).to.deep.equal([error]);
    });

    it("halts when told to, until a refresh", async () => {
      verdict = { halt: true };
      poller.start();
      await fail();
      expect(poller.nextAt).to.equal(undefined);
      await world.pass(3_600_000);
      world.visible.set(false);
      world.visible.set(true);
      poller.pause();
      poller.resume();
      poller.stop();
      poller.start();
      expect(asked).to.have.length(1);
      void poller.refresh();
      await answer();
      await world.pass(INTERVAL);
      expect(asked).to.have.length(3);
    });
  });

  describe("a poll that does not settle", () => {
    it("is given up, counts as failed, and is aborted", async () => {
      world.nextRandom = 0;
      poller.start();
      await world.pass(LIMIT - 1);
      expect(failed).to.deep.equal([]);
      await world.pass(1);
      expect(failed).to.deep.equal(["too late"]);
      expect(last().signal.aborted).to.equal(true);
      await world.pass(48_000);
      expect(asked).to.have.length(2);
    });

    it("changes nothing when it answers after all", async () => {
      poller.start();
      const lost = last();
      await world.pass(LIMIT);
      lost.answer("late");
      await settled();
      expect(accepted).to.deep.equal([]);
      expect(poller.failures).to.equal(1);
    });

    it("was too late even if the source answers its abort at once", async () => {
      poller.start();
      const { signal, fail } = last();
      signal.addEventListener("abort", () => fail("aborted"));
      await world.pass(LIMIT);
      expect(failed).to.deep.equal(["too late"]);
    });

    it("has no limit left over once it has settled", async () => {
      poller.start();
      await answer();
      poller.pause();
      expect(world.timerCount).to.equal(0);
    });
  });

  describe("a push", () => {
    it("polls at once where the last poll is a second past", async () => {
      poller.start();
      await answer();
      await world.pass(1_000);
      poller.push();
      expect(asked).to.have.length(2);
    });

    it("makes no busy loop: within a second there is one poll", async () => {
      poller.start();
      await answer();
      for (let push = 0; push < 50; push++) poller.push();
      expect(asked).to.have.length(1);
      await world.pass(1_000);
      expect(asked).to.have.length(2);
      await answer();
      await world.pass(INTERVAL - 1);
      expect(asked).to.have.length(2);
    });

    it("that comes during a poll is followed by another", async () => {
      poller.start();
      poller.push();
      await answer();
      await world.pass(1_000);
      expect(asked).to.have.length(2);
    });

    it("waits while paused, and does not get around the back-off", async () => {
      world.nextRandom = 0;
      poller.start();
      await answer();
      poller.pause();
      poller.push();
      await world.pass(2_000);
      expect(asked).to.have.length(1);
      poller.resume();
      expect(asked).to.have.length(2);
      await fail();
      poller.push();
      await world.pass(47_999);
      expect(asked).to.have.length(2);
      await world.pass(1);
      expect(asked).to.have.length(3);
    });
  });
});
