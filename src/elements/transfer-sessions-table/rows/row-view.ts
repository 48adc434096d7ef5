import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Ending } from "../../../stores/sessions/session-endings.js";
import { cellAttributes } from "../cells/cell-attributes.js";
import { contactName, hasLeft, textCell } from "../cells/cells.js";
import { clip } from "../../shared/clip.js";
import { columnLabel, type TableColumn } from "../columns/columns.js";
import type { Mark } from "./row-marks.js";
import type { RowContext } from "./row-model.js";
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
  const { columns, strings } = context;
  const naming = headerColumn(columns);
  return html`<tr
    role="row"
    part="row"
    aria-rowindex=${index + 2}
    aria-selected=${selected ? "true" : "false"}
    data-mark=${mark ?? nothing}
    data-muted=${row.muted ?? ""}
    title=${row.muted === "unmatched" ? strings.unmatched : nothing}
    .rowKey=${row.key}
  >
    ${columns.map((column) => {
      const label = columnLabel(column, strings.columns);
      if (column === naming) return headerCell(row, column, label, selected, ending, context);
      const text = column.text?.(row, context);
      // One template for the cell and its text, and not two: by far most cells are such.
      return text
        ? html`<td ${cellAttributes(column, label, false)}>
            <bdi class="text" title=${clip(text)}>${clip(text)}</bdi>
          </td>`
        : html`<td ${cellAttributes(column, label, false)}>${contentOf(row, column, ending, context)}</td>`;
    })}
  </tr>`;
}

/** The column whose cells name their rows and hold the select boxes: the contact's, or else the first. */
export function headerColumn(columns: readonly TableColumn[]): TableColumn | undefined {
  return columns.find(({ id }) => id === "contact") ?? columns[0];
}

function headerCell(
  row: DisplayedRow,
  column: TableColumn,
  label: string,
  selected: boolean,
  ending: Ending | undefined,
  context: RowContext,
): TemplateResult {
  const { strings } = context;
  const contact = contactName(row.session, context);
  // The cell's controls would else be part of the name of the row. The box stands here, not in a column of its own:
  // selecting is seldom, and Space does it from any cell.
  const name = row.muted === "unmatched" ? `${contact}, ${strings.unmatched}` : contact;
  return html`<td ${cellAttributes(column, label, true)} aria-label=${name}>
    <label class="select-target"
      ><input
        type="checkbox"
        class="select"
        tabindex="-1"
        aria-label=${strings.selectSession(contact)}
        .checked=${live(selected)}
        ?disabled=${hasLeft(row.muted)}
        @click=${(event: MouseEvent) => context.onSelect(row.session, event)} /></label
    >${contentOf(row, column, ending, context)}
  </td>`;
}

function contentOf(row: DisplayedRow, column: TableColumn, ending: Ending | undefined, context: RowContext): unknown {
  return column.render ? column.render(row, context, ending) : textCell(column.text?.(row, context), context);
}
