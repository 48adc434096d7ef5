import { expect } from "@open-wc/testing";
import { wireReader } from "../../../src/sources/wire/wire-reader.js";
import { SessionStore } from "../../../src/stores/sessions/session-store.js";
import type { WireReader } from "../../../src/sources/wire/reader-port.js";
import { Deferred } from "../../support/deferred.js";
import { FakeEnvironment, settled } from "../../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";

const INTERVAL = 30_000;

/** Reads what is right at once, and the rest when it has been prepared. */
class LateReader implements WireReader {
  readonly readList = wireReader.readList;
  readonly sameRow = wireReader.sameRow;
  readonly readIntegrations = wireReader.readIntegrations;
  readonly readLifecycle = wireReader.readLifecycle;
  prepared = false;
  /** One for each call of `prepare`; `true` = it worked. */
  readonly preparations: Deferred<boolean>[] = [];

  readSession(row: unknown) {
    const reading = wireReader.readSession(row);
    return this.prepared || (reading.session && !reading.session.issues) ? reading : undefined;
  }

  async prepare(): Promise<boolean> {
    const preparation = new Deferred<boolean>();
    this.preparations.push(preparation);
    this.prepared = await preparation.promise;
    return this.prepared;
  }
}

describe("a session store whose reader has to be prepared", () => {
  let world: FakeEnvironment;
  let source: ScriptedSource;
  let reader: LateReader;
  let store: SessionStore;

  const ids = () => store.snapshot.sessions.map(({ id }) => id);

  beforeEach(() => {
    world = new FakeEnvironment();
    source = new ScriptedSource();
    reader = new LateReader();
    store = new SessionStore(source, reader, world);
    store.subscribe(() => {});
  });

  async function answer(value: unknown): Promise<void> {
    source.last.answer(value);
    await settled();
  }

  async function prepare(worked: boolean): Promise<void> {
    reader.preparations.at(-1)!.resolve(worked);
    await settled();
  }

  it("does not prepare it for a list that is right", async () => {
    await answer([wireRow("a")]);
    expect(ids()).to.deep.equal(["a"]);
    expect(reader.preparations).to.have.length(0);
  });

  it("waits for it with a list that has an odd record, and takes the list in one piece", async () => {
    await answer([wireRow("a"), wireRow("odd", { queue: 7 }), null]);
    expect(store.snapshot.polling).to.equal(true);
    expect(store.snapshot.status).to.equal("loading");
    await prepare(true);
    expect(ids()).to.deep.equal(["a", "odd"]);
    expect(store.snapshot.quarantined.map(({ index }) => index)).to.deep.equal([2]);
    await world.pass(INTERVAL);
    await answer([null]);
    expect(reader.preparations, "prepared once").to.have.length(1);
  });

  it("waits with changes too", async () => {
    await answer({ sessions: [wireRow("a")], cursor: "1" });
    await world.pass(INTERVAL);
    await answer({ changed: [wireRow("odd", { queue: 7 })], removed: ["a"], cursor: "2" });
    expect(ids()).to.deep.equal(["a"]);
    await prepare(true);
    expect(ids()).to.deep.equal(["odd"]);
  });

  it("shows the good rows where it cannot be prepared, says so of the others, and tries again", async () => {
    const list = [wireRow("a"), wireRow("odd", { queue: 7 }), null];
    await answer(list);
    await prepare(false);
    expect(ids()).to.deep.equal(["a"]);
    expect(store.snapshot.error).to.equal(undefined);
    expect(store.snapshot.quarantined.map(({ index }) => index)).to.deep.equal([1, 2]);
    expect(store.snapshot.quarantined[0]!.reason).to.match(/could not be loaded/);
    await world.pass(INTERVAL);
    await answer(list);
    await prepare(true);
    expect(ids()).to.deep.equal(["a", "odd"]);
    expect(store.snapshot.quarantined.map(({ index, reason }) => `${index} ${reason}`)).to.deep.equal([
      "2 The record is null, not an object.",
    ]);
  });

  it("does not keep good rows waiting for long, and asks anew when it is prepared after all", async () => {
    await answer([wireRow("a"), wireRow("odd", { queue: 7 })]);
    await world.pass(999);
    expect(ids()).to.deep.equal([]);
    await world.pass(1);
    expect(ids()).to.deep.equal(["a"]);
    expect(store.snapshot.quarantined.map(({ index }) => index)).to.deep.equal([1]);
    await prepare(true);
    await world.pass(1_000);
    expect(source.last.request).to.deep.include({ whole: true });
    await answer([wireRow("a"), wireRow("odd", { queue: 7 })]);
    expect(ids()).to.deep.equal(["a", "odd"]);
  });

  it("has the whole list told again after it could not be prepared, though the source tells changes", async () => {
    await answer({ sessions: [wireRow("a"), wireRow("odd", { queue: 7 })], cursor: "1" });
    await prepare(false);
    await world.pass(INTERVAL);
    expect(source.last.request).to.deep.include({ whole: true });
    expect(source.last.request.cursor).to.equal(undefined);
    await answer({ sessions: [wireRow("a"), wireRow("odd", { queue: 7 })], cursor: "2" });
    await prepare(true);
    expect(ids()).to.deep.equal(["a", "odd"]);
    await world.pass(INTERVAL);
    expect(source.last.request.cursor).to.equal("2");
    expect(source.last.request.whole).to.equal(undefined);
  });

  it("takes nothing of an answer that was replaced meanwhile", async () => {
    await answer([null, wireRow("old")]);
    void store.pollAnew();
    await answer([wireRow("new")]);
    await prepare(true);
    expect(ids()).to.deep.equal(["new"]);
    expect(store.snapshot.quarantined).to.deep.equal([]);
  });
});

describe("a hint that its reader has to be prepared for", () => {
  it("is left to a poll, which can wait", async () => {
    const world = new FakeEnvironment();
    const reader = new LateReader();
    const listeners: ((hint: unknown) => void)[] = [];
    const source = Object.assign(new ScriptedSource({ sessions: [wireRow("a")], cursor: "1" }), {
      subscribe: (onChange: (hint: never) => void) => {
        listeners.push(onChange as (hint: unknown) => void);
        return () => {};
      },
    });
    const store = new SessionStore(source, reader, world);
    store.subscribe(() => {});
    await settled();
    listeners[0]!({ changed: [wireRow("odd", { queue: 7 })], removed: [], cursor: "2" });
    expect(store.snapshot.quarantined).to.deep.equal([]);
    expect(reader.preparations).to.have.length(0);
    source.standing = [wireRow("a"), wireRow("odd", { queue: 7 })];
    await world.pass(1_000);
    reader.preparations[0]!.resolve(true);
    await settled();
    expect(store.snapshot.sessions.map(({ id }) => id)).to.deep.equal(["a", "odd"]);
  });
});
