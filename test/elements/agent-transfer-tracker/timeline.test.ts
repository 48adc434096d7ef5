import { expect, fixture, html } from "@open-wc/testing";
import "../../../src/define/agent-transfer-tracker.js";
import "../../../src/locales/de.js";
import type { AgentTransferTrackerElement } from "../../../src/elements/agent-transfer-tracker/agent-transfer-tracker.element.js";
import { until } from "../../support/until.js";
import { agent, FakeSdk } from "../../tracker/world.js";

async function mount(id: string, more: object = {}, lang = "en") {
  const sdk = Object.assign(new FakeSdk(), more);
  const tracker = await fixture<AgentTransferTrackerElement>(
    html`<agent-transfer-tracker
      lang=${lang}
      .sdk=${sdk}
      conversation-id=${`timeline-${id}`}
      closing="summary end"
    ></agent-transfer-tracker>`,
  );
  return { sdk, tracker, root: tracker.shadowRoot! };
}

const words = (root: ShadowRoot) =>
  [...root.querySelectorAll("ul.visually-hidden li")].map((item) => item.textContent!.replaceAll(/\s+/g, " "));

describe("the timeline of <agent-transfer-tracker>", () => {
  const restore: (() => void)[] = [];
  afterEach(() => {
    for (const back of restore.splice(0)) back();
  });

  for (const [lang, name, steps] of [
    ["en", "Conversation", "Summary, End"],
    ["de", "Gespräch", "Zusammenfassung, Ende"],
    ["ar", "Conversation", "Summary, End"],
  ] as const) {
    it(`draws and says what closed the conversation, in ${lang}`, async () => {
      const { sdk, tracker, root } = await mount(lang, { triggerSummary() {}, endOfConversation() {} }, lang);
      sdk.up();
      await tracker.agentJoined(agent(1));
      await tracker.updateComplete;
      expect(root.querySelectorAll("[part~=lane]")).to.have.length(1);
      await tracker.conversationEnded();
      await tracker.updateComplete;
      const [, lane] = root.querySelectorAll("[part~=lane]");
      expect(lane!.previousElementSibling!.textContent).to.equal(name);
      expect(lane!.querySelectorAll(".marker")).to.have.length(2);
      expect(lane!.textContent).to.include(steps);
      expect(words(root).at(-1)).to.include(`${name}: ${steps}`);
      const box = root.querySelector("[part~=timeline]")!.getBoundingClientRect();
      for (const drawn of lane!.querySelectorAll(".marker, text")) {
        const { left, right } = drawn.getBoundingClientRect();
        expect(left).to.be.greaterThan(box.left - 1);
        expect(right).to.be.lessThan(box.right + 1);
      }
    });
  }

  it("draws what closed a conversation in which nobody ever was", async () => {
    const { sdk, tracker, root } = await mount("nobody", { triggerSummary() {}, endOfConversation() {} });
    sdk.up();
    await tracker.conversationEnded();
    await tracker.updateComplete;
    expect(root.querySelectorAll("[part~=lane]")).to.have.length(1);
    expect(words(root)).to.have.length(1);
  });

  it("is drawn once in a frame, however often something changes", async () => {
    const { tracker } = await mount("frame");
    let draws = 0;
    tracker.addController({ hostUpdated: () => void (draws += 1) });
    await new Promise(requestAnimationFrame);
    // All in one frame: the browser draws none while promises settle.
    for (let change = 0; change < 20; change++) {
      tracker.requestUpdate();
      for (let step = 0; step < 10; step++) await undefined;
    }
    expect(draws).to.be.at.most(1);
    const before = draws;
    await until(() => draws > before, "the last change is drawn");
  });

  it("draws no lane anew for what is only sent, no more than 50, and lists no more than 100", async () => {
    // As time passes bars grow, and get words where there is room: here none does.
    const { now } = Date;
    restore.push(() => (Date.now = now));
    const at = now();
    Date.now = () => at;
    const { sdk, tracker, root } = await mount("many");
    const calls = Array.from({ length: 600 }, (_, index) => tracker.agentJoined(agent(index)));
    await Promise.all(calls);
    await tracker.updateComplete;
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => void changes.push(...records));
    observer.observe(root.querySelector("[part~=timeline]")!, { subtree: true, childList: true });
    sdk.up();
    await until(() => sdk.taken.length === 600, "all are sent");
    await tracker.updateComplete;
    observer.disconnect();
    const drawn = changes.flatMap(({ addedNodes, removedNodes }) =>
      [...addedNodes, ...removedNodes].filter(({ nodeType }) => nodeType === 1),
    );
    expect(drawn, "no lane comes or goes").to.have.length(0);
    expect(root.querySelectorAll("[part~=lane]")).to.have.length(50);
    expect(root.querySelector(".timeline")!.textContent).to.include("550 more agents not shown");
    expect(root.querySelectorAll("[part~=agent]"), "of 600 who are in").to.have.length(100);
    expect(root.textContent).to.include("500 more agents not shown");
    expect(root.querySelector("[part~=timeline]")!.querySelectorAll("*").length).to.be.lessThan(3000);
  });
});
