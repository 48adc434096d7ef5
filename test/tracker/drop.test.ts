import { expect } from "@open-wc/testing";
import type { AgentTransferTrackerOptions } from "../../src/tracker/transfer-tracker.js";
import { agent, FakeSdk, Page, words, World } from "./world.js";

function desk(options: AgentTransferTrackerOptions = {}) {
  const world = new World();
  const page = new Page(world);
  const sdk = new FakeSdk();
  const tracker = page.tracker({ sdk, drop: "exit", ...options });
  sdk.up();
  /** `in 1`, `out 1`, `drop`, `end`, one after the other; what was heard of all of them. */
  const play = async (...steps: string[]) => {
    for (const step of steps) {
      const [verb, number] = step.split(" ");
      if (verb === "in") void tracker.agentJoined(agent(Number(number)));
      else if (verb === "out") void tracker.agentLeft(`agentId${number}`);
      else if (verb === "drop") void tracker.conversationDropped();
      else void tracker.conversationEnded();
      await world.settle();
    }
    return words(sdk.taken);
  };
  return { world, page, sdk, tracker, play };
}

describe("a drop that is told as exits", () => {
  it("sends the others out, then the lead, and redials those who return", async () => {
    const { tracker, play } = desk();
    expect(await play("in 1", "in 2", "in 3", "drop", "drop", "in 1", "in 3", "in 2", "end")).to.deep.equal([
      "NA entry 1",
      "warm entry 2",
      "warm entry 3",
      "warm exit 3",
      "warm exit 2",
      "NA exit 1",
      "redial entry 1",
      "redial entry 3",
      "redial entry 2",
      "warm exit 3",
      "warm exit 2",
      "NA exit 1",
    ]);
    expect(tracker.state.phase).to.equal("ended");
  });

  it("says nothing more of those who were told out", async () => {
    const { tracker, play } = desk();
    const before = await play("in 1", "in 2", "drop");
    expect(await play("out 2", "end")).to.deep.equal(before);
    expect(tracker.state).to.include({ phase: "ended" });
    const alone = desk();
    expect(await alone.play("in 1", "drop", "out 1")).to.deep.equal(["NA entry 1", "NA exit 1"]);
    expect(alone.tracker.state.phase).to.equal("handover");
  });

  it("counts them for their own return only", async () => {
    const { tracker, play } = desk();
    await play("in 1", "in 2", "drop", "in 2", "out 2");
    expect(await play("in 1", "end")).to.deep.equal([
      "NA entry 1",
      "warm entry 2",
      "warm exit 2",
      "NA exit 1",
      "redial entry 2",
      "cold exit 2",
      "redial entry 1",
      "NA exit 1",
    ]);
    expect(tracker.state.aside).to.deep.equal([]);
  });

  it("tells again only those who had come back", async () => {
    const { play } = desk();
    expect((await play("in 1", "in 2", "drop", "in 2", "drop")).slice(2)).to.deep.equal([
      "warm exit 2",
      "NA exit 1",
      "redial entry 2",
      "NA exit 2",
    ]);
  });

  it("is closed, too, though its last exit was at the drop", async () => {
    const { sdk, play } = desk({ closing: "end" });
    const ends: unknown[] = [];
    Object.assign(sdk, { endOfConversation: (data: unknown) => void ends.push(data) });
    await play("in 1", "in 2", "drop", "end");
    const participant = { identity: agent(1).identity, name: agent(1).name, type: "agent" };
    expect(ends).to.deep.equal([{ reason: "agent_initiated", participant }]);
  });

  it("is followed by the other tabs when a list empties what was told out", async () => {
    const { world, page, sdk, tracker, play } = desk();
    // While many events wait, tabs tell each other only what changes.
    sdk.mode = "reject";
    const other = new Page(world).tracker({ drop: "exit" });
    await play("in 1");
    other.participants = [agent(1)];
    await world.advance(50);
    await play("in 4", "in 5", "in 6", "out 6", "out 5", "out 4", "in 2", "drop", "in 3");
    other.participants = [];
    await world.advance(50);
    for (const { state } of [tracker, other]) {
      expect([state.phase, state.roster, state.aside]).to.deep.equal(["handover", [], []]);
    }
    expect(page.warnings).to.deep.equal([]);
  });

  it("ends with an override for the last one though another last leave is open", async () => {
    const { world, sdk, tracker, play } = desk();
    await play("in 1", "drop", "in 2");
    void tracker.agentLeft("agentId2");
    void tracker.agentLeft("agentId1", { transfer: "NA" });
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1", "NA exit 1", "cold entry 2", "NA exit 2"]);
    expect(tracker.state.phase).to.equal("ended");
  });

  it("is kept over a reload", async () => {
    const { world, page, play } = desk();
    await play("in 1", "in 2", "drop");
    const sdk = new FakeSdk();
    const tracker = page.reload().tracker({ sdk, drop: "exit" });
    sdk.up();
    void tracker.agentLeft("agentId2");
    void tracker.agentJoined(agent(1));
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["redial entry 1"]);
    expect(page.warnings).to.deep.equal([]);
  });

  it("leaves agents of other desktops to those", async () => {
    const { sdk, tracker, world, play } = desk();
    void tracker.agentJoined(agent(1), { announce: false });
    await world.settle();
    await play("in 2", "drop");
    expect(words(sdk.taken)).to.deep.equal(["warm entry 2", "warm exit 2"]);
    expect(tracker.state.aside).to.have.length(2);
  });

  it("has an entry that still waits told before its exit, and redials after both", async () => {
    const { world, sdk, tracker } = desk();
    tracker.connected = false;
    void tracker.agentJoined(agent(1));
    void tracker.conversationDropped();
    void tracker.agentJoined(agent(1));
    await world.settle();
    tracker.connected = true;
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1", "NA exit 1", "redial entry 1"]);
  });

  it("is not what is told unless the host says so", async () => {
    const { page, tracker, play } = desk({ drop: "silent" });
    expect(await play("in 1", "drop")).to.deep.equal(["NA entry 1"]);
    tracker.drop = "loud" as never;
    expect(tracker.drop).to.equal("silent");
    expect(page.warnings).to.have.length(1);
  });
});
