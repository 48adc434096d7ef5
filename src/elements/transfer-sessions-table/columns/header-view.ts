import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Sort } from "../../../domain/query/query.js";
import type { TableStrings } from "../../../i18n/table-strings.js";
import { columnLabel, type TableColumn } from "./columns.js";
import { headerColumn } from "../rows/row-view.js";
import { styleLength } from "../grid/style-length.js";

export interface HeaderContext {
  readonly strings: TableStrings;
  readonly columns: readonly TableColumn[];
  readonly sort: readonly Sort[];
  readonly widths: Readonly<Record<string, number>>;
  /** All, some or none of the rows are selected. */
  readonly selected: boolean | "mixed";
  onSelectAll(): void;
  onSort(column: TableColumn, add: boolean): void;
  onResizeStart(column: TableColumn, event: PointerEvent): void;
}

/** The row of column headers. The headers are the grid's: a click, or Enter, sorts; with Shift, as a further level. */
export function headerView(context: HeaderContext): TemplateResult {
  const { strings, columns, sort, selected } = context;
  const naming = headerColumn(columns);
  const selectAll = html`<label class="select-target" @click=${(event: Event) => event.stopPropagation()}
    ><input
      type="checkbox"
      class="select"
      tabindex="-1"
      aria-label=${strings.selectAll}
      .checked=${live(selected === true)}
      .indeterminate=${live(selected === "mixed")}
      @change=${() => context.onSelectAll()}
  /></label>`;
  return html`<tr role="row" part="header" aria-rowindex="1">
    ${columns.map((column) => {
      const level = sort.findIndex(({ by }) => by === column.id);
      const direction = sort[level]?.direction;
      const label = columnLabel(column, strings.columns);
      return html`<th
        role="columnheader"
        scope="col"
        tabindex="-1"
        class=${column.sortable ? "sortable" : ""}
        data-column=${column.id}
        aria-label=${label}
        aria-sort=${column.sortable ? (direction ?? "none") : nothing}
        ${styleLength("inlineSize", context.widths[column.id] ?? column.width)}
        @click=${(event: MouseEvent) => column.sortable && context.onSort(column, event.shiftKey)}
      >
        ${column === naming ? selectAll : nothing}<span class="header-label" title=${label}>${label}</span>${
          direction
            ? html`<span class="sort" aria-hidden="true"
                >${direction === "ascending" ? "↑" : "↓"}${sort.length > 1 ? level + 1 : nothing}</span
              >`
            : nothing
        }<span
          class="resize"
          @pointerdown=${(event: PointerEvent) => context.onResizeStart(column, event)}
          @click=${(event: Event) => event.stopPropagation()}
        ></span>
      </th>`;
    })}
  </tr>`;
}
