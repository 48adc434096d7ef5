import { expect } from "@open-wc/testing";
import type { TransferSession } from "../../../src/domain/session/session.js";
import { NO_CHANGES } from "../../../src/stores/sessions/session-ledger.js";
import { timelineOf } from "../../../src/domain/session/timeline.js";
import { SessionHistory } from "../../../src/stores/sessions/session-history.js";

const row = (id: string, status: string): TransferSession => ({
  id,
  provider: "genesys",
  channel: "chat",
  status,
  createdAt: 1,
});

/** What a restless session has at a time. */
const status = (at: number) => ["pending", "queued", "active"][at % 3]!;

describe("SessionHistory", () => {
  it("knows nothing before the first list", () => {
    expect(new SessionHistory().of(row("a", "queued"))).to.equal(undefined);
  });

  it("notes each status when it is first seen", () => {
    const history = new SessionHistory();
    history.observe({ ...NO_CHANGES, added: [row("a", "pending")] }, 10);
    history.observe({ ...NO_CHANGES, changed: [{ before: row("a", "pending"), after: row("a", "queued") }] }, 20);
    history.observe(
      { ...NO_CHANGES, changed: [{ before: row("a", "queued"), after: { ...row("a", "queued"), queue: "x" } }] },
      30,
    );
    history.observe({ ...NO_CHANGES, added: [row("b", "active")] }, 40);
    expect(history.of(row("a", "queued"))).to.deep.equal({
      steps: [
        { status: "pending", seenAt: 10 },
        { status: "queued", seenAt: 20 },
      ],
    });
    expect(history.of(row("b", "active"))).to.deep.equal({ steps: [{ status: "active", seenAt: 40 }] });
  });

  it("keeps the last two hundred statuses of one session, and claims none before them", () => {
    const history = new SessionHistory();
    history.observe({ ...NO_CHANGES, added: [row("a", status(0))] }, 0);
    for (let at = 1; at < 1000; at++) {
      history.observe(
        { ...NO_CHANGES, changed: [{ before: row("a", status(at - 1)), after: row("a", status(at)) }] },
        at,
      );
      if (at === 150) expect(history.of(row("a", status(at)))!.steps).to.have.length(151);
    }
    const { steps } = history.of(row("a", status(999)))!;
    expect(steps.length).to.be.within(199, 200);
    expect(steps.at(-1)).to.deep.equal({ status: status(999), seenAt: 999 });
    expect(steps[0]!.status).not.to.equal("pending");
    const { segments } = timelineOf({ ...row("a", status(999)), createdAt: -100 }, { steps }, 1000);
    expect(segments[0]).to.include({ status: undefined, from: -100, to: steps[0]!.seenAt });
  });

  it("says when a session left, and forgets that when it returns", () => {
    const history = new SessionHistory();
    history.observe({ ...NO_CHANGES, added: [row("a", "active")] }, 10);
    history.observe({ ...NO_CHANGES, removed: [row("a", "active")] }, 20);
    expect(history.of(row("a", "active"))!.leftAt).to.equal(20);
    history.observe({ ...NO_CHANGES, added: [row("a", "post_agent")] }, 30);
    expect(history.of(row("a", "post_agent"))).to.deep.equal({
      steps: [
        { status: "active", seenAt: 10 },
        { status: "post_agent", seenAt: 30 },
      ],
    });
  });

  it("remembers a bounded number of those that left", () => {
    const history = new SessionHistory();
    history.observe(NO_CHANGES, 1);
    for (let id = 0; id < 3000; id++) {
      history.observe({ ...NO_CHANGES, added: [row(String(id), "active")] }, 2);
      history.observe({ ...NO_CHANGES, removed: [row(String(id), "active")] }, 3);
    }
    expect(history.of(row("0", "active"))!.leftAt).to.equal(undefined);
    expect(history.of(row("2999", "active"))!.leftAt).to.equal(3);
  });
});
