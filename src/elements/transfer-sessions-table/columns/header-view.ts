import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { styleLength } from "../../../lit/style-length.js";
import type { TableIntents } from "../table-intents.js";
import type { TableModel } from "../table-model.js";
import { columnLabel, namingColumn } from "./column-set.js";

/** The row of column headers. The headers are the grid's: a click, or Enter, sorts; with Shift, as a further level. */
export function headerView(
  { strings, columns: { shown }, view: { sort = [] }, widths, selection }: TableModel,
  intents: TableIntents,
): TemplateResult {
  const naming = namingColumn(shown);
  const selectAll = html`<label class="select-target" @click=${(event: Event) => event.stopPropagation()}
    ><input
      type="checkbox"
      class="select"
      tabindex="-1"
      aria-label=${strings.selectAll}
      .checked=${live(selection.all === true)}
      .indeterminate=${live(selection.all === "mixed")}
      @change=${() => intents.selectAll()}
  /></label>`;
  return html`<tr class="head-row" role="row" part="header" aria-rowindex="1">
    ${shown.map((column) => {
      const level = sort.findIndex(({ by }) => by === column.id);
      const direction = sort[level]?.direction;
      const label = columnLabel(column, strings.columns);
      return html`<th
        role="columnheader"
        scope="col"
        tabindex="-1"
        class="column-header ${column.sortable ? "sortable" : ""}"
        data-column=${column.id}
        aria-label=${label}
        aria-sort=${column.sortable ? (direction ?? "none") : nothing}
        ${styleLength("inline-size", widths[column.id] ?? column.width)}
        @click=${(event: MouseEvent) => column.sortable && intents.sort(column.id, event.shiftKey)}
      >
        ${column === naming ? selectAll : nothing}<span class="header-label" title=${label} .textContent=${label}></span
        >${
          direction
            ? html`<span class="sort" aria-hidden="true"
                >${direction === "ascending" ? "↑" : "↓"}${sort.length > 1 ? level + 1 : nothing}</span
              >`
            : nothing
        }<span
          class="resize"
          @pointerdown=${(event: PointerEvent) => intents.dragColumn(column.id, event)}
          @click=${(event: Event) => event.stopPropagation()}
        ></span>
      </th>`;
    })}
  </tr>`;
}
