import { AgentTransferTrackerElement } from "../elements/agent-transfer-tracker/agent-transfer-tracker.element.js";
import { defineElement } from "../lit/define-element.js";

defineElement("agent-transfer-tracker", AgentTransferTrackerElement);

declare global {
  interface HTMLElementTagNameMap {
    "agent-transfer-tracker": AgentTransferTrackerElement;
  }
}

export { AgentTransferTrackerElement };
