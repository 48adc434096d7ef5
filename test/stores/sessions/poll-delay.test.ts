import { expect } from "@open-wc/testing";
import * as fc from "fast-check";
import { pollDelay } from "../../../src/stores/sessions/poll-delay.js";

const HOUR = 3_600_000;

describe("pollDelay", () => {
  it("is the interval after a good poll, whatever the rest says", () => {
    expect(pollDelay(30_000, 0, undefined, 0.7)).to.equal(30_000);
    expect(pollDelay(30_000, 0, 5_000, 0.7)).to.equal(30_000);
  });

  it("doubles with each failure, up to five minutes", () => {
    const delays = [1, 2, 3, 4, 5, 2_000].map((failures) => pollDelay(30_000, failures, undefined, 1));
    expect(delays).to.deep.equal([60_000, 120_000, 240_000, 300_000, 300_000, 300_000]);
  });

  it("spreads retries over the last fifth", () => {
    expect(pollDelay(30_000, 1, undefined, 0)).to.equal(48_000);
    expect(pollDelay(30_000, 1, undefined, 0.5)).to.equal(54_000);
  });

  it("does not hasten a monitor that is slower than five minutes by itself", () => {
    expect(pollDelay(HOUR, 3, undefined, 1)).to.equal(HOUR);
  });

  it("obeys a Retry-After that is longer, up to an hour, and spreads what follows it over a fifth", () => {
    expect(pollDelay(30_000, 1, 1_200_000, 0)).to.equal(1_200_000);
    expect(pollDelay(30_000, 1, 86_400_000, 0)).to.equal(HOUR);
    expect(pollDelay(30_000, 1, 1_200_000, 0.5)).to.equal(1_320_000);
  });

  it("asks no sooner than without a Retry-After", () => {
    for (const retryAfter of [0, 5_000, 29_000]) expect(pollDelay(30_000, 4, retryAfter, 0)).to.equal(240_000);
  });

  it("goes by Retry-After alone before the first list, and makes no busy loop of nothing", () => {
    expect(pollDelay(30_000, 4, 7_000, 0, true)).to.equal(7_000);
    expect(pollDelay(30_000, 4, 0, 0, true)).to.equal(1_000);
    expect(pollDelay(30_000, 1, 86_400_000, 0, true)).to.equal(HOUR);
    expect(pollDelay(30_000, 1, undefined, 0, true)).to.equal(48_000);
  });

  it("stays within its bounds", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: HOUR }),
        fc.nat(3_000),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (interval, failures, random) => {
          const delay = pollDelay(interval, failures, undefined, random);
          expect(delay).to.be.at.least(interval);
          expect(delay).to.be.at.most(Math.max(interval, 300_000));
        },
      ),
    );
  });
});
