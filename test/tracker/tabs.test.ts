import { expect } from "@open-wc/testing";
import { agent, FakeSdk, FakeStorage, Page, words, World } from "./world.js";

const tabs = () => {
  const world = new World();
  const record: string[] = [];
  const make = (page: Page) => {
    const sdk = new FakeSdk(record);
    return { page, sdk, tracker: page.tracker({ sdk }) };
  };
  return { world, record, make, a: make(new Page(world)), b: make(new Page(world)) };
};

/** The first tab's conversation, and a duplicate that is elsewhere, with a copy of its storage. */
const duplicated = async () => {
  const { world, record, make, a, b } = tabs();
  b.page.close();
  a.sdk.up();
  void a.tracker.agentJoined(agent(1));
  await world.settle();
  const storage = new FakeStorage();
  for (const [key, value] of a.page.storage.items) storage.setItem(key, value);
  return { world, record, make, a, copy: new Page(world, storage) };
};

/** The same; the original has ended the conversation and shows another, and the duplicate comes back to it. */
const duplicatedEnded = async () => {
  const { world, record, make, a, copy } = await duplicated();
  void a.tracker.conversationEnded();
  await world.settle();
  a.tracker.release();
  await world.settle();
  const b = make(copy);
  b.sdk.up();
  return { world, record, a, b };
};

/** A duplicate, copied with an entry that waited for the connection; the original has it again. */
const duplicatedWaiting = async () => {
  const tabs = await duplicated();
  const { world, a, copy } = tabs;
  a.tracker.connected = false;
  void a.tracker.agentJoined(agent(2));
  await world.settle();
  for (const [key, value] of a.page.storage.items) copy.storage.setItem(key, value);
  a.sdk.up();
  return tabs;
};

describe("a duplicated tab", () => {
  it("asks whether the conversation ended before it speaks", async () => {
    const { world, record, b } = await duplicatedEnded();
    const joined = b.tracker.agentJoined(agent(1));
    await world.settle();
    expect((await joined).reason).to.equal("ended");
    expect(words(record)).to.deep.equal(["NA entry 1", "NA exit 1"]);
    expect(b.tracker.state.phase).to.equal("ended");
  });

  for (const mounted of ["c-1", "c-2"]) {
    it(`asks the original, too, that was reloaded and shows ${mounted === "c-1" ? "it" : "another one"} now`, async () => {
      const { world, record, make, a, copy } = await duplicatedWaiting();
      void a.tracker.conversationEnded();
      await world.settle();
      const said = ["NA entry 1", "warm entry 2", "warm exit 2", "NA exit 1"];
      expect(words(record)).to.deep.equal(said);
      const again = a.page.reload();
      again.tracker({ conversationId: mounted, sdk: new FakeSdk(record) });
      const b = make(copy);
      expect(b.tracker.state.outbox, "it was copied with an entry that waited").to.have.length(1);
      b.sdk.up();
      const joined = b.tracker.agentJoined(agent(1));
      await world.settle();
      expect((await joined).reason).to.equal("ended");
      expect(words(record)).to.deep.equal(said);
      expect(b.tracker.state).to.deep.include({ phase: "ended", outbox: [] });
    });
  }

  it("says nothing twice that the original said before it was reloaded", async () => {
    const { world, record, make, a, copy } = await duplicatedWaiting();
    await world.settle();
    make(a.page.reload());
    const b = make(copy);
    b.sdk.up();
    await world.settle();
    void b.tracker.agentJoined(agent(3));
    await world.settle();
    expect(words(record)).to.deep.equal(["NA entry 1", "warm entry 2", "cold entry 3"]);
    expect(b.tracker.state.aside).to.have.length(2);
  });

  it("reopens it, and is believed by the tab that had ended it", async () => {
    const { world, record, a, b } = await duplicatedEnded();
    void b.tracker.agentJoined(agent(1), { transfer: "redial" });
    await world.settle();
    a.tracker.connect();
    expect(a.tracker.state.phase).to.equal("open");
    void a.tracker.agentJoined(agent(2));
    await world.settle();
    expect(words(record)).to.deep.equal(["NA entry 1", "NA exit 1", "redial entry 1", "warm entry 2"]);
  });
});

describe("two tabs on one conversation", () => {
  it("send each event once, and know what the other knows", async () => {
    const { world, record, a, b } = tabs();
    a.sdk.up();
    b.sdk.up();
    await world.settle();
    const first = a.tracker.agentJoined(agent(1));
    await world.settle();
    const second = b.tracker.agentJoined(agent(1));
    const third = b.tracker.agentJoined(agent(2));
    await world.settle();
    expect((await first).status).to.equal("sent");
    expect((await second).reason).to.equal("duplicate");
    expect((await third).status).to.equal("sent");
    expect(words(record)).to.deep.equal(["NA entry 1", "warm entry 2"]);
    expect(a.tracker.state).to.deep.equal(b.tracker.state);
  });

  it("let the one send whose connection is up", async () => {
    const { world, record, a, b } = tabs();
    void a.tracker.agentJoined(agent(1));
    await world.settle();
    b.sdk.up();
    await world.settle();
    expect(words(record)).to.deep.equal(["NA entry 1"]);
    expect(b.sdk.taken).to.have.length(1);
  });

  it("hand over when the holder closes, without a redial for those present", async () => {
    const { world, record, a, b } = tabs();
    a.sdk.up();
    b.sdk.up();
    void a.tracker.agentJoined(agent(1));
    await world.settle();
    const [holder, other] = a.sdk.taken.length > 0 ? [a, b] : [b, a];
    holder.page.close();
    void other.tracker.agentJoined(agent(2));
    await world.settle();
    void other.tracker.conversationEnded();
    await world.settle();
    expect(words(record)).to.deep.equal(["NA entry 1", "warm entry 2", "warm exit 2", "NA exit 1"]);
  });

  it("do not redial when one of them reloads", async () => {
    const { world, record, make, a, b } = tabs();
    a.sdk.up();
    b.sdk.up();
    void a.tracker.agentJoined(agent(1));
    await world.settle();
    const again = make(a.page.reload());
    again.sdk.up();
    await world.settle();
    expect(again.tracker.state.roster).to.have.length(1);
    void again.tracker.agentJoined(agent(1));
    void again.tracker.agentJoined(agent(2));
    await world.settle();
    expect(words(record)).to.deep.equal(["NA entry 1", "warm entry 2"]);
    expect(b.tracker.state.roster).to.have.length(2);
  });

  it("know the same when one of them reloads while much waits, and the other goes on at once", async () => {
    const world = new World();
    const record: string[] = [];
    const page = new Page(world);
    const sdk = new FakeSdk(record);
    const first = page.tracker({ sdk });
    sdk.up();
    void first.agentJoined(agent(1));
    void first.agentJoined(agent(2));
    await world.settle();
    sdk.mode = "hang";
    void first.agentLeft("agentId2");
    for (const number of [3, 4, 5, 6, 7, 8]) void first.agentJoined(agent(number));
    await world.settle();
    const other = new Page(world).tracker({ sdk: new FakeSdk(record) });
    await world.settle();
    const again = page.reload().tracker({ sdk: new FakeSdk(record) });
    await world.settle();
    const identities = ({ state }: typeof other) =>
      [state.roster, state.aside].map((all) => all.map((one) => one.identity));
    expect(identities(other)).to.deep.equal([[1, 3, 4, 5, 6, 7, 8].map((number) => `agentId${number}`), []]);
    expect(identities(again)).to.deep.equal(identities(other));
  });

  it("take over an event that was in flight", async () => {
    const { world, record, a, b } = tabs();
    a.sdk.up();
    await world.settle();
    a.sdk.mode = "hang";
    void a.tracker.agentJoined(agent(1));
    await world.settle();
    b.sdk.up();
    await world.settle();
    expect(record).to.deep.equal([]);
    a.page.close();
    await world.settle();
    expect(words(record)).to.deep.equal(["redial entry 1"]);
  });

  it("decide a call once that is passed on twice", async () => {
    const { world, record, a } = tabs();
    a.sdk.up();
    await world.settle();
    const third = new Page(world);
    const answers: string[] = [];
    const channel = world.openChannel("handoff-elements:tracker:c-1", third, (data) => {
      const { type, result } = data as { type: string; result?: { status: string } };
      if (type === "result") answers.push(result!.status);
    });
    const intent = { type: "join", identity: "agentId1", announce: true };
    const leave = { type: "leave", identity: "agentId1", announce: true, transfer: "cold" };
    channel.post({ type: "call", call: { id: "page-x:1", intent, grace: 0 } });
    channel.post({ type: "call", call: { id: "page-x:2", intent: leave, grace: 0 } });
    channel.post({ type: "call", call: { id: "page-x:1", intent, grace: 0 } });
    await world.settle();
    expect(words(record)).to.deep.equal(["NA entry 1", "cold exit 1"]);
    expect(answers.slice(0, 2)).to.deep.equal(["sent", "sent"]);
  });

  it("pass on what a stranger says on the channel to nobody", async () => {
    const { world, record, a } = tabs();
    const stranger = new Page(world);
    const channel = world.openChannel("handoff-elements:tracker:c-1", stranger, () => {});
    for (const message of [
      null,
      1,
      [],
      {},
      { type: "state" },
      { type: "call", call: {} },
      { type: "state", record: {} },
    ]) {
      channel.post(message);
    }
    a.sdk.up();
    void a.tracker.agentJoined(agent(1));
    await world.settle();
    expect(words(record)).to.deep.equal(["NA entry 1"]);
  });
});
