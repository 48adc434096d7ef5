import { expect } from "@open-wc/testing";
import { agent, FakeSdk, Page, words, World } from "./world.js";

function desk() {
  const world = new World();
  const page = new Page(world);
  const sdk = new FakeSdk();
  return { world, page, sdk, tracker: page.tracker({ sdk }) };
}

describe("the flows of the guide", () => {
  it("says the first entry byte for byte, when the socket is up", async () => {
    const { world, sdk, tracker } = desk();
    const joined = tracker.agentJoined(agent(1));
    await world.settle();
    expect(sdk.taken).to.deep.equal([]);
    expect((await joined).status).to.equal("queued");
    sdk.up();
    await world.settle();
    expect(sdk.taken).to.deep.equal([
      '{"transfertype":"NA","transition":"entry","participant":{"identity":"agentId1","name":"AgentName1","type":"agent"}}',
    ]);
  });

  it("cold: three agents, one after the other", async () => {
    const { world, sdk, tracker } = desk();
    sdk.up();
    for (const number of [1, 2, 3]) {
      void tracker.agentJoined(agent(number));
      await world.settle();
      if (number < 3) void tracker.agentLeft(`agentId${number}`);
      await world.settle();
    }
    void tracker.conversationEnded();
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal([
      "NA entry 1",
      "cold exit 1",
      "cold entry 2",
      "cold exit 2",
      "cold entry 3",
      "NA exit 3",
    ]);
    expect(tracker.state.phase).to.equal("ended");
  });

  it("warm: two consultants come and go", async () => {
    const { world, sdk, tracker } = desk();
    sdk.up();
    void tracker.agentJoined(agent(1));
    void tracker.agentJoined(agent(2));
    void tracker.agentJoined(agent(3));
    void tracker.agentLeft("agentId2");
    void tracker.agentLeft("agentId3");
    void tracker.conversationEnded();
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal([
      "NA entry 1",
      "warm entry 2",
      "warm entry 3",
      "warm exit 2",
      "warm exit 3",
      "NA exit 1",
    ]);
  });

  it("redial: the line drops and comes back", async () => {
    const { world, sdk, tracker } = desk();
    sdk.up();
    void tracker.agentJoined(agent(1));
    await world.settle();
    const dropped = tracker.conversationDropped();
    await world.settle();
    expect(await dropped).to.deep.equal({ status: "ignored", payloads: [] });
    expect(tracker.state.phase).to.equal("dropped");
    expect(tracker.state.aside.map((one) => one.identity)).to.deep.equal(["agentId1"]);
    void tracker.agentJoined(agent(1));
    await world.settle();
    void tracker.conversationEnded();
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1", "redial entry 1", "NA exit 1"]);
  });

  it("makes a last leave the end, when the end comes in the same task", async () => {
    const { world, sdk, tracker } = desk();
    sdk.up();
    void tracker.agentJoined(agent(1));
    await world.settle();
    const left = tracker.agentLeft("agentId1");
    const ended = tracker.conversationEnded();
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1", "NA exit 1"]);
    expect((await left).status).to.equal("sent");
    expect((await ended).payloads).to.have.length(1);
  });

  it("waits for the end as long as exit-grace says", async () => {
    const { world, page, sdk } = desk();
    const tracker = page.tracker({ sdk, conversationId: "c-2", exitGrace: 500 });
    sdk.up();
    await world.settle();
    void tracker.agentJoined(agent(1));
    void tracker.agentLeft("agentId1");
    await world.advance(499);
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1"]);
    await world.advance(1);
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1", "cold exit 1"]);
    expect(tracker.state.phase).to.equal("handover");
  });

  it("takes participants as a statement", async () => {
    const { world, sdk, tracker } = desk();
    sdk.up();
    tracker.participants = [];
    await world.settle();
    tracker.participants = [agent(1)];
    await world.settle();
    tracker.participants = [agent(2)];
    await world.settle();
    tracker.participants = [agent(2), agent(3), agent(3), {} as never];
    await world.settle();
    tracker.participants = [agent(2), agent(3)];
    await world.settle();
    tracker.participants = [];
    void tracker.conversationEnded();
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal([
      "NA entry 1",
      "cold exit 1",
      "cold entry 2",
      "warm entry 3",
      "warm exit 3",
      "NA exit 2",
    ]);
  });

  it("says nothing when the same participants are set while dropped", async () => {
    const { world, sdk, tracker } = desk();
    sdk.up();
    tracker.participants = [agent(1), agent(2)];
    await world.settle();
    void tracker.conversationDropped();
    tracker.participants = [agent(2), agent(1)];
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1", "warm entry 2"]);
    expect(tracker.state.phase).to.equal("dropped");
  });

  it("counts remote agents and leaves them to their desktop", async () => {
    const { world, page, sdk } = desk();
    const tracker = page.tracker({ sdk, conversationId: "c-3", ownAgent: "agentId1" });
    sdk.up();
    await world.settle();
    void tracker.agentJoined(agent(1));
    const other = tracker.agentJoined(agent(2));
    await world.settle();
    expect(await other).to.deep.equal({ status: "ignored", payloads: [], reason: "unannounced" });
    expect(tracker.state.roster[1]).to.deep.equal({
      identity: "agentId2",
      name: "AgentName2",
      lead: false,
      remote: true,
    });
    void tracker.agentLeft("agentId1");
    await world.settle();
    const ended = tracker.conversationEnded();
    await world.settle();
    expect((await ended).reason).to.equal("unannounced");
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1", "warm exit 1"]);
  });

  it("does not announce out whom it did not announce in, unless that is said", async () => {
    const { world, sdk, tracker } = desk();
    sdk.up();
    void tracker.agentJoined(agent(1));
    void tracker.agentJoined(agent(2), { announce: false });
    void tracker.agentJoined(agent(3), { announce: false });
    const left = tracker.agentLeft("agentId2");
    void tracker.agentLeft("agentId3", { announce: true });
    await world.settle();
    expect(await left).to.deep.equal({ status: "ignored", payloads: [], reason: "unannounced" });
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1", "warm exit 3"]);
  });

  it("sends a consultant's warm exit from a desktop that knows only him", async () => {
    const { world, sdk, tracker } = desk();
    sdk.up();
    void tracker.agentJoined(agent(2), { transfer: "warm" });
    await world.settle();
    void tracker.agentLeft("agentId2");
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["warm entry 2", "warm exit 2"]);
  });
});

describe("what the tracker ignores, and why", () => {
  const cases: [string, (tracker: ReturnType<Page["tracker"]>) => Promise<unknown>, string][] = [
    ["an agent who is in", (t) => (void t.agentJoined(agent(1)), t.agentJoined(agent(1))), "duplicate"],
    ["an agent nobody knows", (t) => t.agentLeft("agentId9"), "unknown"],
    ["joining after the end", (t) => (void t.conversationEnded(), t.agentJoined(agent(1))), "ended"],
    ["the end of nobody", (t) => t.conversationEnded(), "nobody"],
    ["an agent of another desktop", (t) => t.agentJoined(agent(1), { announce: false }), "unannounced"],
  ];
  for (const bad of [null, undefined, -1, "", [], {}, { identity: "" }, { identity: 0.5 }, () => {}]) {
    cases.push([`agentJoined(${String(bad)})`, (t) => t.agentJoined(bad as never), "invalid"]);
  }
  for (const bad of [null, undefined, -1, "", [], {}, Symbol("x")]) {
    cases.push([`agentLeft(${String(bad)})`, (t) => t.agentLeft(bad as never), "invalid"]);
  }
  for (const [name, call, reason] of cases) {
    it(name, async () => {
      const { world, sdk, tracker } = desk();
      sdk.up();
      const result = call(tracker);
      await world.settle();
      expect(await result).to.deep.equal({ status: "ignored", payloads: [], reason });
    });
  }

  it("survives an agent whose getters throw", async () => {
    const { tracker } = desk();
    const trap = Object.defineProperty({}, "identity", {
      get() {
        throw new Error("trap");
      },
    });
    expect((await tracker.agentJoined(trap as never)).reason).to.equal("invalid");
  });

  it("reopens an ended conversation for a redial only", async () => {
    const { world, sdk, tracker } = desk();
    sdk.up();
    void tracker.agentJoined(agent(1));
    void tracker.conversationEnded();
    void tracker.agentJoined(agent(1), { transfer: "redial" });
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1", "NA exit 1", "redial entry 1"]);
    expect(tracker.state.phase).to.equal("open");
  });

  it("warns of an unknown transfer once and infers", async () => {
    const { world, page, sdk, tracker } = desk();
    sdk.up();
    void tracker.agentJoined(agent(1), { transfer: "hot" as never });
    void tracker.agentJoined(agent(2), { transfer: "hot" as never });
    void tracker.agentLeft("agentId2", { transfer: "redial" as never });
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1", "warm entry 2", "warm exit 2"]);
    expect(page.warnings).to.have.length(2);
  });
});
