import { expect } from "@open-wc/testing";
import * as fc from "fast-check";
import { HOUR, MINUTE, SECOND, START, TestFloor } from "./support.js";

describe("memoryDataSource: determinism", () => {
  it("gives the same floor for the same seed and clock", async () => {
    const one = new TestFloor({ seed: 7 });
    const other = new TestFloor({ seed: 7 });
    for (let minute = 0; minute < 30; minute++) {
      expect(await one.pass(MINUTE).rows()).to.deep.equal(await other.pass(MINUTE).rows());
    }
  });

  it("gives another floor for another seed, text or number", async () => {
    const floors = await Promise.all([1, 2, "1x", "two"].map((seed) => new TestFloor({ seed }).ids()));
    expect(new Set(floors.flat()).size).to.equal(floors.flat().length);
  });

  it("does not depend on how often it is asked", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.array(fc.integer({ min: 1, max: 20 * MINUTE }), { maxLength: 25 }),
        async (seed, steps) => {
          const asked = new TestFloor({ seed });
          for (const step of steps) await asked.pass(step).rows();
          const slept = new TestFloor({ seed }).pass(steps.reduce((sum, step) => sum + step, 0));
          expect(await slept.rows()).to.deep.equal(await asked.rows());
        },
      ),
      { numRuns: 25 },
    );
  });

  it("does not depend on when it was created, so a restarted server shows the same sessions", async () => {
    const late = new TestFloor({}, START + 3 * HOUR);
    const early = new TestFloor().pass(3 * HOUR);
    expect(await late.rows()).to.have.deep.members(await early.rows());
  });

  it("wakes from a long sleep as if it had been awake", async () => {
    const asked = new TestFloor();
    for (let hour = 0; hour < 60; hour++) await asked.pass(HOUR).rows();
    expect(await new TestFloor().pass(60 * HOUR).rows()).to.deep.equal(await asked.rows());
  });

  it("survives a clock that jumps decades, goes back, or breaks", async () => {
    const floor = new TestFloor({}, 0);
    floor.clock.time = START;
    const rows = await floor.rows();
    expect(rows.length).to.be.within(10, 80);
    for (const time of [START - HOUR, Number.NaN, Infinity]) {
      floor.clock.time = time;
      expect(await floor.rows()).to.deep.equal(rows);
    }
  });

  it("is warm from the start, with sessions of all ages", async () => {
    for (let seed = 0; seed < 10; seed++) {
      const rows = await new TestFloor({ seed }).rows();
      expect(rows.length, `seed ${seed}`).to.be.within(18, 60);
      const ages = rows.map((row) => START - Date.parse(row.createdAt));
      expect(Math.min(...ages)).to.be.within(0, 5 * MINUTE);
      expect(Math.max(...ages)).to.be.above(10 * MINUTE);
      expect(rows.every((row) => Date.parse(row.updatedAt) <= START)).to.equal(true);
    }
  });

  it("gives a session's message times to that session alone", async () => {
    const ended = new TestFloor();
    const left = new TestFloor();
    const [first, ...others] = (await ended.rows()).filter((row) => row.status === "active");
    await ended.source.end({ id: first!.id }, { signal: new AbortController().signal });
    ended.pass(40 * SECOND);
    left.pass(40 * SECOND);
    const after = new Map((await left.rows()).map((row) => [row.id, row]));
    for (const row of await ended.rows()) {
      if (others.some((other) => other.id === row.id)) expect(row).to.deep.equal(after.get(row.id));
    }
  });
});
