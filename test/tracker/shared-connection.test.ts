import { expect } from "@open-wc/testing";
import { agent, FakeSdk, Page, words, World } from "./world.js";

function sink() {
  const taken: string[] = [];
  return { taken, internalTransfer: (data: unknown) => void taken.push(JSON.stringify(data)) };
}

function desk() {
  const world = new World();
  const page = new Page(world);
  const socket = new FakeSdk();
  return { world, page, socket, first: page.tracker({ sdk: sink(), connection: socket }) };
}

describe("one socket for two conversations", () => {
  it("is up for the second when the first has heard so", async () => {
    const { world, page, socket } = desk();
    socket.up();
    const sdk = sink();
    const second = page.tracker({ conversationId: "c-2", sdk, connection: socket });
    expect(second.connected).to.equal(true);
    void second.agentJoined(agent(1));
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1"]);
  });

  it("is up when a host said so of the first, and down when it said that", async () => {
    const { page, socket, first } = desk();
    first.connected = true;
    expect(page.tracker({ conversationId: "c-2", sdk: sink(), connection: socket }).connected).to.equal(true);
    first.connected = false;
    expect(page.tracker({ conversationId: "c-3", sdk: sink(), connection: socket }).connected).to.equal(false);
  });

  it("is still up for another conversation of the same tracker", async () => {
    const { world, socket, first } = desk();
    socket.up();
    const sdk = sink();
    first.conversationId = "c-2";
    first.sdk = sdk;
    void first.agentJoined(agent(1));
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["NA entry 1"]);
  });

  it("can be listened to again after it refused, by a throw or by a promise", async () => {
    const { world, page } = desk();
    for (const [conversationId, refuse] of Object.entries({
      "c-2": () => {
        throw new Error("not yet");
      },
      "c-3": () => Promise.reject(new Error("not yet")),
    })) {
      const socket = new FakeSdk();
      const { on } = socket;
      socket.on = refuse as never;
      const tracker = page.tracker({ conversationId, sdk: sink(), connection: socket });
      await world.settle();
      socket.on = on;
      tracker.connection = undefined;
      tracker.connection = socket;
      socket.up();
      expect(tracker.connected).to.equal(true);
    }
    expect(page.warnings).to.deep.equal(["could not listen to the connection: not yet"]);
  });

  it("does not make another socket be up", async () => {
    const { page, socket } = desk();
    socket.up();
    const other = page.tracker({ conversationId: "c-2", sdk: sink(), connection: new FakeSdk() });
    expect(other.connected).to.equal(false);
  });
});
