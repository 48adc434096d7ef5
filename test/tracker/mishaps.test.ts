import { expect } from "@open-wc/testing";
import { agent, FakeSdk, Page, words, World } from "./world.js";

describe("a tracker whose surroundings fail it", () => {
  it("settles a call when the tab that decided it is closed before it was tried", async () => {
    const world = new World();
    const one = new Page(world);
    const sdkOfOne = new FakeSdk();
    const first = one.tracker({ sdk: sdkOfOne });
    sdkOfOne.up();
    sdkOfOne.mode = "hang";
    void first.agentJoined(agent(1));
    await world.settle();
    const other = new Page(world);
    const sdk = new FakeSdk();
    const tracker = other.tracker({ sdk });
    sdk.up();
    await world.settle();
    let result: string | undefined;
    void tracker.agentJoined(agent(2)).then(({ status }) => (result = status));
    await world.settle();
    expect(result, "it waits behind what is in flight").to.equal(undefined);
    one.close();
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["redial entry 1", "warm entry 2"]);
    expect(result).to.be.oneOf(["sent", "queued"]);
  });

  it("lives through a list of participants that cannot be read", async () => {
    const world = new World();
    const page = new Page(world);
    const sdk = new FakeSdk();
    const tracker = page.tracker({ sdk });
    sdk.up();
    const throwing = new Proxy([], {
      get() {
        throw new Error("no");
      },
    });
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    for (const list of [throwing, proxy]) {
      tracker.participants = list;
      await world.settle();
    }
    expect(page.warnings.join()).to.contain("participants");
    tracker.participants = [agent(1)];
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1"]);
  });

  it("hands out a state that nobody can alter", async () => {
    const world = new World();
    const tracker = new Page(world).tracker();
    void tracker.agentJoined(agent(1));
    await world.settle();
    const { state } = tracker;
    const parts = [state, state.roster, state.roster[0], state.outbox, state.outbox[0], state.outbox[0]?.payload];
    for (const part of parts) expect(Object.isFrozen(part)).to.equal(true);
  });
});
