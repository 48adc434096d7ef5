import { expect } from "@open-wc/testing";
import { agent, FakeSdk, FakeStorage, Page, words, World } from "./world.js";

/** A lead, and guests who come and go, none of whom the SDK has heard of yet. */
async function crowded(count: number, page = new Page(new World())) {
  const { world } = page;
  const sdk = new FakeSdk();
  const tracker = page.tracker({ sdk });
  await world.settle();
  void tracker.agentJoined(agent(0));
  for (let number = 1; number < count / 2; number += 1) {
    void tracker.agentJoined(agent(number));
    void tracker.agentLeft(`agentId${number}`);
  }
  await world.settle();
  return { world, page, sdk, tracker, waiting: tracker.state.outbox.length };
}

/** Counts what is written to it. */
class Measured extends FakeStorage {
  characters = 0;

  override setItem(key: string, value: string): void {
    this.characters += value.length;
    super.setItem(key, value);
  }
}

/** Has room for so many characters. */
class Small extends FakeStorage {
  constructor(readonly room: number) {
    super();
  }

  override setItem(key: string, value: string): void {
    const others = [...this.items].reduce((sum, [other, text]) => sum + (other === key ? 0 : text.length), 0);
    if (others + value.length > this.room) throw new Error("QuotaExceededError");
    super.setItem(key, value);
  }
}

/** Characters written for guests who come and go. */
async function costOfGuests(count: number): Promise<number> {
  const storage = new Measured();
  const { world, sdk, waiting } = await crowded(count, new Page(new World(), storage));
  const left = new FakeStorage();
  sdk.onCall = () => {
    // What is found by whoever comes when this document dies here.
    if (sdk.calls.length === 150) for (const [key, value] of storage.items) left.setItem(key, value);
  };
  sdk.up();
  await world.advance(0);
  expect(sdk.taken).to.have.length(waiting);
  expect([...storage.items.keys()]).to.deep.equal(["handoff-elements:tracker:c-1"]);
  const next = new FakeSdk();
  const later = new World();
  const tracker = new Page(later, left).tracker({ sdk: next });
  expect(tracker.state.outbox).to.have.length(waiting - 149);
  next.up();
  await later.advance(0);
  const [again, ...rest] = words(next.taken);
  expect(again).to.equal(words(sdk.taken)[149]!.replace("warm entry", "redial entry"));
  expect(rest).to.deep.equal(words(sdk.taken).slice(150));
  return storage.characters;
}

/** Characters written for so many who come and stay. */
async function costOfCrowd(count: number, when: string): Promise<number> {
  const storage = new Measured();
  const page = new Page(new World(), storage);
  const sdk = new FakeSdk();
  const tracker = page.tracker({ sdk });
  if (when === "after it") await page.world.settle();
  for (let number = 1; number <= count; number += 1) void tracker.agentJoined(agent(number));
  await page.world.settle();
  sdk.up();
  await page.world.advance(1000);
  expect(sdk.taken).to.have.length(count);
  return storage.characters;
}

describe("a conversation with many events waiting", () => {
  it("tells its listeners of every one of them", async () => {
    const { world, sdk, tracker, waiting } = await crowded(1200);
    const heard: string[] = [];
    tracker.subscribe((change) => change.type === "sent" && heard.push(JSON.stringify(change.entry.payload)));
    sdk.up();
    await world.settle();
    expect(sdk.taken).to.have.length(waiting);
    expect(heard).to.deep.equal(sdk.taken);
    expect(new Set(tracker.log.map(({ status }) => status))).to.deep.equal(new Set(["sent"]));
  });

  it("gives others a turn while it sends", async () => {
    const world = new World();
    const page = new Page(world);
    const { sdk, tracker, waiting } = await crowded(400, page);
    // Each call takes a millisecond.
    sdk.onCall = () => (world.now += 1);
    sdk.up();
    expect(sdk.taken.length).to.be.greaterThan(5).and.lessThan(50);
    // What is called meanwhile keeps its place.
    void tracker.agentLeft("agentId0", { transfer: "NA" });
    await world.advance(0);
    expect(sdk.taken).to.have.length(waiting + 1);
    expect(words(sdk.taken).at(-1)).to.equal("NA exit 0");
  });

  it("stores what changed, not everything anew, and loses nothing of it", async () => {
    const [few, many] = [await costOfGuests(400), await costOfGuests(1600)];
    expect(many / few, "four times as many cost about four times as much").to.be.lessThan(6);
  });

  for (const when of ["before the lock has come", "after it"]) {
    it(`stores so many who come and stay in proportion to their number, when called ${when}`, async () => {
      const [few, many] = [await costOfCrowd(100, when), await costOfCrowd(400, when)];
      expect(many / few, "four times as many cost about four times as much").to.be.lessThan(6);
    });
  }

  it("loses nothing where the storage has room for little more than what must be kept", async () => {
    for (const room of [40_000, 60_000, 80_000]) {
      const page = new Page(new World(), new Small(room));
      const { world, sdk, waiting } = await crowded(150, page);
      sdk.mode = "hang";
      sdk.up();
      await world.settle();
      const next = new FakeSdk();
      const tracker = page.reload().tracker({ sdk: next });
      expect(tracker.state.outbox).to.have.length(waiting);
      expect(page.warnings).to.deep.equal([]);
    }
    const page = new Page(new World(), new Small(5000));
    await crowded(150, page);
    expect(page.warnings.join()).to.include("storage does not work");
    expect(page.reload().tracker().state.outbox, "what is out of date is not believed").to.deep.equal([]);
  });

  it("tells other tabs what changed, and they can take over at any time", async () => {
    const world = new World();
    const one = await crowded(400, new Page(world));
    const other = new Page(world);
    const sdk = new FakeSdk();
    const tracker = other.tracker({ sdk });
    await world.settle();
    expect(tracker.state.outbox).to.have.length(one.waiting);
    void one.tracker.agentJoined(agent(500));
    await world.settle();
    expect(tracker.state.outbox).to.have.length(one.waiting + 1);
    expect(tracker.state).to.deep.equal(one.tracker.state);
    one.sdk.onCall = () => {
      if (one.sdk.calls.length === 100) one.page.close();
    };
    one.sdk.up();
    sdk.up();
    await world.settle();
    expect([...one.sdk.taken.slice(0, 99), ...sdk.taken]).to.have.length(one.waiting + 1);
  });
});
