import { TransferSessionDetails } from "../elements/transfer-session-details/transfer-session-details.element.js";
import { defineElement } from "../lit/define-element.js";
import "./transfer-json-pane.js";

defineElement("transfer-session-details", TransferSessionDetails);

declare global {
  interface HTMLElementTagNameMap {
    "transfer-session-details": TransferSessionDetails;
  }
}

export { TransferSessionDetails };
export type * from "../events/json-reveal-event.js";
export type * from "../events/session-events.js";
