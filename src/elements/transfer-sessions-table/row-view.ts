import { html } from "lit";
import type { Ending } from "../../stores/session-endings.js";
import { COLUMNS } from "./columns.js";
import type { DisplayedRow } from "./displayed-rows.js";
import type { RowContext } from "./row-context.js";

/**
 * One row. Roles are spelled out, since a narrow table is laid out as cards and would lose the roles of its tags.
 */
export function rowView(row: DisplayedRow, ending: Ending | undefined, context: RowContext, rowIndex: number): unknown {
  const labels = context.strings.columns;
  return html`<tr
    role="row"
    part="row"
    aria-rowindex=${rowIndex}
    data-left=${row.left ?? ""}
    data-key=${row.key}
    tabindex="0"
  >
    ${COLUMNS.map(
      (column) =>
        html`<td
          role=${column.id === "contact" ? "rowheader" : "cell"}
          part="cell ${column.id === "actions" ? "actions" : ""}"
          data-column=${column.id}
          data-label=${labels[column.id] ?? column.id}
        >
          ${column.render(row, context, ending)}
        </td>`,
    )}
  </tr>`;
}
