import { expect } from "@open-wc/testing";
import { sessionKey } from "../../../src/domain/session/session.js";
import { SessionStore } from "../../../src/stores/sessions/session-store.js";
import { FakeEnvironment, settled } from "../../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";

const INTERVAL = 30_000;

describe("ending a session of a store", () => {
  let world: FakeEnvironment;
  let source: ScriptedSource;
  let store: SessionStore;
  let leave: () => void;

  const count = () => source.requests.length;
  const phase = (id = "a") => {
    const key = [...store.snapshot.endings.keys()].find((key) => key.startsWith(id));
    return key === undefined ? undefined : store.snapshot.endings.get(key)!.phase;
  };
  async function answer(value: unknown): Promise<void> {
    source.last.answer(value);
    await settled();
  }

  beforeEach(async () => {
    world = new FakeEnvironment();
    source = new ScriptedSource();
    store = new SessionStore(source, world);
    leave = store.subscribe(() => {});
    await answer([wireRow("a"), wireRow("b")]);
  });

  it("is shown under the session's key until a new poll answers, which wins", async () => {
    const [a] = store.snapshot.sessions;
    const result = store.end(a!);
    expect([...store.snapshot.endings.keys()]).to.deep.equal([sessionKey(a!)]);
    source.ends[0]!.resolve();
    expect(await result).to.deep.equal({ ended: true });
    expect(count()).to.equal(2);
    expect(phase()).to.equal("ending");
    await answer([wireRow("a"), wireRow("b")]);
    expect(phase()).to.equal(undefined);
    expect(store.snapshot.sessions[0]).to.equal(a);
  });

  it("replaces a poll under way, and those who waited for that get the new answer", async () => {
    const waiting = store.refresh();
    const old = source.last;
    void store.end(store.find("a")!);
    source.ends[0]!.resolve();
    await settled();
    expect(count()).to.equal(3);
    expect(old.request.signal.aborted).to.equal(true);
    old.answer([wireRow("a"), wireRow("b"), wireRow("old")]);
    await settled();
    expect(phase()).to.equal("ending");
    expect(store.find("old")).to.equal(undefined);
    let done = false;
    void waiting.then(() => (done = true));
    await settled();
    expect(done).to.equal(false);
    await answer([wireRow("b")]);
    await waiting;
    expect(store.snapshot.sessions.map(({ id }) => id)).to.deep.equal(["b"]);
    expect(store.snapshot.endings.size).to.equal(0);
  });

  it("stays under way through polls that know nothing of it", async () => {
    void store.end(store.find("a")!);
    await world.pass(INTERVAL);
    await answer([wireRow("a"), wireRow("b")]);
    expect(phase()).to.equal("ending");
  });

  it("stays under way while the poll after it fails", async () => {
    void store.end(store.find("a")!);
    source.ends[0]!.resolve();
    await settled();
    source.last.fail(new Error("down"));
    await settled();
    expect(phase()).to.equal("ending");
  });

  it("that fails stands on the row and asks for no list", async () => {
    const result = store.end(store.find("a")!);
    source.ends[0]!.reject("no");
    expect(await result).to.deep.equal({ ended: false, error: "no" });
    expect(phase()).to.equal("failed");
    expect(count()).to.equal(1);
    await world.pass(INTERVAL);
    await answer([wireRow("a"), wireRow("b")]);
    expect(phase()).to.equal("failed");
    await world.pass(INTERVAL);
    await answer([wireRow("b")]);
    expect(phase()).to.equal(undefined);
  });

  it("passes the reason on", async () => {
    const asked: unknown[] = [];
    source.end = (_, request) => {
      asked.push(request);
      return Promise.resolve();
    };
    await store.end(store.find("a")!, { reason: "done" });
    await store.end(store.find("b")!);
    expect(asked.map((request) => (request as { reason?: string }).reason)).to.deep.equal(["done", undefined]);
  });

  it("works in a pause, and the poll after it too", async () => {
    store.pause();
    void store.end(store.find("a")!);
    source.ends[0]!.resolve();
    await settled();
    expect(count()).to.equal(2);
    await answer([wireRow("b")]);
    expect(store.snapshot.paused).to.equal(true);
    expect(store.snapshot.sessions).to.have.length(1);
  });

  it("asks for no list once nobody looks, but at once when somebody does", async () => {
    const result = store.end(store.find("a")!);
    leave();
    await settled();
    source.ends[0]!.resolve();
    expect(await result).to.deep.equal({ ended: true });
    expect(count()).to.equal(1);
    store.subscribe(() => {});
    expect(count()).to.equal(2);
  });
});
