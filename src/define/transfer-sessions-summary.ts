import { TransferSessionsSummary } from "../elements/transfer-sessions-summary/transfer-sessions-summary.element.js";
import { defineElement } from "../lit/define-element.js";

defineElement("transfer-sessions-summary", TransferSessionsSummary);

declare global {
  interface HTMLElementTagNameMap {
    "transfer-sessions-summary": TransferSessionsSummary;
  }
}

export { TransferSessionsSummary };
export type * from "../events/attention-event.js";
export type * from "../events/session-events.js";
