import { expect } from "@open-wc/testing";
import { PARTS, WORK } from "../support/long-texts.js";

function timeOf(work: (text: string) => unknown, text: string): number {
  const start = performance.now();
  work(text);
  return performance.now() - start;
}

/**
 * Four doublings. What is linear takes 16 times as long and what is quadratic 256 times: no busy machine and no pause of
 * the browser's makes one look like the other four times in a row.
 */
const isQuadratic = (work: (text: string) => unknown, part: string): boolean => {
  const short = part.repeat(Math.ceil(10_000 / part.length));
  for (let round = 0; round < 4; round++) {
    const before = timeOf(work, short);
    const after = timeOf(work, short.repeat(16));
    // A clock of whole milliseconds says nothing of less.
    if (after <= 64 * Math.max(before, 2)) return false;
  }
  return true;
};

describe("time", () => {
  for (const [name, work] of Object.entries(WORK)) {
    it(`grows with the text, and no faster, for ${name}`, () => {
      expect(PARTS.filter((part) => isQuadratic(work, part))).to.deep.equal([]);
    });
  }
});
