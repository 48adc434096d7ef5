import type { LitElement } from "lit";
import { VirtualRows, type Segment } from "../../../lit/virtual/virtual-rows.js";
import type { TableState } from "../table-state.js";
import { MOST_PRINTED } from "./printing.js";
import { RowSlots } from "./row-slots.js";

/** Which rows are in the document, and which element shows which of them. */
export class DrawnRows {
  readonly slots = new RowSlots();
  readonly #state: TableState;
  readonly #window: VirtualRows;
  /** The same while the page is being printed. */
  #printed: readonly Segment[] | undefined;

  constructor(host: LitElement, state: TableState) {
    this.#state = state;
    const find = (selector: string) => host.renderRoot.querySelector<HTMLElement>(selector);
    this.#window = new VirtualRows(host, {
      count: () => state.model.rows.length,
      body: () => find("tbody"),
      scroller: () => find(".scroller"),
      header: () => find("thead"),
      sample: () => find("tbody [part~=row]"),
    });
  }

  /** Rows that fit into what is seen. Asks the browser for a layout. */
  get pageSize(): number {
    return this.#window.pageSize;
  }

  /** Runs of rows, and gaps in place of the others. @param keep a row that has to be among them; -1 for none. */
  segments(keep: number): readonly Segment[] {
    const { model, printing } = this.#state;
    if (!printing.isOn) {
      this.#printed = undefined;
      return this.#window.segments(keep);
    }
    this.#printed ??= [{ kind: "rows", from: 0, to: Math.min(MOST_PRINTED, model.rows.length) }];
    return this.#printed;
  }
}
