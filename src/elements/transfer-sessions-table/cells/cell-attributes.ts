import { noChange, type ElementPart } from "lit";
import { Directive, directive, type DirectiveResult } from "lit/directive.js";
import type { TableColumn } from "../rows/row-model.js";

/** What a cell of data is, apart from what is in it. It changes with its column only, so it is one part and not five. */
class CellAttributesDirective extends Directive {
  #column: TableColumn | undefined;
  #label: string | undefined;
  #isHeader: boolean | undefined;

  render(_column: TableColumn, _label: string, _isHeader: boolean): unknown {
    return noChange;
  }

  override update(part: ElementPart, [column, label, isHeader]: [TableColumn, string, boolean]): unknown {
    const cell = part.element as HTMLElement;
    if (column !== this.#column) {
      this.#column = column;
      cell.tabIndex = -1;
      cell.dataset["column"] = column.id;
      cell.setAttribute("part", column.id === "actions" ? "cell actions" : "cell");
    }
    if (isHeader !== this.#isHeader) {
      this.#isHeader = isHeader;
      cell.setAttribute("role", isHeader ? "rowheader" : "gridcell");
    }
    if (label !== this.#label) {
      this.#label = label;
      cell.dataset["label"] = label;
    }
    return noChange;
  }
}

/**
 * Makes a `<td>` the cell of a column.
 *
 * @example html`<td ${cellAttributes(column, "Queue", false)}>…</td>`
 */
export const cellAttributes: (column: TableColumn, label: string, isHeader: boolean) => DirectiveResult =
  directive(CellAttributesDirective);
