import { expect } from "@open-wc/testing";
import * as fc from "fast-check";
import { givenRow, HOUR, MINUTE, request, TestFloor, type Row } from "./support.js";

/** Applies a delta as the contract says: `removed` first, then `changed`, each in the place of its id or at the end. */
function apply(rows: readonly Row[], removed: readonly string[], changed: readonly Row[]): Row[] {
  const next = new Map(rows.filter((row) => !removed.includes(row.id)).map((row) => [row.id, row]));
  for (const row of changed) next.set(row.id, row);
  return [...next.values()];
}

const action = fc.oneof(
  fc.record({ do: fc.constant("pass" as const), time: fc.integer({ min: 0, max: 10 * MINUTE }) }),
  fc.record({ do: fc.constant("poll" as const) }),
  fc.record({ do: fc.constant("end" as const), which: fc.nat(200) }),
  fc.record({ do: fc.constant("rate" as const), rate: fc.constantFrom(0, 1, 5, 20) }),
  fc.record({ do: fc.constant("ttl" as const), minutes: fc.constantFrom(0, 1, 5, 30) }),
);

describe("memoryDataSource: deltas", () => {
  it("come to the same as the whole list", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.array(action, { maxLength: 40 }), async (seed, actions) => {
        const floor = new TestFloor({ seed });
        const first = await floor.source.list(request);
        let cursor = first.cursor;
        let known = await floor.rows();
        for (const step of [...actions, { do: "poll" as const }]) {
          if (step.do === "pass") floor.pass(step.time);
          else if (step.do === "rate") floor.source.setRate(step.rate);
          else if (step.do === "ttl")
            await floor.source.saveLifecycle({ chat: step.minutes, voice: step.minutes }, request);
          else if (step.do === "end") {
            const rows = await floor.rows();
            if (rows.length > 0) await floor.source.end({ id: rows[step.which % rows.length]!.id }, request);
          } else {
            const answer = await floor.source.list({ ...request, cursor });
            if (!("changed" in answer)) throw new Error("a delta was expected");
            known = apply(known, answer.removed, answer.changed as Row[]);
            cursor = answer.cursor;
            expect(known).to.deep.equal(await floor.rows());
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("say nothing when nothing happened", async () => {
    const floor = new TestFloor();
    const { cursor } = await floor.source.list(request);
    const answer = await floor.source.list({ ...request, cursor });
    expect(answer).to.deep.equal({
      changed: [],
      removed: [],
      cursor,
      serverTime: new Date(floor.clock.time).toISOString(),
    });
  });

  it("leave the rows that did not change the same objects", async () => {
    const floor = new TestFloor({ sessions: [givenRow({ id: "a" }), givenRow({ id: "b" })] });
    const before = await floor.rows();
    await floor.source.end({ id: "b" }, request);
    const after = await floor.rows();
    expect(after[0]).to.equal(before[0]);
    expect(after[1]).not.to.equal(before[1]);
    expect(before[1]!.status).to.equal("active");
  });

  it("give the whole list for a cursor of another source, or of none", async () => {
    const floor = new TestFloor();
    const other = await new TestFloor({ seed: 9 }).source.list(request);
    for (const cursor of ["", "x", "1.1", other.cursor, `${other.cursor}.1`, "../..", "__proto__"]) {
      expect(await floor.source.list({ ...request, cursor }), cursor).to.have.property("sessions");
    }
    const { cursor } = await floor.source.list(request);
    expect(await floor.source.list({ ...request, cursor: cursor.replace(/\..*/, ".zzzzzz") })).to.have.property(
      "sessions",
    );
  });

  it("give the whole list to a caller who holds none", async () => {
    const { source } = new TestFloor();
    const { cursor } = await source.list(request);
    expect(await source.list({ ...request, cursor, whole: true })).to.have.property("sessions");
  });

  it("give the whole list when too much has happened", async () => {
    for (const [departures, answer] of [
      [20_000, "changed"],
      [20_001, "sessions"],
    ] as const) {
      const sessions = Array.from({ length: departures }, (_, index) => givenRow({ id: `${index}`, ttlMinutes: 1 }));
      const floor = new TestFloor({ sessions, rate: 0 });
      const { cursor } = await floor.source.list(request);
      floor.pass(10 * MINUTE);
      expect(await floor.source.list({ ...request, cursor }), `${departures}`).to.have.property(answer);
      expect(await floor.rows()).to.deep.equal([]);
    }
  });

  it("carry the server's time", async () => {
    const floor = new TestFloor().pass(HOUR);
    const answer = await floor.source.list(request);
    expect(answer.serverTime).to.equal(new Date(floor.clock.time).toISOString());
  });
});
