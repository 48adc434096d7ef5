import { expect } from "@open-wc/testing";
import type { LifecycleSettings } from "../../../src/domain/session/lifecycle.js";
import type { TransferSession } from "../../../src/domain/session/session.js";
import { Lingerer } from "../../../src/stores/sessions/lingering.js";
import { FakeEnvironment, NOON } from "../../support/fake-environment.js";

const session = (id: string, fields: Partial<TransferSession> = {}): TransferSession => ({
  id,
  provider: "genesys",
  channel: "chat",
  status: "active",
  createdAt: NOON - 600_000,
  updatedAt: NOON - 60_000,
  ...fields,
});

describe("lingering", () => {
  let world: FakeEnvironment;
  let lingerer: Lingerer;
  let drops: number;

  const make = (linger: number) =>
    new Lingerer({
      timers: world.timers,
      linger,
      onDrop: () => {
        drops++;
        lingerer.sweep(world.clock.now());
      },
    });
  const update = (removed: TransferSession[], returned: TransferSession[] = [], settings?: LifecycleSettings) =>
    lingerer.update(removed, returned, world.clock.now(), world.clock.now(), settings);
  const shown = () => lingerer.list.map(({ session, reason }) => `${session.id} ${reason}`);

  beforeEach(() => {
    world = new FakeEnvironment();
    drops = 0;
    lingerer = make(30_000);
  });

  it("tells a row that left before its time from one whose time had passed", () => {
    update([session("a"), session("b", { updatedAt: NOON - 30 * 60_000 })]);
    expect(shown()).to.deep.equal(["a gone", "b expired"]);
  });

  it("measures expiry by the source's settings and the server's clock", () => {
    update([session("a")], [], { chat: 1 });
    lingerer.update([session("b")], [], NOON, NOON + 29 * 60_000, undefined);
    update([session("c", { channel: "voice", updatedAt: 0 })]);
    expect(shown()).to.deep.equal(["a expired", "b expired", "c gone"]);
  });

  it("lets a row last seen ended leave", () => {
    update([session("a", { status: "ended" })]);
    expect(shown()).to.deep.equal([]);
    expect(world.timerCount).to.equal(0);
  });

  it("keeps each for its own while, and then drops it", async () => {
    update([session("a")]);
    await world.pass(10_000);
    update([session("b")]);
    expect(lingerer.list.map(({ until }) => until)).to.deep.equal([NOON + 30_000, NOON + 40_000]);
    await world.pass(19_999);
    expect(shown()).to.deep.equal(["a gone", "b gone"]);
    await world.pass(1);
    expect(shown()).to.deep.equal(["b gone"]);
    await world.pass(10_000);
    expect(shown()).to.deep.equal([]);
    expect(drops).to.equal(2);
    expect(world.timerCount).to.equal(0);
  });

  it("lets a row that returns be itself again", () => {
    update([session("a"), session("b")]);
    update([], [session("a")]);
    expect(shown()).to.deep.equal(["b gone"]);
  });

  it("does not take a later session of the same id for the one that left", () => {
    update([session("a")], [session("a", { createdAt: NOON })]);
    expect(shown()).to.deep.equal(["a gone"]);
  });

  it("keeps its list where nothing changed", () => {
    update([session("a")]);
    const before = lingerer.list;
    update([], []);
    expect(lingerer.list).to.equal(before);
    update([], [session("x")]);
    expect(shown()).to.deep.equal(["a gone"]);
  });

  it("shows none where the host wants none", () => {
    lingerer = make(0);
    update([session("a")]);
    expect(shown()).to.deep.equal([]);
    expect(world.timerCount).to.equal(0);
  });

  it("rests without a timer and takes up again", async () => {
    update([session("a")]);
    lingerer.rest();
    expect(world.timerCount).to.equal(0);
    await world.pass(60_000);
    expect(shown()).to.deep.equal(["a gone"]);
    lingerer.sweep(world.clock.now());
    expect(shown()).to.deep.equal([]);
  });

  it("does not keep rows for an hour because the clock was set back by one", async () => {
    update([session("a")]);
    world.jumpTo(NOON - 3_600_000);
    lingerer.sweep(world.clock.now());
    update([session("b")]);
    await world.pass(30_000);
    expect(shown()).to.deep.equal([]);
  });
});
