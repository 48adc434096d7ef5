import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { sentence } from "../../../i18n/isolate.js";
import { clip } from "../../shared/clip.js";
import { cellAttributes } from "../cells/cell-attributes.js";
import { contactName } from "../cells/contact-cell.js";
import { textCell } from "../cells/text-cell.js";
import { columnLabel, namingColumn } from "../columns/column-set.js";
import type { TableIntents } from "../table-intents.js";
import { hasLeft, type RowModel, type TableColumn } from "./row-model.js";

/** A row in the document knows which session it shows, also while it is moved. */
export interface RowElement extends HTMLElement {
  rowKey?: string;
}

/**
 * One row. Roles are spelled out, since a narrow table is laid out as cards and would lose the roles of its tags.
 */
export function rowView(row: RowModel, intents: TableIntents): TemplateResult {
  const { columns, strings } = row.shared;
  const naming = namingColumn(columns);
  return html`<tr
    class="row"
    role="row"
    part="row"
    aria-rowindex=${row.index + 2}
    aria-selected=${row.selected ? "true" : "false"}
    data-mark=${row.mark ?? nothing}
    data-muted=${row.muted ?? ""}
    title=${row.muted === "unmatched" ? strings.unmatched : nothing}
    .rowKey=${row.key}
  >
    ${columns.map((column) => {
      const label = columnLabel(column, strings.columns);
      if (column === naming) return namingCell(row, column, label, intents);
      const text = column.text?.(row);
      // One template for the cell and its text, and not two: by far most cells are such.
      return text
        ? html`<td class="cell" ${cellAttributes(column, label, false)}>
            <bdi class="text" title=${clip(text)} .textContent=${clip(text)}></bdi>
          </td>`
        : html`<td class="cell" ${cellAttributes(column, label, false)}>${contentOf(row, column, intents)}</td>`;
    })}
  </tr>`;
}

function namingCell(row: RowModel, column: TableColumn, label: string, intents: TableIntents): TemplateResult {
  const { strings } = row.shared;
  const contact = contactName(row.session, row.shared);
  // The cell's controls would else be part of the name of the row. The box stands here, not in a column of its own:
  // selecting is seldom, and Space does it from any cell.
  const name = row.muted === "unmatched" ? sentence`${contact}, ${strings.unmatched}` : contact;
  return html`<td class="cell" ${cellAttributes(column, label, true)} aria-label=${name}>
    <label class="select-target"
      ><input
        type="checkbox"
        class="select"
        tabindex="-1"
        aria-label=${strings.selectSession(contact)}
        .checked=${live(row.selected)}
        ?disabled=${hasLeft(row.muted)}
        @click=${(event: MouseEvent) => intents.select(row.session, event.shiftKey)} /></label
    >${contentOf(row, column, intents)}
  </td>`;
}

function contentOf(row: RowModel, column: TableColumn, intents: TableIntents): unknown {
  return column.render ? column.render(row, intents) : textCell(column.text?.(row), row.shared);
}
