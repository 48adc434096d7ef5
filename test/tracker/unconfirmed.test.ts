import { expect } from "@open-wc/testing";
import { agent, FakeSdk, Page, words, World } from "./world.js";

/** A desk whose SDK never answers, ten seconds after it was told of agent 1. */
async function silent() {
  const world = new World();
  const page = new Page(world);
  const sdk = new FakeSdk();
  const tracker = page.tracker({ sdk });
  const changes: string[] = [];
  tracker.subscribe((change) => {
    if (change.type === "sent" || change.type === "failed") changes.push(`${change.type} ${change.entry.status}`);
  });
  sdk.up();
  sdk.mode = "hang";
  const joined = tracker.agentJoined(agent(1));
  await world.advance(10_000);
  return { world, page, sdk, tracker, changes, joined };
}

const outboxOf = ({ state }: { state: { outbox: readonly { status: string; attempts: number }[] } }) =>
  state.outbox.map(({ status, attempts }) => `${status} ${attempts}`);

describe("an SDK whose promise never settles", () => {
  it("hears an entry once, whatever comes", async () => {
    const { world, sdk, tracker, changes, joined } = await silent();
    const { status, reason, payloads } = await joined;
    expect([status, reason, payloads.length]).to.deep.equal(["sent", "unconfirmed", 1]);
    sdk.up();
    tracker.connected = false;
    tracker.connected = true;
    await world.advance(600_000);
    expect(sdk.calls).to.have.length(1);
    expect(outboxOf(tracker)).to.deep.equal(["unconfirmed 1"]);
    expect(tracker.log.map(({ status }) => status)).to.deep.equal(["unconfirmed"]);
    expect(changes).to.deep.equal(["sent unconfirmed"]);
  });

  it("lets those behind it go on", async () => {
    const { world, sdk, tracker } = await silent();
    sdk.mode = "ok";
    void tracker.agentJoined(agent(2));
    void tracker.agentLeft("agentId1");
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["warm entry 2", "warm exit 1"]);
  });

  it("is not told again of an entry whose exit it has, nor of one that a newer entry has replaced", async () => {
    const { world, page, sdk, tracker } = await silent();
    sdk.mode = "ok";
    void tracker.agentJoined(agent(2));
    void tracker.agentLeft("agentId1");
    void tracker.conversationEnded();
    await world.settle();
    const retried = tracker.retry();
    await world.settle();
    expect((await retried).status).to.equal("ignored");
    expect(words(sdk.taken)).to.deep.equal(["warm entry 2", "warm exit 1", "NA exit 2"]);
    expect(outboxOf(page.reload().tracker()), "and none is kept").to.deep.equal([]);

    const other = await silent();
    const next = new FakeSdk();
    const reloaded = other.page.reload().tracker({ sdk: next });
    next.up();
    void reloaded.agentJoined(agent(1));
    await other.world.settle();
    void reloaded.retry();
    await other.world.settle();
    expect(words(next.taken)).to.deep.equal(["redial entry 1"]);
  });

  it("is told again of an entry before the exit that still waits", async () => {
    const { world, sdk, tracker } = await silent();
    sdk.mode = "throw";
    void tracker.agentJoined(agent(2));
    void tracker.agentLeft("agentId1");
    await world.settle();
    sdk.mode = "ok";
    void tracker.retry();
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["redial entry 1", "warm entry 2", "warm exit 1"]);
  });

  it("may say late that it has it", async () => {
    const { world, sdk, tracker, changes } = await silent();
    sdk.settleHung!();
    await world.settle();
    expect(outboxOf(tracker)).to.deep.equal([]);
    expect(tracker.log.map(({ status }) => status)).to.deep.equal(["sent"]);
    expect(changes, "said once").to.deep.equal(["sent unconfirmed"]);
  });

  it("may refuse it late: a person is told, and may try again", async () => {
    const { world, sdk, tracker, changes } = await silent();
    sdk.rejectHung!(new Error("too late"));
    await world.advance(600_000);
    expect(sdk.calls, "not by itself").to.have.length(1);
    expect(outboxOf(tracker)).to.deep.equal(["failed 1"]);
    expect(tracker.log[0]).to.include({ status: "failed", error: "too late" });
    expect(changes).to.deep.equal(["sent unconfirmed", "failed failed"]);
    sdk.mode = "ok";
    const retried = tracker.retry();
    await world.settle();
    expect((await retried).status).to.equal("sent");
    expect(words(sdk.taken), "refused, so it is said as it was").to.deep.equal(["NA entry 1"]);
    expect(outboxOf(tracker)).to.deep.equal([]);
  });

  it("is asked again by a person, with a redial: it may have it", async () => {
    const { world, sdk, tracker } = await silent();
    const first = sdk.rejectHung!;
    sdk.mode = "ok";
    void tracker.agentJoined(agent(2));
    void tracker.retry();
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["warm entry 2", "redial entry 1"]);
    first(new Error("far too late"));
    await world.settle();
    expect(tracker.log.map(({ status }) => status)).to.deep.equal(["sent", "sent"]);
  });

  it("is asked again in order, behind what is with it right now", async () => {
    const { world, sdk, tracker } = await silent();
    void tracker.agentJoined(agent(2));
    void tracker.agentJoined(agent(3));
    await world.settle();
    void tracker.retry();
    await world.settle();
    sdk.mode = "ok";
    sdk.settleHung!();
    await world.settle();
    expect(words(sdk.calls.map((data) => JSON.stringify(data)))).to.deep.equal([
      "NA entry 1",
      "warm entry 2",
      "redial entry 1",
      "warm entry 3",
    ]);
  });

  it("is not asked again after a reload, where it is still told as unconfirmed", async () => {
    const { world, page } = await silent();
    const sdk = new FakeSdk();
    const tracker = page.reload().tracker({ sdk });
    sdk.up();
    await world.settle();
    expect(sdk.calls).to.deep.equal([]);
    expect(outboxOf(tracker)).to.deep.equal(["unconfirmed 1"]);
    expect(tracker.state.aside).to.have.length(1);
  });

  it("does not keep a store busy that nobody uses", async () => {
    const { world, tracker, sdk } = await silent();
    tracker.release();
    await world.settle();
    expect(sdk.listeners.size).to.equal(0);
    expect(world.held).to.equal(0);
  });
});
