import { AgentTransferTrackerElement } from "../elements/agent-transfer-tracker/agent-transfer-tracker.element.js";
import { providePane } from "../elements/agent-transfer-tracker/late-pane.js";
import { defineElement } from "../lit/define-element.js";

defineElement("agent-transfer-tracker", AgentTransferTrackerElement);
providePane(() => import("./transfer-json-pane.js"));

declare global {
  interface HTMLElementTagNameMap {
    "agent-transfer-tracker": AgentTransferTrackerElement;
  }
}

export { AgentTransferTrackerElement };
export type * from "../events/tracker-events.js";
