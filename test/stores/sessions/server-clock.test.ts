import { expect } from "@open-wc/testing";
import { ServerClock } from "../../../src/stores/sessions/server-clock.js";
import { FakeEnvironment, NOON } from "../../support/fake-environment.js";

describe("the server's clock", () => {
  let world: FakeEnvironment;
  let clock: ServerClock;

  beforeEach(() => {
    world = new FakeEnvironment();
    clock = new ServerClock(world.clock);
  });

  it("is the local one until an answer tells another", () => {
    expect(clock.now()).to.equal(NOON);
    clock.observe(undefined);
    expect(clock.now()).to.equal(NOON);
    clock.observe(NOON + 3_600_000);
    expect(clock.now()).to.equal(NOON + 3_600_000);
  });

  it("does not follow the network's jitter, so it never runs backwards by it", async () => {
    clock.observe(NOON + 5_000);
    let last = clock.now();
    for (const jitter of [1_000, -1_000, 400, -999, 0]) {
      await world.pass(100);
      clock.observe(world.clock.now() + 5_000 + jitter);
      expect(clock.now()).to.equal(last + 100);
      last = clock.now();
    }
  });

  it("follows what differs by more than a second", () => {
    clock.observe(NOON + 5_000);
    clock.observe(NOON + 3_999);
    expect(clock.now()).to.equal(NOON + 3_999);
  });

  it("is right again after the local clock was set", () => {
    clock.observe(NOON);
    world.jumpTo(NOON - 3_600_000);
    clock.observe(NOON + 10);
    expect(clock.now()).to.equal(NOON + 10);
  });
});
