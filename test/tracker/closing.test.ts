import { expect } from "@open-wc/testing";
import { hooksSink } from "../../src/tracker/sinks/hooks-sink.js";
import type { AgentTransferTrackerOptions } from "../../src/tracker/transfer-tracker.js";
import { agent, FakeSdk, Page, words, World } from "./world.js";

/** An SDK that closes conversations, too. */
class ClosingSdk extends FakeSdk {
  /** How `triggerSummary` and `endOfConversation` go. */
  summary: "ok" | "throw" | "hang" = "ok";
  ending: "ok" | "hang" = "ok";

  triggerSummary(data: object): unknown {
    if (this.summary === "throw") throw new Error("no summary");
    this.record.push(`summary ${JSON.stringify(data)}`);
    return this.summary === "hang" ? new Promise(() => {}) : undefined;
  }

  endOfConversation(data: object): unknown {
    this.record.push(`end ${JSON.stringify(data)}`);
    return this.ending === "hang" ? new Promise(() => {}) : undefined;
  }
}

/** `NA exit 1`, and what closes as it is. */
const heard = (record: readonly string[]) => record.map((line) => (line.startsWith("{") ? words([line])[0] : line));

const END_OF_1 =
  'end {"reason":"agent_initiated","participant":{"identity":"agentId1","name":"AgentName1","type":"agent"}}';

function desk(options: AgentTransferTrackerOptions = {}, page = new Page(new World())) {
  const { world } = page;
  const sdk = new ClosingSdk();
  const tracker = page.tracker({ sdk, closing: "summary end", ...options });
  sdk.up();
  return { world, page, sdk, tracker };
}

describe("what closes a conversation", () => {
  it("follows the last exit, in its order", async () => {
    const { world, sdk, tracker } = desk({ closing: "end summary" });
    void tracker.agentJoined(agent(1));
    void tracker.agentJoined(agent(2));
    const ended = tracker.conversationEnded({ language: "en" });
    await world.settle();
    expect(heard(sdk.record)).to.deep.equal([
      "NA entry 1",
      "warm entry 2",
      "warm exit 2",
      "NA exit 1",
      'summary {"language":"en"}',
      END_OF_1,
    ]);
    expect((await ended).payloads.map(({ transfertype }) => transfertype)).to.deep.equal(["warm", "NA"]);
    expect(tracker.log.map(({ kind }) => kind).slice(-2)).to.deep.equal(["summary", "end"]);
    expect((await tracker.conversationEnded()).reason).to.equal("ended");
    expect(sdk.record).to.have.length(6);
  });

  it("is nothing by itself, and what the host says alone", async () => {
    for (const [closing, steps] of [
      [undefined, []],
      ["end", ["end"]],
      ["summary", ["summary"]],
    ] as const) {
      const { world, sdk, tracker } = desk({ closing } as AgentTransferTrackerOptions);
      void tracker.agentJoined(agent(1));
      void tracker.agentLeft("agentId1");
      void tracker.conversationEnded({ reason: "customer_left" });
      await world.settle();
      expect(sdk.record.slice(2).map((line) => line.split(" ")[0])).to.deep.equal(steps);
      if (closing === "end") expect(sdk.record[2]).to.include('"reason":"customer_left"');
    }
  });

  it("comes with nobody present, too, after a handover to nobody", async () => {
    const { world, sdk, tracker } = desk();
    void tracker.agentJoined(agent(1));
    void tracker.agentLeft("agentId1");
    await world.settle();
    const ended = tracker.conversationEnded();
    await world.settle();
    expect(heard(sdk.record).slice(1)).to.deep.equal(["cold exit 1", "summary {}", 'end {"reason":"agent_initiated"}']);
    expect(await ended).to.deep.equal({ status: "sent", payloads: [] });
  });

  it("is left to the desktop that sends the last exit", async () => {
    const { world, sdk, tracker } = desk({ ownAgent: "agentId2" });
    void tracker.agentJoined(agent(1));
    void tracker.agentJoined(agent(2));
    void tracker.conversationEnded();
    await world.settle();
    expect(heard(sdk.record)).to.deep.equal(["warm entry 2", "warm exit 2"]);
    const other = desk();
    void other.tracker.agentJoined(agent(1));
    void other.tracker.conversationEnded({ transfer: "cold" });
    await other.world.settle();
    expect(heard(other.sdk.record)).to.deep.equal(["NA entry 1", "cold exit 1"]);
  });

  it("waits in the outbox like any event, over a reload and a failing sink", async () => {
    const { world, page, sdk, tracker } = desk();
    void tracker.agentJoined(agent(1));
    await world.settle();
    sdk.summary = "throw";
    void tracker.conversationEnded();
    await world.settle();
    expect(tracker.state.outbox).to.deep.equal([
      { kind: "summary", payload: {}, status: "queued", attempts: 1 },
      {
        kind: "end",
        payload: { reason: "agent_initiated", participant: { ...agent(1), type: "agent" } },
        status: "queued",
        attempts: 0,
      },
    ]);
    const next = desk({}, page.reload());
    expect(next.tracker.state.outbox.map(({ kind }) => kind)).to.deep.equal(["summary", "end"]);
    await world.advance(1000);
    expect(next.sdk.record).to.deep.equal(["summary {}", END_OF_1]);
    expect([...page.storage.items.values()].join()).not.to.include("agentId1");
  });

  it("is said again where the document died with it, but a summary is not", async () => {
    for (const step of ["summary", "end"] as const) {
      const { world, page, sdk, tracker } = desk();
      void tracker.agentJoined(agent(1));
      await world.settle();
      if (step === "summary") sdk.summary = "hang";
      else sdk.ending = "hang";
      void tracker.conversationEnded();
      await world.settle();
      const next = desk({}, page.reload());
      await world.settle();
      expect(next.sdk.record, step).to.deep.equal([END_OF_1]);
    }
  });

  it("is passed on to the tab that decides, and said by one", async () => {
    const world = new World();
    const a = desk({}, new Page(world));
    const b = desk({}, new Page(world));
    await world.settle();
    void a.tracker.agentJoined(agent(1));
    await world.settle();
    void b.tracker.conversationEnded();
    void a.tracker.conversationEnded();
    await world.settle();
    const lines = [...a.sdk.record, ...b.sdk.record];
    expect(heard(lines)).to.deep.equal(["NA entry 1", "NA exit 1", "summary {}", END_OF_1]);
  });

  it("is left out, and said once, where the sink has no method for it", async () => {
    const world = new World();
    const page = new Page(world);
    const sdk = new FakeSdk();
    const tracker = page.tracker({ sdk, closing: "summary end" });
    sdk.up();
    void tracker.agentJoined(agent(1));
    const ended = tracker.conversationEnded();
    await world.settle();
    expect((await ended).status).to.equal("sent");
    expect(tracker.state.outbox).to.deep.equal([]);
    expect(tracker.log.map(({ status }) => status)).to.deep.equal(["sent", "sent", "skipped", "skipped"]);
    expect(page.warnings.join()).to.include("triggerSummary()").and.to.include("endOfConversation()");
  });

  it("is told as left out in other tabs, too, also where they hear only what changed", async () => {
    for (const guests of [0, 60]) {
      const world = new World();
      const [one, other] = [new Page(world), new Page(world)];
      const sdk = new FakeSdk();
      const tracker = one.tracker({ sdk, closing: "summary end" });
      sdk.up();
      const watching = other.tracker();
      await world.settle();
      for (let number = 1; number <= guests + 1; number += 1) void tracker.agentJoined(agent(number));
      await world.settle();
      void tracker.conversationEnded();
      await world.settle();
      const outcomes = watching.log.slice(-3).map(({ kind, status }) => `${kind} ${status}`);
      expect(outcomes).to.deep.equal(["transfer sent", "summary skipped", "end skipped"]);
      one.close();
      other.close();
    }
  });

  it("warns when a redial reopens what was closed, also after a reload, and closes again", async () => {
    const { world, page, tracker } = desk();
    void tracker.agentJoined(agent(1));
    void tracker.conversationEnded();
    await world.settle();
    const next = desk({}, page.reload());
    void next.tracker.agentJoined(agent(1), { transfer: "redial" });
    await world.settle();
    expect(next.page.warnings.join()).to.include("reopened");
    void next.tracker.conversationEnded();
    await world.settle();
    expect(heard(next.sdk.record)).to.deep.equal(["redial entry 1", "NA exit 1", "summary {}", END_OF_1]);
    const plain = desk({ closing: "" });
    void plain.tracker.conversationEnded();
    void plain.tracker.agentJoined(agent(1), { transfer: "redial" });
    await plain.world.settle();
    expect(plain.page.warnings).to.deep.equal([]);
  });

  it("takes no other words", () => {
    const { page, tracker } = desk({ closing: "end finish" });
    expect(tracker.closing).to.equal("end");
    tracker.closing = 1 as never;
    expect(tracker.closing).to.equal(undefined);
    expect(page.warnings).to.have.length(1);
  });

  it("reaches the hooks, with the fields of the agent's own", async () => {
    const bodies: { events: object[] }[] = [];
    const urls: string[] = [];
    const sdk = hooksSink({
      host: "platform.example",
      botId: "b",
      conversationId: "c-1",
      token: "jwt",
      path: "/agentai/api/v1/hooks/",
      language: "en",
      fetch: async (url, init) => {
        urls.push(String(url));
        bodies.push(JSON.parse(String(init!.body)) as { events: object[] });
        return new Response(null, { status: 200 });
      },
    });
    const tracker = new Page(new World()).tracker({ sdk, conversationId: "", closing: "summary end" });
    await tracker.agentJoined({ ...agent(1), customFields: { queueId: "q-1", deep: {} } } as never);
    await tracker.conversationEnded();
    const participant = { ...agent(1), type: "agent" };
    const own = { ...participant, customFields: { queueId: "q-1" } };
    const common = { isExtAD: "false", language: "en", experience: "chat" };
    const transfer = { name: "INTERNAL_TRANSFER_EVENT", transfertype: "NA", ...common, participant: own };
    expect(bodies.map(({ events }) => events[0])).to.deep.equal([
      { ...transfer, transition: "entry" },
      { ...transfer, transition: "exit" },
      { name: "TRIGGER_SUMMARY_EVENT", data: { language: "en", locale: "en", type: "post" } },
      { name: "END_OF_CONVERSATION", reason: "agent_initiated", language: "en", experience: "chat", participant },
    ]);
    expect(new Set(urls)).to.deep.equal(new Set(["https://platform.example/agentai/api/v1/hooks/b"]));
  });

  it("keeps an agent's own fields from sinks that did not ask for them", async () => {
    const { world, page, sdk, tracker } = desk();
    void tracker.agentJoined({ ...agent(1), customFields: { queueId: "q-1" } });
    await world.settle();
    expect(sdk.calls).to.deep.equal([
      { transfertype: "NA", transition: "entry", participant: { ...agent(1), type: "agent" } },
    ]);
    const taken: unknown[] = [];
    const greedy = { extras: true, internalTransfer: (_: unknown, extras: unknown) => void taken.push(extras) };
    const next = page.reload().tracker({ sdk: greedy, connected: true });
    void next.agentJoined(agent(1));
    void next.agentJoined(agent(2));
    await world.settle();
    expect(taken, "an exit and a redial tell the fields of the entry").to.deep.equal([
      { customFields: { queueId: "q-1" } },
      undefined,
    ]);
  });
});
