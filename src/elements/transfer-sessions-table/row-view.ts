import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Ending } from "../../stores/session-endings.js";
import { contactName } from "./cells.js";
import { columnLabel } from "./columns.js";
import type { Mark } from "./marks.js";
import type { RowContext } from "./row-context.js";
import type { DisplayedRow } from "./row-list.js";

/** A row in the document knows which session it shows, also while it is moved. */
export interface RowElement extends HTMLElement {
  rowKey?: string;
}

/** What a row is besides its session. */
export interface RowState {
  /** Place among all rows of data, from 0; the header is row 1 for assistive technology. */
  readonly index: number;
  readonly selected: boolean;
  readonly mark: Mark | undefined;
}

/**
 * One row. Roles are spelled out, since a narrow table is laid out as cards and would lose the roles of its tags.
 */
export function rowView(
  row: DisplayedRow,
  { index, selected, mark }: RowState,
  ending: Ending | undefined,
  context: RowContext,
): TemplateResult {
  const { strings, columns } = context;
  const selectable = row.muted === undefined || row.muted === "unmatched";
  // The cell's controls would else be part of the name of the row.
  const contact = contactName(row.session, context);
  // In the first cell, not in a column of its own: selecting is seldom, and Space does it from any cell.
  const selectBox = html`<input
    type="checkbox"
    class="select"
    tabindex="-1"
    aria-label=${strings.selectSession(contact)}
    .checked=${live(selected)}
    ?disabled=${!selectable}
    @click=${(event: MouseEvent) => context.onSelect(row.session, event)}
  />`;
  return html`<tr
    role="row"
    part="row"
    aria-rowindex=${index + 2}
    aria-selected=${selected ? "true" : "false"}
    data-mark=${mark ?? nothing}
    data-muted=${row.muted ?? ""}
    .rowKey=${row.key}
  >
    ${columns.map(
      (column) =>
        html`<td
          role=${column.id === "contact" ? "rowheader" : "gridcell"}
          part=${column.id === "actions" ? "cell actions" : "cell"}
          tabindex="-1"
          data-column=${column.id}
          aria-label=${column.id === "contact" ? contact : nothing}
          data-label=${columnLabel(column, strings.columns)}
        >
          ${column.id === "contact" ? selectBox : nothing}${column.render(row, context, ending)}
        </td>`,
    )}
  </tr>`;
}
