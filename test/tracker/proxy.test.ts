import { expect } from "@open-wc/testing";
import { AgentTransferTracker } from "../../src/tracker/headless-tracker.js";
import { agent, FakeSdk, Page, words, World } from "./world.js";

/** As Vue's `reactive()` and others make them: each access passes the proxy as its receiver. */
function reactive<T extends object>(target: T): T {
  return new Proxy(target, {
    get: (object, name, receiver) => Reflect.get(object, name, receiver) as unknown,
    set: (object, name, value, receiver) => Reflect.set(object, name, value, receiver),
  });
}

describe("a tracker in a framework's proxy", () => {
  it("takes properties and calls, and throws nothing", async () => {
    const world = new World();
    const { environment } = new Page(world);
    const tracker = reactive(new AgentTransferTracker({ environment, conversationId: "c-1" }));
    const sdk = new FakeSdk();
    tracker.sdk = sdk;
    tracker.connected = true;
    tracker.closing = "end";
    tracker.participants = [agent(1)];
    await world.settle();
    void tracker.agentJoined(agent(2));
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1", "warm entry 2"]);
    expect([tracker.state.roster.length, tracker.log.length, tracker.sdk === sdk]).to.deep.equal([2, 2, true]);
    tracker.release();
  });

  it("leaves a subclass what it has changed", async () => {
    class Loud extends AgentTransferTracker {
      override get closing(): string {
        return "loud";
      }
      override set closing(_: string | undefined) {}
      override retry(): ReturnType<AgentTransferTracker["retry"]> {
        return super.agentJoined(agent(3));
      }
    }
    const world = new World();
    const tracker = reactive(
      new Loud({ environment: new Page(world).environment, connected: true, sdk: new FakeSdk() }),
    );
    expect(tracker.closing).to.equal("loud");
    expect((await tracker.retry()).payloads).to.have.length(1);
    tracker.release();
  });
});
