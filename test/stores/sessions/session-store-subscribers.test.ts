import { expect } from "@open-wc/testing";
import { SessionStore } from "../../../src/stores/sessions/session-store.js";
import { FakeEnvironment, NOON, settled } from "../../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";

const INTERVAL = 30_000;

describe("the subscribers of a session store", () => {
  let world: FakeEnvironment;
  let source: ScriptedSource;
  let store: SessionStore;

  const count = () => source.requests.length;

  beforeEach(() => {
    world = new FakeEnvironment();
    source = new ScriptedSource([wireRow("a")]);
    store = new SessionStore(source, world);
  });

  it("share one request per interval, however many they are", async () => {
    for (let index = 0; index < 20; index++) store.subscribe(() => {});
    await world.pass(0);
    expect(count()).to.equal(1);
    await world.pass(10 * INTERVAL);
    expect(count()).to.equal(11);
  });

  it("follow the smallest interval among them, while it is there", async () => {
    store.subscribe(() => {});
    const leave = store.subscribe(() => {}, { interval: 10_000 });
    store.subscribe(() => {}, { interval: 60_000 });
    await world.pass(10_000);
    expect(count()).to.equal(2);
    leave();
    await world.pass(20_000);
    expect(count()).to.equal(2);
    await world.pass(10_000);
    expect(count()).to.equal(3);
  });

  it("that ask for less than a second are warned of, and get the default", async () => {
    const store = new SessionStore(source, world);
    for (const interval of [30, 0, Number.NaN, "30" as never]) store.subscribe(() => {}, { interval });
    await world.pass(60_000);
    expect(source.requests).to.have.length(3);
    expect(world.warnings[0]).to.equal("interval must be a number of milliseconds of at least 1000, not 30; ignored.");
  });

  it("that are moved make no request and lose none", async () => {
    source.standing = undefined;
    const leave = store.subscribe(() => {});
    leave();
    const leaveAgain = store.subscribe(() => {});
    await settled();
    expect(source.last.request.signal.aborted).to.equal(false);
    source.last.answer([wireRow("a")]);
    await settled();
    leaveAgain();
    store.subscribe(() => {});
    await world.pass(INTERVAL - 1);
    expect(count()).to.equal(1);
    expect(store.snapshot.sessions).to.have.length(1);
  });

  it("start it with the first and stop it with the last", async () => {
    const leave = [store.subscribe(() => {}), store.subscribe(() => {})];
    await settled();
    leave[0]!();
    leave[0]!();
    await world.pass(INTERVAL);
    expect(count()).to.equal(2);
    leave[1]!();
    await world.pass(100 * INTERVAL);
    expect(count()).to.equal(2);
    expect(world.timerCount).to.equal(0);
    expect(world.visible.listenerCount + world.online.listenerCount).to.equal(0);
  });

  it("take up rows and schedule within the interval", async () => {
    const leave = store.subscribe(() => {});
    await settled();
    const { sessions } = store.snapshot;
    leave();
    await world.pass(10_000);
    store.subscribe(() => {});
    expect(count()).to.equal(1);
    expect(store.snapshot.sessions).to.equal(sessions);
    expect(store.snapshot.nextPollAt).to.equal(NOON + INTERVAL);
    await world.pass(20_000);
    expect(count()).to.equal(2);
  });

  it("have it ask at once when they come back later, with the old rows until then", async () => {
    const leave = store.subscribe(() => {});
    await settled();
    leave();
    await world.pass(INTERVAL);
    store.subscribe(() => {});
    expect(count()).to.equal(2);
    expect(store.snapshot.status).to.equal("ready");
    expect(store.snapshot.sessions).to.have.length(1);
  });

  it("are changed by no answer that comes after the last one left", async () => {
    source.standing = undefined;
    let told = 0;
    const leave = store.subscribe(() => told++);
    leave();
    await settled();
    const { snapshot } = store;
    told = 0;
    expect(source.last.request.signal.aborted).to.equal(true);
    source.last.answer([wireRow("late")]);
    await settled();
    expect(told).to.equal(0);
    expect(store.snapshot).to.equal(snapshot);
    expect(snapshot.sessions).to.deep.equal([]);
  });

  it("may throw without harm to the others", async () => {
    let told = 0;
    store.subscribe(() => {
      throw new Error("my mistake");
    });
    store.subscribe(() => told++);
    await settled();
    expect(told).to.be.greaterThan(0);
    expect(world.warnings[0]).to.contain("my mistake");
    expect(store.snapshot).to.not.have.property("error");
    await world.pass(INTERVAL);
    expect(count()).to.equal(2);
  });

  it("hear nothing once they have left, even if that was by another's hand just now", async () => {
    let told = 0;
    let onNews: (() => void) | undefined;
    store.subscribe(() => onNews?.());
    const leave = store.subscribe(() => told++);
    await settled();
    onNews = leave;
    told = 0;
    await store.refresh();
    expect(told).to.equal(0);
  });

  it("may act on the store while they are told", async () => {
    let pauses = 0;
    store.subscribe((snapshot) => {
      if (snapshot.status === "ready" && !snapshot.paused && pauses++ === 0) store.pause();
    });
    const seen: string[] = [];
    store.subscribe((snapshot, changes) => {
      if (changes.added.length > 0) seen.push(...changes.added.map(({ id }) => id));
      expect(snapshot).to.equal(store.snapshot);
    });
    await settled();
    expect(seen).to.deep.equal(["a"]);
    expect(store.snapshot.paused).to.equal(true);
    expect(world.warnings).to.deep.equal([]);
  });

  it("all see the pause, and a refresh works in it", async () => {
    store.subscribe(() => {});
    await settled();
    store.pause();
    expect(store.snapshot.paused).to.equal(true);
    expect(store.snapshot).to.not.have.property("nextPollAt");
    await world.pass(INTERVAL);
    expect(count()).to.equal(1);
    await store.refresh();
    expect(count()).to.equal(2);
    expect(store.snapshot.paused).to.equal(true);
    expect(store.snapshot.updatedAt).to.equal(NOON + INTERVAL);
    store.resume();
    expect(store.snapshot.nextPollAt).to.equal(NOON + 2 * INTERVAL);
  });

  it("are not needed for a refresh", async () => {
    await store.refresh();
    expect(store.snapshot.status).to.equal("ready");
    expect(store.snapshot.sessions).to.have.length(1);
    expect(world.timerCount).to.equal(0);
    store.subscribe(() => {});
    expect(count()).to.equal(1);
  });

  it("never have a refresh reject", async () => {
    source.standing = () => {
      throw new Error("down");
    };
    store.subscribe(() => {});
    await store.refresh();
    expect(store.snapshot.error).to.be.an("error");
  });
});
