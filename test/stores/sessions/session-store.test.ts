import { expect } from "@open-wc/testing";
import { DataSourceError, failureOf, type TransferDataSource } from "../../../src/sources/data-source.js";
import { SessionStore, type SessionSnapshot } from "../../../src/stores/sessions/session-store.js";
import type { SessionChanges } from "../../../src/stores/sessions/session-ledger.js";
import { FakeEnvironment, NOON, settled } from "../../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";

const INTERVAL = 30_000;

const ids = (snapshot: SessionSnapshot) => snapshot.sessions.map(({ id }) => id);

describe("the session store", () => {
  let world: FakeEnvironment;
  let source: ScriptedSource;
  let store: SessionStore;

  const make = (dataSource: TransferDataSource) => new SessionStore(dataSource, world);
  const count = () => source.requests.length;
  async function answer(value: unknown): Promise<void> {
    source.last.answer(value);
    await settled();
  }
  async function fail(error: unknown): Promise<void> {
    source.last.fail(error);
    await settled();
  }

  beforeEach(() => {
    world = new FakeEnvironment();
    source = new ScriptedSource();
    store = make(source);
  });

  afterEach(() => {
    expect(world.warnings).to.deep.equal([]);
  });

  describe("its snapshot", () => {
    it("is idle before anyone looks, and asks nothing", async () => {
      await world.pass(INTERVAL);
      expect(count()).to.equal(0);
      expect(store.snapshot).to.deep.equal({
        status: "idle",
        sessions: [],
        lingering: [],
        quarantined: [],
        stale: false,
        paused: false,
        polling: false,
        unauthorized: false,
        endings: new Map(),
      });
    });

    it("is loading until the first answer, then ready", async () => {
      store.subscribe(() => {});
      expect(store.snapshot.status).to.equal("loading");
      expect(store.snapshot.polling).to.equal(true);
      await world.pass(2_000);
      await answer([wireRow("a"), null]);
      expect(store.snapshot).to.deep.include({
        status: "ready",
        polling: false,
        stale: false,
        updatedAt: NOON + 2_000,
        nextPollAt: NOON + 2_000 + INTERVAL,
      });
      expect(ids(store.snapshot)).to.deep.equal(["a"]);
      expect(store.snapshot.quarantined).to.have.length(1);
    });

    it("is told once for each answer, whole", async () => {
      const told: [SessionSnapshot, SessionChanges][] = [];
      store.subscribe((snapshot, changes) => told.push([snapshot, changes]));
      told.length = 0;
      await answer([wireRow("a")]);
      expect(told).to.have.length(1);
      const [[snapshot, changes]] = told as [[SessionSnapshot, SessionChanges]];
      expect(snapshot).to.equal(store.snapshot);
      expect(snapshot.nextPollAt).to.equal(NOON + INTERVAL);
      expect(changes.added).to.deep.equal(snapshot.sessions);
    });

    it("keeps what did not change", async () => {
      source.standing = { sessions: [wireRow("a"), null] };
      store.subscribe(() => {});
      await settled();
      const before = store.snapshot;
      source.standing = { sessions: [wireRow("a"), null] };
      await world.pass(INTERVAL);
      expect(count()).to.equal(2);
      expect(store.snapshot).to.not.equal(before);
      for (const field of ["sessions", "quarantined", "lingering", "endings"] as const) {
        expect(store.snapshot[field], field).to.equal(before[field]);
      }
    });

    it("finds the session of an id: the latest, if it was reused", async () => {
      source.standing = [wireRow("a", { createdAt: 2 }), wireRow("a", { createdAt: 1 })];
      store.subscribe(() => {});
      await settled();
      expect(store.find("a")!.createdAt).to.equal(2);
      expect(store.find("b")).to.equal(undefined);
    });

    it("goes by the server's clock", async () => {
      source.standing = { sessions: [], serverTime: new Date(NOON + 3_600_000).toISOString() };
      store.subscribe(() => {});
      await settled();
      expect(store.now()).to.equal(NOON + 3_600_000);
    });
  });

  describe("an answer", () => {
    it("may be unchanged, or a delta to the cursor", async () => {
      store.subscribe(() => {});
      await answer({ sessions: [wireRow("a"), wireRow("b")], cursor: "1" });
      const { sessions } = store.snapshot;
      await world.pass(INTERVAL);
      expect(source.last.request.cursor).to.equal("1");
      await answer({ unchanged: true });
      expect(store.snapshot.sessions).to.equal(sessions);
      expect(store.snapshot.updatedAt).to.equal(NOON + INTERVAL);
      await world.pass(INTERVAL);
      expect(source.last.request.cursor).to.equal("1");
      await answer({ changed: [wireRow("c")], removed: ["a"], cursor: "2" });
      expect(ids(store.snapshot)).to.deep.equal(["b", "c"]);
      await world.pass(INTERVAL);
      expect(source.last.request.cursor).to.equal("2");
      await answer([wireRow("z")]);
      await world.pass(INTERVAL);
      expect("cursor" in source.last.request).to.equal(false);
    });

    for (const first of [{ unchanged: true }, { changed: [], removed: [], cursor: "1" }]) {
      it(`fails where there is no list to apply it to: ${JSON.stringify(first)}`, async () => {
        store.subscribe(() => {});
        await answer(first);
        expect(store.snapshot.status).to.equal("loading");
        expect(failureOf(store.snapshot.error).kind).to.equal("invalid");
      });
    }

    for (const nothing of [
      null,
      undefined,
      0,
      7,
      "",
      "sessions",
      true,
      {},
      { sessions: null },
      { sessions: {} },
      () => [],
    ]) {
      it(`that is no list fails and empties nothing: ${String(JSON.stringify(nothing))}`, async () => {
        store.subscribe(() => {});
        await answer([wireRow("a")]);
        await world.pass(INTERVAL);
        await answer(nothing);
        expect(failureOf(store.snapshot.error).kind).to.equal("invalid");
        expect(ids(store.snapshot)).to.deep.equal(["a"]);
        expect(store.snapshot.stale).to.equal(true);
      });
    }

    it("is asked for whole while there is none, and in the same poll where the cursor is refused", async () => {
      store.subscribe(() => {});
      expect(source.last.request.whole).to.equal(true);
      await answer({ sessions: [wireRow("a")], cursor: "1" });
      await world.pass(INTERVAL);
      expect("whole" in source.last.request).to.equal(false);
      await fail(new DataSourceError("gone", { kind: "http", status: 410 }));
      expect(source.last.request).to.deep.include({ whole: true }).and.not.have.property("cursor");
      await answer([wireRow("b")]);
      expect(ids(store.snapshot)).to.deep.equal(["b"]);
      expect(store.snapshot.error).to.equal(undefined);
    });

    it("comes in pages", async () => {
      source.standing = ({ page }: { page?: string }) =>
        page ? [wireRow("b")] : { sessions: [wireRow("a")], nextPage: "2", cursor: "c" };
      store.subscribe(() => {});
      await settled();
      expect(ids(store.snapshot)).to.deep.equal(["a", "b"]);
      await world.pass(INTERVAL);
      expect(source.requests.map(({ request }) => [request.cursor, request.page])).to.deep.equal([
        [undefined, undefined],
        [undefined, "2"],
        ["c", undefined],
        [undefined, "2"],
      ]);
    });

    it("comes as a whole or not at all: a page that fails leaves the old rows", async () => {
      source.standing = [wireRow("old")];
      store.subscribe(() => {});
      await settled();
      source.standing = ({ page }: { page?: string }) => {
        if (page) throw new Error("down");
        return { sessions: [wireRow("a")], nextPage: "2" };
      };
      await world.pass(INTERVAL);
      expect(ids(store.snapshot)).to.deep.equal(["old"]);
      expect(store.snapshot.stale).to.equal(true);
    });
  });

  describe("a failure", () => {
    it("before any answer is neither empty nor ready nor stale", async () => {
      const error = new Error("down");
      store.subscribe(() => {});
      await fail(error);
      expect(store.snapshot).to.deep.include({ status: "loading", stale: false, error, failedAt: NOON });
      expect(store.snapshot).to.not.have.property("updatedAt");
    });

    it("keeps the last good rows, stale, until a good answer", async () => {
      store.subscribe(() => {});
      await answer([wireRow("a")]);
      const { sessions } = store.snapshot;
      await world.pass(INTERVAL);
      await fail("a text");
      expect(store.snapshot).to.deep.include({ status: "ready", stale: true, error: "a text", updatedAt: NOON });
      expect(store.snapshot.sessions).to.equal(sessions);
      void store.refresh();
      await answer({ unchanged: true });
      expect(store.snapshot.stale).to.equal(false);
      expect(store.snapshot).to.not.have.property("error");
      expect(store.snapshot).to.not.have.property("failedAt");
    });

    for (const error of [
      new DataSourceError("no", { kind: "unauthorized" }),
      { status: 401 },
      { kind: "http", status: 403 },
    ]) {
      it(`of permission stops polling until a refresh: ${JSON.stringify(error)}`, async () => {
        store.subscribe(() => {});
        await answer([wireRow("a")]);
        await world.pass(INTERVAL);
        await fail(error);
        expect(store.snapshot).to.deep.include({ unauthorized: true, stale: true });
        expect(store.snapshot).to.not.have.property("nextPollAt");
        await world.pass(100 * INTERVAL);
        expect(count()).to.equal(2);
        void store.refresh();
        await answer([wireRow("a")]);
        expect(store.snapshot.unauthorized).to.equal(false);
        expect(store.snapshot.nextPollAt).to.equal(world.clock.now() + INTERVAL);
      });
    }

    it("may ask for time", async () => {
      store.subscribe(() => {});
      await fail(new DataSourceError("busy", { kind: "http", status: 503, retryAfterMs: 5_000 }));
      expect(store.snapshot.nextPollAt).to.equal(NOON + 5_500);
    });

    it("comes after 60 s where the source never settles, and no monitor stops", async () => {
      store.subscribe(() => {});
      await world.pass(60_000);
      expect(failureOf(store.snapshot.error).kind).to.equal("timeout");
      expect(source.last.request.signal.aborted).to.equal(true);
      await world.pass(60_000);
      expect(count()).to.equal(2);
      await answer([wireRow("a")]);
      expect(ids(store.snapshot)).to.deep.equal(["a"]);
    });

    it("comes later where the source allows itself more", async () => {
      store = new SessionStore(source, world, { timeout: 90_000 });
      store.subscribe(() => {});
      await world.pass(89_999);
      expect(store.snapshot).to.not.have.property("error");
      await world.pass(1);
      expect(failureOf(store.snapshot.error).kind).to.equal("timeout");
    });
  });

  describe("rows that leave", () => {
    it("linger outside of the sessions, and are dropped in time", async () => {
      source.standing = [wireRow("a"), wireRow("b", { status: "ended" })];
      store.subscribe(() => {});
      await settled();
      source.standing = [];
      await world.pass(INTERVAL);
      expect(store.snapshot.sessions).to.deep.equal([]);
      expect(store.snapshot.lingering.map(({ session, reason }) => [session.id, reason])).to.deep.equal([
        ["a", "gone"],
      ]);
      source.standing = [wireRow("a")];
      await store.refresh();
      expect(store.snapshot.lingering).to.deep.equal([]);
      source.standing = [];
      await store.refresh();
      store.pause();
      let told = 0;
      store.subscribe(() => told++);
      told = 0;
      await world.pass(30_000);
      expect(told).to.equal(1);
      expect(store.snapshot.lingering).to.deep.equal([]);
    });
  });

  const odd: [string, () => unknown, string[]][] = [
    [
      "throws at once",
      () => {
        throw new Error("at once");
      },
      [],
    ],
    ["returns no promise", () => [wireRow("a")], ["a"]],
    ["returns nothing", () => undefined, []],
    // oxlint-disable-next-line unicorn/no-thenable -- a source may be older than promises
    ["returns a thenable", () => ({ then: (resolve: (value: unknown) => void) => resolve([wireRow("a")]) }), ["a"]],
    ["throws nothing at all", () => Promise.reject(undefined), []],
  ];
  for (const [name, list, rows] of odd) {
    it(`copes with a source that ${name}`, async () => {
      store = make({ list } as TransferDataSource);
      store.subscribe(() => {});
      await settled();
      expect(ids(store.snapshot)).to.deep.equal(rows);
      expect("error" in store.snapshot).to.equal(rows.length === 0);
    });
  }
});
