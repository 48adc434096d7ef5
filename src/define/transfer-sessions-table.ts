import { defineDetailsBy } from "../elements/transfer-sessions-table/opening/details-element.js";
import { TransferSessionsTable } from "../elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { defineElement } from "../lit/define-element.js";

defineDetailsBy(() => import("./transfer-session-details.js"));
defineElement("transfer-sessions-table", TransferSessionsTable);

declare global {
  interface HTMLElementTagNameMap {
    "transfer-sessions-table": TransferSessionsTable;
  }
}

export { TransferSessionsTable };
export type * from "../events/attention-event.js";
export type * from "../events/export-event.js";
export type * from "../events/session-events.js";
