import { expect } from "@open-wc/testing";
import { executeServerCommand } from "@web/test-runner-commands";
import "../../src/define.js";
import { sessionStoreFor } from "../../src/instances/session-store-for.js";
import { FakeEnvironment, settled } from "../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../support/scripted-source.js";

/** With what it gets, and a text that tells that it shows it. */
const ELEMENTS = [
  ["transfer-sessions-table", {}, "contact-a"],
  ["transfer-sessions-summary", {}, "Longest wait"],
  ["transfer-session-details", { sessionId: "a", open: true }, "contact-a"],
  ["transfer-lifecycle-settings", {}, "Chat"],
  ["transfer-json-pane", { value: { name: "Ada" } }, "Ada"],
  ["transfer-status-badge", { status: "active" }, "Active"],
  ["agent-transfer-tracker", { conversationId: "c", participants: [{ identity: "a", name: "Ana" }] }, "Ana"],
] as const;

/** Whether nothing holds it. What two heaps hold of each other goes only bit by bit, so one collection may not do. */
async function isLetGo(element: WeakRef<Element>): Promise<boolean> {
  for (let turn = 0; turn < 20 && element.deref() !== undefined; turn++) {
    await executeServerCommand("collect-garbage");
    // Whoever has looked at it holds it until the task is over.
    await settled();
  }
  return element.deref() === undefined;
}

describe("an element that has left the page", () => {
  for (const [tag, properties, text] of ELEMENTS) {
    it(`is let go: ${tag}`, async () => {
      // They outlive the element.
      const source = new ScriptedSource([wireRow("a"), wireRow("b", { status: "active" })]);
      const environment = new FakeEnvironment();
      sessionStoreFor(source, { environment });

      /** In a function of its own, so that nothing of it stays on the stack. */
      async function mountAndRemove(): Promise<WeakRef<Element>> {
        const element = document.createElement(tag);
        Object.assign(element, { dataSource: source }, properties);
        document.body.append(element);
        await settled();
        await element.updateComplete;
        await settled();
        await element.updateComplete;
        await environment.pass(3_000);
        // Not `waitUntil`, which holds on to what it has asked for as long as it might have waited.
        while (!element.shadowRoot!.textContent!.includes(text)) await new Promise(requestAnimationFrame);
        element.remove();
        await environment.pass(1_000);
        return new WeakRef(element);
      }

      const element = await mountAndRemove();
      await settled();
      expect(await isLetGo(element)).to.equal(true);
    });
  }
});
