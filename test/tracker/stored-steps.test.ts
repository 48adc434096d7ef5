import { expect } from "@open-wc/testing";
import { agent, FakeSdk, FakeStorage, Page, words, World } from "./world.js";

const KNOWN = { remote: false, aside: false, handedOver: false, guest: false, waiting: true, since: 1 };
const FIRST = { ...agent(1), ...KNOWN };
const SECOND = { ...agent(2), ...KNOWN };

function entry(number: number, transfertype: string): object {
  const participant = { ...agent(number), type: "agent" };
  const payload = { transfertype, transition: "entry", participant };
  return { id: `event-${number}`, status: "queued", attempts: 0, round: 0, payload };
}

/** What an earlier version left: a record, and a step after it that tells all agents anew; with other fields in it. */
function earlier(fields: object = {}): Page {
  const rest = { unconfirmed: [], seen: { "page-0": 2 } };
  const state = { phase: "open", agents: [FIRST] };
  const record = { version: [1, 60], state, outbox: [entry(1, "NA")], events: 1, ...rest };
  const step = {
    from: [1, 60],
    version: [1, 61],
    state: { phase: "open", agents: [FIRST, SECOND] },
    events: 2,
    gone: 0,
    added: [entry(2, "warm")],
    calls: [],
    ...rest,
    ...fields,
  };
  const storage = new FakeStorage();
  storage.setItem(
    "handoff-elements:tracker:c-1",
    JSON.stringify({ format: 1, conversation: "c-1", record, calls: [] }),
  );
  storage.setItem("handoff-elements:tracker-step:1:c-1", JSON.stringify(step));
  return new Page(new World(), storage);
}

/** What is sent in the next document. */
async function sentAfter(page: Page): Promise<string[]> {
  const sdk = new FakeSdk();
  page.tracker({ sdk });
  sdk.up();
  await page.world.settle();
  return words(sdk.taken);
}

describe("a stored record with a step after it", () => {
  it("is read as an earlier version had stored it", async () => {
    const page = earlier();
    expect(await sentAfter(page)).to.deep.equal(["NA entry 1", "warm entry 2"]);
    expect(page.warnings).to.deep.equal([]);
  });

  it("is read without a step that is left over from before it", async () => {
    const page = earlier({ from: [1, 3], version: [1, 4] });
    expect(await sentAfter(page)).to.deep.equal(["NA entry 1"]);
    expect(page.warnings).to.deep.equal([]);
  });

  for (const [what, fields] of [
    ["is newer, but does not follow it", { from: [1, 62], version: [1, 63] }],
    ["adds an event that is there", { added: [entry(1, "NA")] }],
    ["has another shape", { state: { phase: "open", agents: { out: "x", put: [] } } }],
    ["contradicts what it does not tell", { state: { phase: "dropped" } }],
    ["adds an agent twice", { state: { phase: "open", agents: [FIRST, FIRST] } }],
  ] as const) {
    it(`is set aside where the step ${what}`, async () => {
      const page = earlier(fields);
      expect(await sentAfter(page)).to.deep.equal([]);
      expect(page.warnings).to.have.length(1);
    });
  }
});
