import { expect } from "@open-wc/testing";
import { timelineOf } from "../../../src/domain/session/timeline.js";
import type { TransferSession } from "../../../src/domain/session/session.js";

const session = (fields: Partial<TransferSession> = {}): TransferSession => ({
  id: "a",
  provider: "genesys",
  channel: "chat",
  status: "queued",
  createdAt: 100,
  ...fields,
});

const bars = (timeline: ReturnType<typeof timelineOf>): (string | number | undefined)[][] =>
  timeline.segments.map(({ status, from, to }) => [status, from, to]);

describe("timelineOf", () => {
  it("lets pending begin with the session", () => {
    const steps = [
      { status: "pending", seenAt: 150 },
      { status: "queued", seenAt: 200 },
    ];
    const timeline = timelineOf(session(), { steps }, 260);
    expect(bars(timeline)).to.deep.equal([
      ["pending", 100, 200],
      ["queued", 200, 260],
    ]);
    expect(timeline.segments.map(({ open }) => open)).to.deep.equal([false, true]);
    expect(timeline.firstSeenAt).to.equal(undefined);
  });

  it("claims nothing about the time before the first sight", () => {
    const timeline = timelineOf(session(), { steps: [{ status: "active", seenAt: 150 }] }, 200);
    expect(bars(timeline)).to.deep.equal([
      [undefined, 100, 150],
      ["active", 150, 200],
    ]);
    expect(timeline.firstSeenAt).to.equal(150);
  });

  it("stops at the end that the record names", () => {
    const steps = [
      { status: "active", seenAt: 100 },
      { status: "ended", seenAt: 300 },
    ];
    const timeline = timelineOf(session({ status: "ended", endedAt: 280 }), { steps }, 900);
    expect(bars(timeline)).to.deep.equal([["active", 100, 280]]);
    expect(timeline.endedAt).to.equal(280);
    expect(timeline.segments[0]!.open).to.equal(false);
  });

  it("stops when the session left", () => {
    const timeline = timelineOf(session(), { steps: [{ status: "active", seenAt: 100 }], leftAt: 400 }, 900);
    expect(bars(timeline)).to.deep.equal([["active", 100, 400]]);
  });

  it("survives clocks that disagree and times that are missing", () => {
    for (const createdAt of [undefined, 0, 1e15]) {
      for (const endedAt of [undefined, -5, 1e15]) {
        const steps = [
          { status: "queued", seenAt: 200 },
          { status: "ended", seenAt: 100 },
        ];
        const { createdAt: _, ...rest } = session({ status: "ended" });
        const given = {
          ...rest,
          ...(createdAt === undefined ? {} : { createdAt }),
          ...(endedAt === undefined ? {} : { endedAt }),
        };
        for (const { from, to } of timelineOf(given, { steps }, 50).segments) expect(to).to.be.greaterThan(from);
      }
    }
  });
});
