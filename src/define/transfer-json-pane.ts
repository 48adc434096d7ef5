import { TransferJsonPane } from "../elements/transfer-json-pane/transfer-json-pane.element.js";
import { defineElement } from "../lit/define-element.js";

defineElement("transfer-json-pane", TransferJsonPane);

declare global {
  interface HTMLElementTagNameMap {
    "transfer-json-pane": TransferJsonPane;
  }
}

export { TransferJsonPane };
export type * from "../events/export-event.js";
export type * from "../events/json-reveal-event.js";
