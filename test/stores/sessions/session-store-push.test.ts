import { expect } from "@open-wc/testing";
import type { SessionList, TransferDataSource } from "../../../src/sources/data-source.js";
import { SessionStore } from "../../../src/stores/sessions/session-store.js";
import { FakeEnvironment, NOON, settled } from "../../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";

const INTERVAL = 30_000;

describe("push to a session store", () => {
  let world: FakeEnvironment;
  let source: ScriptedSource & Pick<TransferDataSource, "subscribe">;
  let store: SessionStore;
  let listeners: Set<(hint?: SessionList) => void>;

  const count = () => source.requests.length;
  const rows = () => store.snapshot.sessions.map(({ id, status }) => `${id} ${status}`);
  const push = (hint?: unknown) => {
    for (const listener of listeners) listener(hint as SessionList);
  };

  beforeEach(() => {
    world = new FakeEnvironment();
    listeners = new Set();
    source = Object.assign(new ScriptedSource({ sessions: [wireRow("a")], cursor: "1" }), {
      subscribe: (onChange: () => void) => {
        listeners.add(onChange);
        return () => listeners.delete(onChange);
      },
    });
    store = new SessionStore(source, world);
  });

  it("is listened to while anyone looks", async () => {
    expect(listeners.size).to.equal(0);
    const leave = store.subscribe(() => {});
    store.subscribe(() => {})();
    expect(listeners.size).to.equal(1);
    leave();
    await settled();
    expect(listeners.size).to.equal(0);
  });

  it("without a hint makes it ask, at most once a second, and polling goes on", async () => {
    store.subscribe(() => {});
    await world.pass(500);
    push();
    push();
    expect(count()).to.equal(1);
    await world.pass(500);
    expect(count()).to.equal(2);
    await world.pass(INTERVAL);
    expect(count()).to.equal(3);
  });

  it("with a hint needs no request", async () => {
    store.subscribe(() => {});
    await settled();
    const told: string[] = [];
    store.subscribe((_, { added, changed }) => told.push(`${added.length} ${changed.length}`));
    told.length = 0;
    await world.pass(5_000);
    push({ changed: [wireRow("a", { status: "active" }), wireRow("b")], removed: [], cursor: "2" });
    expect(rows()).to.deep.equal(["a active", "b queued"]);
    expect(told).to.deep.equal(["1 1"]);
    expect(store.snapshot.updatedAt).to.equal(NOON + 5_000);
    expect(count()).to.equal(1);
    await world.pass(25_000);
    expect(source.last.request.cursor).to.equal("2");
  });

  for (const hint of [7, "x", {}, { sessions: 1 }, { changed: [] }, { sessions: [], nextPage: "2" }]) {
    it(`with a hint that is no list, or not all of it, makes it ask: ${JSON.stringify(hint)}`, async () => {
      store.subscribe(() => {});
      await world.pass(1_000);
      push(hint);
      expect(count()).to.equal(2);
      expect(rows()).to.deep.equal(["a queued"]);
      expect(store.snapshot).to.not.have.property("error");
    });
  }

  it("with a hint during a poll is followed by another poll: the answer may be older", async () => {
    store.subscribe(() => {});
    await settled();
    source.standing = undefined;
    void store.refresh();
    push({ sessions: [wireRow("new")] });
    expect(rows()).to.deep.equal(["a queued"]);
    source.last.answer([wireRow("old")]);
    await settled();
    expect(rows()).to.deep.equal(["old queued"]);
    await world.pass(1_000);
    expect(count()).to.equal(3);
  });

  it("with a hint while a poll is due does not overtake it: what the poll is to tell came before", async () => {
    store.subscribe(() => {});
    await world.pass(500);
    push();
    push({ changed: [wireRow("b")], removed: [], cursor: "9" });
    expect(rows()).to.deep.equal(["a queued"]);
    await world.pass(500);
    expect(source.last.request.cursor).to.equal("1");
  });

  it("with a hint makes one ask that holds the answer to a query: the hint is about all sessions", async () => {
    store = new SessionStore(source, world, { query: { status: ["queued"] } });
    store.subscribe(() => {});
    await world.pass(1_000);
    push({ changed: [wireRow("b", { status: "active" })], removed: [], cursor: "2" });
    await settled();
    expect(rows()).to.deep.equal(["a queued"]);
    expect(count()).to.equal(2);
  });

  it("changes no rows while a person has paused", async () => {
    store.subscribe(() => {});
    await settled();
    store.pause();
    push({ sessions: [] });
    await world.pass(INTERVAL);
    expect(rows()).to.deep.equal(["a queued"]);
    expect(count()).to.equal(1);
    store.resume();
    expect(count()).to.equal(2);
  });

  it("does not hide that polling has stopped or fails", async () => {
    store.subscribe(() => {});
    await settled();
    source.standing = () => {
      throw { status: 401 };
    };
    await world.pass(INTERVAL);
    push({ sessions: [wireRow("b")] });
    expect(rows()).to.deep.equal(["b queued"]);
    expect(store.snapshot).to.deep.include({ unauthorized: true, stale: true });
    expect(store.snapshot).to.not.have.property("nextPollAt");
  });

  it("says nothing after the last one left, even to a source that keeps calling", async () => {
    source.subscribe = (onChange) => {
      listeners.add(onChange);
      return () => {};
    };
    const leave = store.subscribe(() => {});
    await settled();
    leave();
    await settled();
    push({ sessions: [] });
    await world.pass(INTERVAL);
    expect(rows()).to.deep.equal(["a queued"]);
    expect(count()).to.equal(1);
  });

  const odd: [string, unknown, number][] = [
    [
      "throws",
      () => {
        throw new Error("no push today");
      },
      1,
    ],
    ["returns nothing", () => undefined, 0],
    ["returns a promise", () => Promise.resolve(() => {}), 0],
    [
      "throws when it is ended",
      () => () => {
        throw new Error("cannot leave");
      },
      1,
    ],
    ["is no function", "yes", 0],
  ];
  for (const [name, subscribe, warnings] of odd) {
    it(`that ${name} leaves polling as it is`, async () => {
      source.subscribe = subscribe as NonNullable<TransferDataSource["subscribe"]>;
      const leave = store.subscribe(() => {});
      await world.pass(INTERVAL);
      expect(count()).to.equal(2);
      leave();
      await settled();
      expect(world.warnings).to.have.length(warnings);
    });
  }
});
