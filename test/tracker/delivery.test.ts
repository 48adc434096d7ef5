import { expect } from "@open-wc/testing";
import { agent, FakeSdk, FakeStorage, Page, words, World } from "./world.js";

function desk(conversationId: string | undefined = "c-1") {
  const world = new World();
  const page = new Page(world);
  const sdk = new FakeSdk();
  const tracker = page.tracker({ sdk, ...(conversationId ? { conversationId } : {}) });
  return { world, page, sdk, tracker };
}

describe("an SDK behind a sandbox of the host's", () => {
  it("hears every event, though nothing there can be cloned", async () => {
    const { structuredClone } = globalThis;
    const world = new World();
    const sdk = new FakeSdk();
    globalThis.structuredClone = () => {
      throw new DOMException("#<Object> could not be cloned.", "DataCloneError");
    };
    try {
      const tracker = new Page(world, undefined, { locks: () => undefined }).tracker({ sdk });
      sdk.up();
      void tracker.agentJoined(agent(1));
      void tracker.conversationEnded();
      await world.settle();
      expect(words(sdk.taken)).to.deep.equal(["NA entry 1", "NA exit 1"]);
    } finally {
      globalThis.structuredClone = structuredClone;
    }
  });
});

describe("delivery", () => {
  it("repeats nothing on a reconnect", async () => {
    const { world, sdk, tracker } = desk();
    void tracker.agentJoined(agent(1));
    await world.settle();
    sdk.up();
    sdk.up();
    await world.settle();
    sdk.up();
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1"]);
  });

  it("sends at once, within the connection's own event, when no other tab is there", async () => {
    const { world, sdk, tracker } = desk();
    void tracker.agentJoined(agent(1));
    await world.settle();
    sdk.up();
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1"]);
    void tracker.agentJoined(agent(2));
    void tracker.agentLeft("agentId2");
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1", "warm entry 2", "warm exit 2"]);
  });

  it("keeps the order: an exit waits behind an entry", async () => {
    const { world, sdk, tracker } = desk();
    void tracker.agentJoined(agent(1));
    void tracker.agentJoined(agent(2));
    const left = tracker.agentLeft("agentId2");
    await world.settle();
    expect((await left).status).to.equal("queued");
    expect(tracker.state.outbox.map((event) => event.status)).to.deep.equal(["queued", "queued", "queued"]);
    sdk.up();
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1", "warm entry 2", "warm exit 2"]);
    expect(tracker.state.outbox).to.deep.equal([]);
  });

  it("sends an exit without a connection, and holds entries again", async () => {
    const { world, sdk, tracker } = desk();
    sdk.up();
    void tracker.agentJoined(agent(1));
    void tracker.agentJoined(agent(2));
    await world.settle();
    tracker.connected = false;
    void tracker.agentLeft("agentId2");
    void tracker.agentJoined(agent(3));
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1", "warm entry 2", "warm exit 2"]);
    tracker.connected = true;
    await world.settle();
    expect(words(sdk.taken).at(-1)).to.equal("warm entry 3");
  });

  for (const mode of ["throw", "reject"] as const) {
    it(`tries five times when the sink does ${mode}`, async () => {
      const { world, sdk, tracker } = desk();
      sdk.up();
      sdk.mode = mode;
      const failures: string[] = [];
      tracker.subscribe((change) => change.type === "failed" && failures.push(change.entry.error!));
      const joined = tracker.agentJoined(agent(1));
      await world.settle();
      expect((await joined).status).to.equal("failed");
      for (const [wait, calls] of [
        [999, 1],
        [1, 2],
        [2000, 3],
        [4000, 4],
        [7999, 4],
        [1, 5],
        [60_000, 5],
      ] as const) {
        await world.advance(wait);
        expect(sdk.calls).to.have.length(calls);
      }
      expect(tracker.state.outbox[0]!.status).to.equal("failed");
      expect(failures).to.have.length(1);
      sdk.mode = "ok";
      const retried = tracker.retry();
      await world.settle();
      expect((await retried).status).to.equal("sent");
      expect(words(sdk.taken)).to.deep.equal(["NA entry 1"]);
    });
  }

  it("tries a failed event again for a new sdk and for a connection", async () => {
    const { world, sdk, tracker } = desk();
    sdk.up();
    sdk.mode = "throw";
    void tracker.agentJoined(agent(1));
    await world.advance(60_000);
    sdk.up();
    await world.settle();
    expect(sdk.calls).to.have.length(6);
    await world.advance(60_000);
    const next = new FakeSdk();
    tracker.sdk = next;
    await world.settle();
    expect(next.calls, "a new connection starts unconnected").to.have.length(0);
    expect(sdk.listeners.size).to.equal(0);
    next.up();
    await world.settle();
    expect(words(next.taken)).to.deep.equal(["NA entry 1"]);
  });

  it("waits for a method that appears later, without counting a try", async () => {
    const { world, tracker } = desk();
    const late: Record<string, unknown> = {};
    tracker.sdk = late;
    tracker.connected = true;
    void tracker.agentJoined(agent(1));
    await world.advance(5000);
    expect(tracker.state.outbox[0]!.attempts).to.equal(0);
    const calls: unknown[] = [];
    late["internalTransfer"] = (data: unknown) => void calls.push(data);
    await world.advance(1000);
    expect(calls).to.have.length(1);
  });

  it("lets a sink call back in", async () => {
    const { world, sdk, tracker } = desk();
    sdk.up();
    sdk.onCall = (data) => {
      const { participant, transition } = data as { participant: { identity: string }; transition: string };
      if (transition === "entry" && participant.identity === "agentId1") {
        void tracker.agentJoined(agent(2));
        void tracker.agentLeft("agentId2");
      }
      (data as Record<string, unknown>)["transfertype"] = "spoiled";
    };
    void tracker.agentJoined(agent(1));
    await world.settle();
    expect(sdk.calls).to.have.length(3);
    expect(tracker.log.map((entry) => entry.kind === "transfer" && entry.payload.transfertype)).to.deep.equal([
      "NA",
      "warm",
      "warm",
    ]);
  });

  it("hears an emitter that fires within on, and needs no off", async () => {
    const { world, page } = desk();
    const calls: unknown[] = [];
    let registrations = 0;
    const eager = {
      internalTransfer: (data: unknown) => void calls.push(data),
      on(_name: string, callback: () => void) {
        registrations += 1;
        callback();
      },
    };
    const tracker = page.tracker({ conversationId: "c-9" });
    void tracker.agentJoined(agent(1));
    await world.settle();
    tracker.sdk = eager;
    await world.settle();
    expect(calls).to.have.length(1);
    tracker.sdk = undefined;
    expect(tracker.connected).to.equal(false);
    tracker.sdk = eager;
    await world.settle();
    expect(registrations).to.equal(1);
    expect(calls).to.have.length(1);
  });

  it("is deaf to an emitter whose off does nothing", async () => {
    const { world, page } = desk();
    const callbacks: (() => void)[] = [];
    const stubborn = {
      on: (_: string, callback: () => void) => void callbacks.push(callback),
      off: () => {},
    };
    const sdk = { internalTransfer: () => {} };
    const tracker = page.tracker({ conversationId: "c-9", sdk, connection: stubborn });
    tracker.connection = undefined;
    for (const callback of callbacks) callback();
    await world.settle();
    expect(tracker.connected).to.equal(false);
  });

  it("works privately, at once and without storage", () => {
    const world = new World();
    const page = new Page(world);
    const sdk = new FakeSdk();
    const tracker = page.tracker({ sdk, conversationId: "" });
    sdk.up();
    void tracker.agentJoined(agent(1));
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1"]);
    expect(page.storage.items.size).to.equal(0);
  });

  for (const [name, overrides] of [
    ["missing", { sessionStorage: () => undefined, locks: () => undefined, openChannel: () => undefined }],
    [
      "throwing",
      {
        sessionStorage: () => {
          throw new Error("blocked");
        },
        locks: () => {
          throw new Error("blocked");
        },
      },
    ],
    [
      "refusing",
      {
        sessionStorage: () => ({
          getItem: () => {
            throw new Error("no");
          },
          setItem: () => {
            throw new Error("full");
          },
          removeItem: () => {
            throw new Error("no");
          },
        }),
        locks: () => ({ request: () => Promise.reject(new Error("SecurityError")), count: async () => 0 }),
      },
    ],
  ] as const) {
    it(`lives in memory where storage and locks are ${name}`, async () => {
      const world = new World();
      const page = new Page(world, new FakeStorage(), overrides);
      const sdk = new FakeSdk();
      const tracker = page.tracker({ sdk });
      sdk.up();
      const joined = tracker.agentJoined(agent(1));
      await world.settle();
      expect((await joined).status).to.equal("sent");
      expect(page.warnings).to.have.length(2);
    });
  }
});

describe("one store per conversation", () => {
  it("is shared, and survives an element that goes and comes", async () => {
    const { world, page, sdk, tracker } = desk();
    sdk.up();
    void tracker.agentJoined(agent(1));
    await world.settle();
    const second = page.tracker({ sdk });
    await world.settle();
    expect(second.state.roster).to.have.length(1);
    second.release();
    tracker.release();
    await world.settle();
    expect(sdk.listeners.size, "nothing left to do: the SDK is let go").to.equal(0);
    tracker.connect();
    await world.settle();
    expect(tracker.connected, "the same connection is as it was").to.equal(true);
    void tracker.agentJoined(agent(2));
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1", "warm entry 2"]);
  });

  it("sends what is left after the last element went", async () => {
    const { world, sdk, tracker } = desk();
    sdk.up();
    void tracker.agentJoined(agent(1));
    void tracker.agentJoined(agent(2));
    await world.settle();
    sdk.mode = "reject";
    void tracker.agentLeft("agentId2");
    await world.settle();
    tracker.release();
    await world.settle();
    sdk.mode = "ok";
    await world.advance(1000);
    expect(words(sdk.taken).at(-1)).to.equal("warm exit 2");
    expect(sdk.listeners.size).to.equal(0);
  });

  it("holds no lock while nobody is there and an entry waits for its connection", async () => {
    const world = new World();
    const page = new Page(world);
    const sdk = new FakeSdk();
    const trackers = Array.from({ length: 300 }, (_, index) => page.tracker({ sdk, conversationId: `c-${index}` }));
    for (const tracker of trackers) void tracker.agentJoined(agent(1));
    await world.settle();
    for (const tracker of trackers) tracker.release();
    await world.settle();
    expect(world.held).to.equal(0);
    sdk.up();
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(trackers.map(() => "NA entry 1"));
    expect(world.held).to.equal(0);
    expect(sdk.listeners.size).to.equal(0);
  });

  it("is sure of what it knew when it comes back, and tells so to a tab that reloads", async () => {
    const { world, page, sdk, tracker } = desk();
    sdk.up();
    void tracker.agentJoined(agent(1));
    tracker.connected = false;
    void tracker.agentJoined(agent(2));
    await world.settle();
    tracker.release();
    await world.settle();
    tracker.connect();
    const other = new Page(world).tracker({ sdk: new FakeSdk() });
    await world.settle();
    const again = page.reload().tracker({ sdk: new FakeSdk() });
    await world.settle();
    expect(other.state.roster).to.have.length(2);
    expect(again.state.roster, "nobody is aside: the other tab was there all the time").to.have.length(2);
  });

  it("goes on in another tab while nobody is there, and says nothing twice when its own connection comes", async () => {
    const { world, page, sdk, tracker } = desk();
    void tracker.agentJoined(agent(1));
    await world.settle();
    tracker.release();
    await world.settle();
    const other = new Page(world, new FakeStorage());
    other.storage.items.set("handoff-elements:tracker:c-1", page.storage.items.get("handoff-elements:tracker:c-1")!);
    const sdkOfOther = new FakeSdk();
    other.tracker({ sdk: sdkOfOther });
    sdkOfOther.up();
    await world.settle();
    expect(words(sdkOfOther.taken)).to.deep.equal(["NA entry 1"]);
    sdk.up();
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal([]);
  });

  it("leaves the old conversation's outbox to its old sdk", async () => {
    const { world, sdk, tracker } = desk();
    void tracker.agentJoined(agent(1));
    await world.settle();
    const next = new FakeSdk();
    tracker.conversationId = "c-2";
    tracker.sdk = next;
    void tracker.agentJoined(agent(2));
    next.up();
    await world.settle();
    expect(words(next.taken)).to.deep.equal(["NA entry 2"]);
    expect(sdk.taken).to.deep.equal([]);
    sdk.up();
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1"]);
    expect(words(next.taken)).to.deep.equal(["NA entry 2"]);
  });

  it("works for a call before and after it is connected", async () => {
    const { world, page, sdk, tracker } = desk();
    sdk.up();
    void tracker.agentJoined(agent(1));
    await world.settle();
    tracker.release();
    await world.settle();
    const left = tracker.agentLeft("agentId1");
    await world.settle();
    expect((await left).status).to.equal("sent");
    expect(page.warnings).to.deep.equal([]);
    expect(sdk.listeners.size).to.equal(0);
  });
});
