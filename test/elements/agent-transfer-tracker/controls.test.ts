import { expect, fixture, html } from "@open-wc/testing";
import "../../../src/define/agent-transfer-tracker.js";
import type { AgentTransferTrackerElement } from "../../../src/elements/agent-transfer-tracker/agent-transfer-tracker.element.js";
import { buttonOf } from "../../support/table.js";
import { until } from "../../support/until.js";
import { agent, FakeSdk } from "../../tracker/world.js";

/** As a person does who types faster than frames come, or pastes. */
function type(input: HTMLInputElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new InputEvent("input"));
}

describe("the controls of <agent-transfer-tracker>", () => {
  it("take all that is typed before it is drawn", async () => {
    const sdk = new FakeSdk();
    const tracker = await fixture<AgentTransferTrackerElement>(
      html`<agent-transfer-tracker .sdk=${sdk} conversation-id="typed" controls></agent-transfer-tracker>`,
    );
    sdk.up();
    const root = tracker.shadowRoot!;
    const [identity, name] = root.querySelectorAll("input");
    const accept = buttonOf(root, "Accept")!;
    for (const part of ["ag", "agentId1"]) type(identity!, part);
    for (const part of ["Agent", "AgentName1"]) type(name!, part);
    await until(() => !accept.disabled);
    expect([identity!.value, name!.value]).to.deep.equal(["agentId1", "AgentName1"]);
    accept.click();
    await tracker.retry();
    const [sent] = sdk.taken.map((payload) => JSON.parse(String(payload)) as { participant: unknown });
    expect(sent!.participant).to.deep.equal({ ...agent(1), type: "agent" });
  });
});
