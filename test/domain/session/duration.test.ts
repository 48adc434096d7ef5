import { expect } from "@open-wc/testing";
import { durationOf } from "../../../src/domain/session/duration.js";
import { session } from "../../support/session.js";

describe("durationOf", () => {
  it("counts from the creation to now", () => {
    expect(durationOf(session({ createdAt: 1_000 }), 61_000)).to.equal(60_000);
  });

  it("is unknown where no creation is", () => {
    expect(durationOf(session({ updatedAt: 1_000 }), 61_000)).to.equal(undefined);
  });

  it("counts from 1970 too", () => {
    expect(durationOf(session({ createdAt: 0 }), 5)).to.equal(5);
  });

  it("is never negative", () => {
    expect(durationOf(session({ createdAt: 61_000 }), 1_000)).to.equal(0);
    expect(durationOf(session({ createdAt: 61_000, status: "ended", endedAt: 1_000 }), 90_000)).to.equal(0);
  });

  it("freezes once ended: at the end, else the last activity", () => {
    const ended = { createdAt: 1_000, status: "ended" };
    expect(durationOf(session({ ...ended, updatedAt: 2_000, endedAt: 3_000 }), 99_000)).to.equal(2_000);
    expect(durationOf(session({ ...ended, updatedAt: 2_000 }), 99_000)).to.equal(1_000);
    expect(durationOf(session(ended), 99_000)).to.equal(98_000);
  });

  it("does not freeze before, whatever endedAt says", () => {
    expect(durationOf(session({ createdAt: 1_000, status: "post_agent", endedAt: 2_000 }), 5_000)).to.equal(4_000);
  });
});
