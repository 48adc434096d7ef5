import { expect } from "@open-wc/testing";
import type { AgentTransferTrackerOptions } from "../../src/tracker/transfer-tracker.js";
import { agent, FakeSdk, FakeStorage, Page, words, World } from "./world.js";

const KEY = "handoff-elements:tracker:c-1";

/** A tab whose conversation, of A and B, was in another document; own agent B. */
async function reloaded(options: AgentTransferTrackerOptions = {}) {
  const world = new World();
  const page = new Page(world);
  const first = new FakeSdk();
  const before = page.tracker({ sdk: first, ownAgent: "agentId2" });
  first.up();
  before.participants = [agent(1), agent(2)];
  await world.settle();
  const sdk = new FakeSdk();
  const tracker = page.reload().tracker({ sdk, ownAgent: "agentId2", ...options });
  sdk.up();
  const list = async (...numbers: number[]) => {
    tracker.participants = numbers.map(agent);
    await world.settle();
  };
  return { world, sdk, tracker, list };
}

describe("a reload", () => {
  it("puts those aside whose entry was sent, and redials them", async () => {
    const world = new World();
    const record: string[] = [];
    let page = new Page(world);
    let sdk = new FakeSdk(record);
    let tracker = page.tracker({ sdk });
    sdk.up();
    void tracker.agentJoined(agent(1));
    void tracker.agentJoined(agent(2));
    await world.settle();
    page = page.reload();
    sdk = new FakeSdk(record);
    tracker = page.tracker({ sdk });
    expect(tracker.state.aside.map((one) => one.identity)).to.deep.equal(["agentId1", "agentId2"]);
    sdk.up();
    tracker.participants = [];
    await world.settle();
    tracker.participants = [agent(1), agent(2)];
    await world.settle();
    void tracker.conversationEnded();
    await world.settle();
    expect(words(record)).to.deep.equal([
      "NA entry 1",
      "warm entry 2",
      "redial entry 1",
      "redial entry 2",
      "warm exit 2",
      "NA exit 1",
    ]);
    expect(JSON.parse(page.storage.items.get(KEY)!)).to.have.all.keys("format", "phase", "version");
  });

  it("waits for a list of participants that comes in pieces", async () => {
    const { world, sdk, list } = await reloaded();
    await list();
    await list(1);
    await world.advance(1999);
    expect(sdk.calls).to.deep.equal([]);
    await list(1, 2);
    await world.advance(60_000);
    expect(words(sdk.taken)).to.deep.equal(["redial entry 2"]);
    await list(1);
    expect(words(sdk.taken), "from then on a list counts at once").to.deep.equal(["redial entry 2", "warm exit 2"]);
  });

  it("lets those join at once who are in the list, and those leave who stay out of it", async () => {
    const { world, sdk, tracker, list } = await reloaded();
    tracker.ownAgent = undefined;
    await list(3);
    expect(words(sdk.taken)).to.deep.equal(["cold entry 3"]);
    await world.advance(1999);
    expect(sdk.taken).to.have.length(1);
    await world.advance(1);
    expect(words(sdk.taken)).to.deep.equal(["cold entry 3", "cold exit 2"]);
    expect(tracker.state.roster.map(({ identity }) => identity)).to.deep.equal(["agentId3"]);
  });

  it("waits as long as the host says, or not at all", async () => {
    const long = await reloaded({ settle: 5000 });
    await long.list(1);
    await long.world.advance(4999);
    expect(long.sdk.taken).to.have.length(0);
    await long.world.advance(1);
    expect(long.sdk.taken).to.have.length(1);
    const none = await reloaded({ settle: 0 });
    await none.list(1);
    expect(words(none.sdk.taken)).to.deep.equal(["warm exit 2"]);
  });

  it("keeps an entry that still waits as it is", async () => {
    const world = new World();
    const page = new Page(world);
    void page.tracker({ sdk: new FakeSdk() }).agentJoined(agent(1));
    await world.settle();
    const sdk = new FakeSdk();
    const tracker = page.reload().tracker({ sdk });
    expect(tracker.state.roster).to.have.length(1);
    const again = tracker.agentJoined(agent(1));
    sdk.up();
    await world.settle();
    expect((await again).reason).to.equal("duplicate");
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1"]);
  });

  for (const [what, expected] of [
    ["entry", ["redial entry 2"]],
    ["exit", ["warm exit 2"]],
  ] as const) {
    it(`says an ${what} again that was in flight`, async () => {
      const world = new World();
      const page = new Page(world);
      const first = new FakeSdk();
      const tracker = page.tracker({ sdk: first });
      first.up();
      void tracker.agentJoined(agent(1));
      if (what === "exit") void tracker.agentJoined(agent(2));
      await world.settle();
      first.mode = "hang";
      if (what === "exit") void tracker.agentLeft("agentId2");
      else void tracker.agentJoined(agent(2));
      await world.settle();
      const sdk = new FakeSdk();
      page.reload().tracker({ sdk });
      sdk.up();
      await world.settle();
      expect(words(sdk.taken)).to.deep.equal(expected);
    });
  }

  it("decides a last leave that the old document left open", async () => {
    const world = new World();
    const page = new Page(world);
    const first = new FakeSdk();
    const tracker = page.tracker({ sdk: first, exitGrace: 60_000 });
    first.up();
    void tracker.agentJoined(agent(1));
    void tracker.agentLeft("agentId1");
    await world.settle();
    const sdk = new FakeSdk();
    page.reload().tracker({ sdk });
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["cold exit 1"]);
  });

  it("does not lose a call that nobody had decided", async () => {
    const world = new World();
    const page = new Page(world);
    const tracker = page.tracker();
    void tracker.agentJoined(agent(1));
    // Not settled: the lock was never granted.
    const sdk = new FakeSdk();
    page.reload().tracker({ sdk });
    sdk.up();
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1"]);
  });

  it("reads the storage that is set last, before anything has happened", async () => {
    const world = new World();
    const storage = new FakeStorage();
    const page = new Page(world);
    const first = new FakeSdk();
    first.on("ON_SOCKET_CONNECTION", () => {});
    const tracker = page.tracker({ sdk: first, storage });
    first.up();
    void tracker.agentJoined(agent(1));
    await world.settle();
    expect(page.storage.items.size).to.equal(0);
    for (const locks of [true, false]) {
      const next = new Page(world, new FakeStorage(), locks ? {} : { locks: () => undefined });
      page.close();
      const sdk = new FakeSdk();
      const late = next.tracker({ sdk });
      late.storage = storage;
      sdk.up();
      expect(late.state.aside).to.have.length(1);
      void late.agentJoined(agent(1));
      await world.settle();
      expect(words(sdk.taken)).to.deep.equal(["redial entry 1"]);
      expect(next.storage.items.size).to.equal(0);
      next.close();
    }
  });

  it("takes what it knows along when it is kept elsewhere, and leaves nothing behind", async () => {
    const world = new World();
    const page = new Page(world);
    const tracker = page.tracker({ sdk: new FakeSdk() });
    void tracker.agentJoined(agent(1));
    await world.settle();
    expect(page.storage.items.size).to.equal(1);
    tracker.storage = "none";
    expect(page.storage.items.size).to.equal(0);
    expect(tracker.state.roster).to.have.length(1);
  });

  it("keeps what ended ended", async () => {
    const world = new World();
    const page = new Page(world);
    const tracker = page.tracker();
    void tracker.conversationEnded();
    await world.settle();
    const again = page.reload().tracker();
    expect(again.state.phase).to.equal("ended");
    const joined = again.agentJoined(agent(1));
    await world.settle();
    expect((await joined).reason).to.equal("ended");
  });

  it("keeps the newest 50 ended conversations", async () => {
    const world = new World();
    const page = new Page(world);
    for (let i = 0; i < 53; i += 1) {
      const tracker = page.tracker({ conversationId: `c-${i}` });
      void tracker.conversationEnded();
      await world.settle();
      tracker.release();
    }
    const kept = [...page.storage.items.keys()].filter((key) => key.startsWith("handoff-elements:tracker:"));
    expect(kept).to.have.length(50);
    expect(kept).to.include("handoff-elements:tracker:c-52");
  });

  const good = {
    format: 1,
    conversation: "c-1",
    calls: [],
    record: { version: [1, 1], state: { phase: "new", agents: [] }, outbox: [], events: 0, seen: {} },
  };
  for (const [name, text] of [
    ["no JSON", "{"],
    ["null", "null"],
    ["a list", "[]"],
    ["another format", JSON.stringify({ ...good, format: 2 })],
    ["another conversation", JSON.stringify({ ...good, conversation: "c-2" })],
    ["an unknown phase", JSON.stringify({ ...good, record: { ...good.record, state: { phase: "x", agents: [] } } })],
    ["an agent without a name", JSON.stringify(good).replace('"agents":[]', '"agents":[{"identity":"a"}]')],
    ["an event of another shape", JSON.stringify(good).replace('"outbox":[]', '"outbox":[{"id":"1","payload":{}}]')],
    ["an open conversation without agents", JSON.stringify(good).replace('"new"', '"open"')],
  ] as const) {
    it(`sets ${name} aside`, async () => {
      const world = new World();
      const storage = new FakeStorage();
      storage.setItem(KEY, text);
      const page = new Page(world, storage);
      const sdk = new FakeSdk();
      const tracker = page.tracker({ sdk });
      sdk.up();
      void tracker.agentJoined(agent(1));
      await world.settle();
      expect(words(sdk.taken)).to.deep.equal(["NA entry 1"]);
      expect(storage.items.get(`${KEY}:damaged`)).to.equal(text);
      expect(page.warnings).to.have.length(1);
    });
  }
});
