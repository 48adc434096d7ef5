import { expect } from "@open-wc/testing";
import { AgentTransferTracker } from "../../../src/core.js";
import { frameSink, serveSink } from "../../../src/sources/frame.js";
import { until } from "../../support/until.js";

const agent = (number: number) => ({ identity: `agentId${number}`, name: `AgentName${number}` });

/** An SDK whose connection a test brings up. */
class Sdk {
  readonly taken: unknown[][] = [];
  readonly #listeners = new Set<() => void>();
  refuse: unknown;

  internalTransfer(...data: unknown[]): unknown {
    if (this.refuse) throw this.refuse;
    this.taken.push(data);
    return { not: () => "sent" };
  }

  on(name: string, listener: () => void): void {
    if (name === "ON_SOCKET_CONNECTION") this.#listeners.add(listener);
  }

  off(_name: string, listener: () => void): void {
    this.#listeners.delete(listener);
  }

  up(): void {
    for (const listener of this.#listeners) listener();
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }
}

const words = (sdk: Sdk) =>
  sdk.taken.map(([data]) => {
    const { transfertype, transition, participant } = data as Record<string, Record<string, string>>;
    return `${transfertype} ${transition} ${participant!["identity"]!.slice(-1)}`;
  });

describe("an SDK in a frame", () => {
  const ports: MessagePort[] = [];
  const channel = () => {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    return { host: port1, port: port2 };
  };
  afterEach(() => {
    for (const port of ports.splice(0)) port.close();
  });

  it("gets what the tracker tells, each once and in order, when its connection is up", async () => {
    const sdk = new Sdk();
    const { host, port } = channel();
    serveSink(sdk, host);
    const tracker = new AgentTransferTracker({ conversationId: "framed", sdk: frameSink(port), storage: "none" });
    void tracker.agentJoined(agent(1));
    void tracker.agentJoined(agent(2));
    void tracker.agentLeft("agentId1");
    await until(() => sdk.listenerCount === 1, "somebody listens");
    expect(sdk.taken).to.deep.equal([]);
    sdk.up();
    void tracker.conversationEnded();
    await until(() => tracker.state.outbox.length === 0 && sdk.taken.length > 3, "all is told");
    expect(words(sdk)).to.deep.equal(["NA entry 1", "warm entry 2", "warm exit 1", "NA exit 2"]);
    tracker.release();
  });

  it("is up for a frame that comes after its connection was", async () => {
    const sdk = new Sdk();
    const first = channel();
    const stop = serveSink(sdk, first.host);
    let heard = 0;
    frameSink(first.port).on("ON_SOCKET_CONNECTION", () => heard++);
    await until(() => sdk.listenerCount === 1, "somebody listens");
    sdk.up();
    await until(() => heard === 1, "it is heard");
    stop();
    expect(sdk.listenerCount).to.equal(0);
    const second = channel();
    serveSink(sdk, second.host);
    const sink = frameSink(second.port);
    await new Promise<void>((resolve) => sink.on("ON_SOCKET_CONNECTION", resolve));
    let again = false;
    sink.on("ON_SOCKET_CONNECTION", () => (again = true));
    expect(again, "at once, where it is known").to.equal(true);
  });

  it("hears a connection that comes up before the frame has asked", async () => {
    const sdk = new Sdk();
    const { host, port } = channel();
    serveSink(sdk, host);
    sdk.up();
    await new Promise<void>((resolve) => frameSink(port).on("ON_SOCKET_CONNECTION", resolve));
  });

  it("hears a connection that comes up between the answer to a frame and its question", async () => {
    const sdk = new Sdk();
    const { host, port } = channel();
    serveSink(sdk, host);
    // In the frame's place, so that the moment between is ours.
    const said = (type: string) =>
      new Promise<unknown>((resolve) => {
        port.addEventListener("message", ({ data: { message } }) => message.type === type && resolve(message));
      });
    const offer = said("offer");
    port.start();
    expect(await offer).to.include({ connected: false });
    sdk.up();
    const change = said("change");
    port.postMessage({ handoff: 1, message: { type: "subscribe" } });
    await change;
  });

  it("takes the page's word that the connection was up before", async () => {
    const { host, port } = channel();
    serveSink(new Sdk(), host, { connected: true });
    await new Promise<void>((resolve) => frameSink(port).on("ON_SOCKET_CONNECTION", resolve));
  });

  it("listens to the connection that it is given", async () => {
    const [sdk, connection] = [new Sdk(), new Sdk()];
    const { host, port } = channel();
    serveSink(sdk, host, { connection });
    const up = new Promise<void>((resolve) => frameSink(port).on("ON_SOCKET_CONNECTION", resolve));
    await until(() => connection.listenerCount === 1, "somebody listens");
    connection.up();
    await up;
    expect(sdk.listenerCount).to.equal(0);
  });

  it("says what it refuses, and which methods it has", async () => {
    const sdk = Object.assign(new Sdk(), { extras: true, triggerSummary: () => Promise.resolve() });
    const { host, port } = channel();
    serveSink(sdk, host);
    const sink = frameSink(port);
    await until(() => sink.extras, "the page has answered");
    expect(sink.endOfConversation).to.equal(undefined);
    await sink.triggerSummary!({ language: "en" });
    await sink.internalTransfer({ a: 1 }, { customFields: { b: 2 } });
    expect(sdk.taken).to.deep.equal([[{ a: 1 }, { customFields: { b: 2 } }]]);
    sdk.refuse = Object.assign(new Error("No"), { status: 401 });
    const error = await sink.internalTransfer({}).catch((thrown: unknown) => thrown);
    expect(error).to.include({ kind: "unauthorized", status: 401, message: "No" });
    Object.assign(sdk, { internalTransfer: undefined });
    const missing = await sink.internalTransfer({}).catch((thrown: unknown) => thrown);
    expect(missing).to.include({ kind: "invalid", message: "The SDK has no internalTransfer." });
  });

  it("throws for what is no SDK or no port", () => {
    const { host } = channel();
    expect(() => serveSink(null as never, host)).to.throw(TypeError);
    expect(() => serveSink({}, {} as never)).to.throw(TypeError);
    expect(() => frameSink(undefined as never)).to.throw(TypeError);
  });
});
