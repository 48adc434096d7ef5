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
