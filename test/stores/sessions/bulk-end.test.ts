import { expect } from "@open-wc/testing";
import * as fc from "fast-check";
import { sessionKey, type TransferSession } from "../../../src/domain/session/session.js";
import { BulkEnd, type BulkEndOptions } from "../../../src/stores/sessions/bulk-end.js";
import type { EndResult } from "../../../src/stores/sessions/session-endings.js";
import { settled } from "../../support/fake-environment.js";

const session = (id: string): TransferSession => ({ id, provider: "genesys", channel: "chat", status: "active" });
const sessions = (count: number) => Array.from({ length: count }, (_, place) => session(`s${place}`));

/** A batch whose calls the test answers. */
function batch(given: readonly TransferSession[], options: Partial<BulkEndOptions> = {}) {
  const calls: { id: string; answer: (result: EndResult) => void; reject: (error: unknown) => void }[] = [];
  const work = new BulkEnd(given, {
    end: ({ id }) => new Promise((answer, reject) => calls.push({ id, answer, reject })),
    ...options,
  });
  const answer = async (id: string, result: EndResult = { ended: true }) => {
    const index = calls.findIndex((call) => call.id === id);
    calls.splice(index, 1)[0]!.answer(result);
    await settled();
  };
  return {
    work,
    calls,
    answer,
    open: () => calls.map(({ id }) => id).join(" "),
    steps: () => [...work.progress.results.values()].join(" "),
    counts: () => {
      const { total, done, failed, running, cancelled } = work.progress;
      return { total, done, failed, running, cancelled };
    },
  };
}

describe("BulkEnd", () => {
  it("ends a few at a time, in order, and tells how far it is", async () => {
    const { work, answer, open, steps, counts } = batch(sessions(6));
    expect(counts()).to.deep.equal({ total: 6, done: 0, failed: 0, running: 0, cancelled: false });
    expect(open()).to.equal("");
    const finished = work.start();
    expect(open()).to.equal("s0 s1 s2 s3");
    expect(steps()).to.equal("ending ending ending ending waiting waiting");
    await answer("s2");
    expect(open()).to.equal("s0 s1 s3 s4");
    await answer("s0", { ended: false, error: "no" });
    expect(counts()).to.deep.equal({ total: 6, done: 2, failed: 1, running: 4, cancelled: false });
    for (const id of ["s1", "s3", "s4", "s5"]) await answer(id);
    const last = await finished;
    expect(last).to.equal(work.progress);
    expect(steps()).to.equal("failed ended ended ended ended ended");
    expect([...last.errors]).to.deep.equal([["s0", "no"]]);
    expect(counts()).to.deep.equal({ total: 6, done: 6, failed: 1, running: 0, cancelled: false });
  });

  it("takes another number at a time, and the default for none", async () => {
    for (const [concurrency, expected] of [
      [1, 1],
      [2.9, 2],
      [Infinity, 9],
      [0, 4],
      [-1, 4],
      [NaN, 4],
    ] as const) {
      const { work, calls } = batch(sessions(9), { concurrency });
      void work.start();
      expect(calls, String(concurrency)).to.have.length(expected);
    }
  });

  it("ends a session that was given twice once; a later one of the same id is another", () => {
    const later = { ...session("s0"), createdAt: 5 };
    const { work, calls } = batch([session("s0"), session("s0"), later]);
    void work.start();
    expect(calls).to.have.length(2);
    expect([...work.progress.results.keys()]).to.deep.equal(["s0", sessionKey(later)]);
  });

  it("joins what is under way, and has nothing to do with none", async () => {
    const { work, calls, answer } = batch(sessions(1));
    const first = work.start();
    expect(work.start()).to.equal(first);
    expect(calls).to.have.length(1);
    await answer("s0");
    expect((await first).done).to.equal(1);
    expect((await work.start()).done).to.equal(1);
    expect((await batch([]).work.start()).total).to.equal(0);
    expect((await batch([]).work.retryFailed()).total).to.equal(0);
  });

  it("asks just before each call whether the session is still wanted", async () => {
    const gone = new Set(["s1"]);
    const asked: string[] = [];
    const { work, answer, open, steps } = batch(sessions(4), {
      concurrency: 2,
      stillWanted: ({ id }) => {
        asked.push(id);
        return !gone.has(id);
      },
    });
    const finished = work.start();
    expect(open()).to.equal("s0 s2");
    expect(asked).to.deep.equal(["s0", "s1", "s2"]);
    gone.add("s3");
    await answer("s0");
    expect(steps()).to.equal("ended skipped ending skipped");
    await answer("s2");
    expect((await finished).done).to.equal(4);
  });

  it("ends nothing where it cannot tell", async () => {
    const { work, calls, steps } = batch(sessions(2), {
      stillWanted: () => {
        throw new Error("lost");
      },
    });
    expect((await work.start()).failed).to.equal(2);
    expect(calls).to.have.length(0);
    expect(steps()).to.equal("failed failed");
  });

  it("counts a throw, a rejection and no answer at all as failures", async () => {
    const ends: (() => unknown)[] = [
      () => {
        throw new Error("threw");
      },
      () => Promise.reject(new Error("rejected")),
      () => undefined,
      () => ({ ended: true }),
    ];
    const work = new BulkEnd(sessions(4), { end: ({ id }) => ends[Number(id.slice(1))]!() as Promise<EndResult> });
    const { results, errors, failed } = await work.start();
    expect([...results.values()]).to.deep.equal(["failed", "failed", "failed", "ended"]);
    expect([...results.keys()].slice(0, 3).map((key) => String(errors.get(key)))).to.deep.equal([
      "Error: threw",
      "Error: rejected",
      "undefined",
    ]);
    expect(failed).to.equal(3);
  });

  it("skips what has not been started when it is cancelled; what is under way settles", async () => {
    const { work, answer, open, steps, counts } = batch(sessions(4), { concurrency: 2 });
    const finished = work.start();
    work.cancel();
    expect(steps()).to.equal("ending ending skipped skipped");
    expect(counts()).to.deep.equal({ total: 4, done: 2, failed: 0, running: 2, cancelled: true });
    await answer("s0");
    expect(open()).to.equal("s1");
    await answer("s1", { ended: false, error: "no" });
    expect((await finished).done).to.equal(4);
    expect(steps()).to.equal("ended failed skipped skipped");
  });

  it("can be cancelled before it starts, by its own call, and not once all is over", async () => {
    const before = batch(sessions(2));
    before.work.cancel();
    expect((await before.work.start()).cancelled).to.equal(true);
    expect(before.steps()).to.equal("skipped skipped");

    const within: BulkEnd = new BulkEnd(sessions(3), {
      concurrency: 1,
      end: async () => {
        within.cancel();
        return { ended: true };
      },
    });
    expect([...(await within.start()).results.values()]).to.deep.equal(["ended", "skipped", "skipped"]);

    const over = batch(sessions(1));
    void over.work.start();
    await over.answer("s0");
    over.work.cancel();
    expect(over.work.progress.cancelled).to.equal(false);
  });

  it("tries again those that failed, and no others", async () => {
    const { work, answer, open, steps, counts } = batch(sessions(4), { concurrency: 2 });
    const first = work.start();
    await answer("s0", { ended: false, error: "no" });
    await answer("s1");
    work.cancel();
    await answer("s2", { ended: false, error: "no" });
    await answer("s3");
    await first;
    expect(steps()).to.equal("failed ended failed ended");
    const second = work.retryFailed();
    expect(open()).to.equal("s0 s2");
    expect(counts()).to.deep.equal({ total: 4, done: 2, failed: 0, running: 2, cancelled: false });
    await answer("s0");
    await answer("s2");
    expect((await second).errors.size).to.equal(0);
    expect(steps()).to.equal("ended ended ended ended");
  });

  it("tries again while others are still under way; cancelled then, they stay failed", async () => {
    const { work, answer, steps } = batch(sessions(3), { concurrency: 1 });
    const finished = work.start();
    await answer("s0", { ended: false, error: "no" });
    expect(work.retryFailed()).to.equal(finished);
    expect(steps()).to.equal("waiting ending waiting");
    work.cancel();
    expect(steps()).to.equal("failed ending skipped");
    expect(work.progress.errors.get("s0")).to.equal("no");
    await answer("s1");
    expect((await finished).done).to.equal(3);
  });

  it("tells its subscribers, once for what changed together, and keeps each snapshot as it was", async () => {
    const { work, answer } = batch(sessions(3), { concurrency: 1 });
    const seen: number[] = [];
    const unsubscribe = work.subscribe(() => seen.push(work.progress.done));
    const before = work.progress;
    void work.start();
    await settled();
    expect(seen).to.deep.equal([0]);
    await answer("s0");
    expect(seen).to.deep.equal([0, 1]);
    expect(before.results.get("s0")).to.equal("waiting");
    expect(work.progress).to.equal(work.progress);
    unsubscribe();
    unsubscribe();
    await answer("s1");
    expect(seen).to.deep.equal([0, 1]);
  });

  it("settles every session, never runs more than it may, and calls no session twice at once (property)", async () => {
    const outcomes = fc.array(fc.constantFrom("ended", "refused", "throws", "unwanted", "cancel", "late"), {
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(outcomes, fc.integer({ min: 1, max: 6 }), async (given, concurrency) => {
        let running = 0;
        let most = 0;
        const open = new Set<string>();
        const outcomeOf = ({ id }: TransferSession) => given[Number(id.slice(1))]!;
        const work: BulkEnd = new BulkEnd(sessions(given.length), {
          concurrency,
          stillWanted: (one) => outcomeOf(one) !== "unwanted",
          end: async (one) => {
            expect(open.has(one.id)).to.equal(false);
            open.add(one.id);
            most = Math.max(most, ++running);
            const outcome = outcomeOf(one);
            if (outcome === "cancel") work.cancel();
            for (let turns = outcome === "late" ? 9 : 1; turns > 0; turns--) await Promise.resolve();
            running--;
            open.delete(one.id);
            if (outcome === "throws") throw new Error("no");
            return outcome === "refused" ? { ended: false, error: "no" } : { ended: true };
          },
        });
        for (const round of [() => work.start(), () => work.retryFailed()]) {
          const progress = await round();
          expect([progress.done, progress.running]).to.deep.equal([given.length, 0]);
          for (const step of progress.results.values()) expect(step).to.be.oneOf(["ended", "failed", "skipped"]);
          expect(progress.errors.size).to.equal(progress.failed);
        }
        expect(most).to.be.at.most(concurrency);
      }),
    );
  });
});
