import { expect } from "@open-wc/testing";
import { AgentTransferTracker } from "../../src/tracker/headless-tracker.js";
import { FakeSdk, Page, words, World } from "./world.js";

function desk() {
  const world = new World();
  const page = new Page(world);
  const sdk = new FakeSdk();
  const tracker = page.tracker({ sdk });
  sdk.up();
  return { world, page, sdk, tracker };
}

describe("what a host passes to a call", () => {
  it("names a conversation by a text, or by a number for its digits", async () => {
    const { page, tracker } = desk();
    tracker.conversationId = 7;
    expect(tracker.conversationId).to.equal("7");
    tracker.conversationId = "";
    expect([tracker.conversationId, page.warnings]).to.deep.equal([undefined, []]);
    tracker.conversationId = {} as never;
    expect(page.warnings).to.deep.equal(["conversationId is no text."]);
  });

  it("without a conversation's id stays private, and that is said when the id comes", async () => {
    const { world, page, tracker } = desk();
    tracker.conversationId = undefined;
    tracker.conversationId = "c-2";
    expect(page.warnings).to.deep.equal([]);
    tracker.conversationId = undefined;
    void tracker.agentJoined("A");
    await world.settle();
    tracker.conversationId = "c-3";
    expect(tracker.state.phase).to.equal("new");
    expect(page.warnings).to.deep.equal(["what came before conversationId stays in a conversation of its own."]);
  });

  it("is warned of under the tracker's name, to the host's own console, too", () => {
    const said: string[] = [];
    const tracker = new AgentTransferTracker({ environment: { warn: (message) => void said.push(message) } });
    tracker.conversationId = {} as never;
    tracker.release();
    expect(said).to.deep.equal(["agent-transfer-tracker: conversationId is no text."]);
  });

  it("names an agent by a plain text, or by a number for its digits", async () => {
    const { world, page, sdk, tracker } = desk();
    void tracker.agentJoined("A");
    void tracker.agentJoined(42);
    void tracker.agentJoined({ identity: 7, name: "Seven" });
    void tracker.agentLeft(42);
    void tracker.agentLeft({ identity: "7" });
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal([
      "NA entry A",
      "warm entry 42",
      "warm entry 7",
      "warm exit 42",
      "warm exit 7",
    ]);
    expect(sdk.taken[1]).to.include('"identity":"42","name":"42"');
    expect(page.warnings).to.deep.equal([]);
  });

  it("is a list of participants with plain texts and numbers, too", async () => {
    const { world, sdk, tracker } = desk();
    tracker.ownAgent = 42;
    tracker.participants = ["A", 42, { identity: 7 }] as never;
    await world.settle();
    expect(words(sdk.taken)).to.deep.equal(["warm entry 42"]);
    expect(tracker.state.roster.map(({ identity }) => identity)).to.deep.equal(["A", "42", "7"]);
  });

  for (const [call, odd] of [
    ["agentJoined", [undefined, null, "", {}, { identity: "" }, { identity: NaN }, -1, 1.5, true, () => {}]],
    ["agentLeft", [undefined, null, "", {}, { identity: null }, Infinity, 2 ** 53, [], Symbol("odd")]],
  ] as const) {
    it(`of ${call}() without an identity is invalid, and is said once`, async () => {
      const { world, page, sdk, tracker } = desk();
      for (const value of odd) expect((await tracker[call](value as never)).reason).to.equal("invalid");
      await world.settle();
      expect(page.warnings.filter((warning) => warning.includes(`${call}()`))).to.have.length(1);
      expect(sdk.calls).to.deep.equal([]);
    });
  }
});
