import type { RowElement } from "./row-view.js";

/** Where the keyboard is in the grid: a session's row, or the header (`null`), and a column. */
export interface GridPlace {
  readonly key: string | null;
  readonly column: string;
}

export interface Grid {
  readonly root: ShadowRoot;
  readonly columns: readonly string[];
  readonly length: number;
  /** Rows that fit into what is seen. */
  pageSize(): number;
  isRtl(): boolean;
  keyAt(index: number): string | undefined;
  indexOf(key: string): number;
}

/** What a key means that does not move: to be done by the table. */
export type GridIntent = "activate" | "enter-cell" | "toggle" | "select-all" | "copy" | "find" | "narrower" | "wider";

/**
 * The keyboard in a data grid, as the WAI-ARIA pattern has it: one tab stop, arrows move it, and it stays on its session
 * whatever happens to the rows around.
 */
export class GridNavigation {
  #place: GridPlace | undefined;
  /** Where the row of the place stood last: who takes over when it leaves. */
  #index = 0;
  #stop: HTMLElement | undefined;
  /** Which of several controls of the cell has the keyboard. */
  #control = 0;

  /** Row of data that must stay in the document, -1 for none. */
  activeIndex(grid: Grid): number {
    const key = this.#place?.key;
    if (key === undefined || key === null) return -1;
    const index = grid.indexOf(key);
    if (index >= 0) this.#index = index;
    return index;
  }

  get place(): GridPlace | undefined {
    return this.#place;
  }

  /** Focus has come to an element of the grid, by whatever way. */
  focused(target: Element, grid: Grid): void {
    const cell = target.closest<HTMLElement>("[data-column]");
    const row = target.closest<RowElement>("[role=row]");
    if (!cell || !row) return;
    this.#place = { key: row.rowKey ?? null, column: cell.dataset["column"]! };
    this.#control = Math.max(0, stopsIn(cell).indexOf(target as HTMLElement));
    this.activeIndex(grid);
  }

  /**
   * Moves for a key.
   *
   * @returns `true`: moved; an intent: to be done by the caller; `false`: not the grid's business.
   */
  keyDown(event: KeyboardEvent, grid: Grid): boolean | GridIntent {
    const target = event.target as HTMLElement;
    const inside = isTyping(target) || (target.matches("button, a, input") && !target.hasAttribute("data-stop"));
    const command = event.ctrlKey || event.metaKey;
    if (inside) {
      // In a cell's own control only Escape is ours: back to the cell.
      if (event.key !== "Escape" && event.key !== "F2") return false;
      target.closest<HTMLElement>("[data-column]")?.focus();
      return true;
    }
    const sideways = event.key === "ArrowLeft" || event.key === "ArrowRight";
    const forward = sideways && grid.isRtl() ? "ArrowLeft" : "ArrowRight";
    if (event.altKey || (event.shiftKey && !sideways && event.key !== "Enter" && event.key !== " ")) return false;
    if (event.shiftKey && sideways) {
      return this.#place?.key === null ? (event.key === forward ? "wider" : "narrower") : false;
    }
    switch (event.key) {
      case "ArrowDown":
        return this.#moveBy(1, grid);
      case "ArrowUp":
        return this.#moveBy(-1, grid);
      case "ArrowLeft":
      case "ArrowRight":
        return this.#moveSideways(event.key === forward ? 1 : -1, target, grid);
      case "PageDown":
        return this.#moveBy(grid.pageSize(), grid);
      case "PageUp":
        return this.#moveBy(-grid.pageSize(), grid, 0);
      case "Home":
        return command ? this.#moveTo(0, grid.columns[0]!, grid) : this.#moveColumn(grid.columns[0]!);
      case "End":
        return command
          ? this.#moveTo(grid.length - 1, grid.columns.at(-1)!, grid)
          : this.#moveColumn(grid.columns.at(-1)!);
      case "Enter":
        // A control in a cell hears Enter by itself.
        return target.matches("button, a") ? false : "activate";
      case " ":
        return target.matches("button, a") ? false : "toggle";
      case "F2":
        return "enter-cell";
      case "a":
        return command ? "select-all" : false;
      case "c":
        return command ? "copy" : false;
      case "/":
        return command ? false : "find";
      default:
        return false;
    }
  }

  /** To be called after each update: gives the grid its one tab stop, and focus where that was lost. */
  settle(grid: Grid, hadFocus: boolean): void {
    if (this.#place?.key && grid.indexOf(this.#place.key) < 0) {
      // Its session has left: the one that took its place, or the last one, takes over.
      const key = grid.keyAt(Math.min(this.#index, grid.length - 1));
      this.#place = { key: key ?? null, column: this.#place.column };
    }
    const stop = this.#find(grid) ?? grid.root.querySelector<HTMLElement>("[role=columnheader]");
    if (stop !== this.#stop) {
      if (this.#stop) this.#stop.tabIndex = -1;
      this.#stop = stop ?? undefined;
    }
    if (stop && stop.tabIndex !== 0) stop.tabIndex = 0;
    if (hadFocus && stop && !isFocusWithin(grid.root, stop)) this.#focus(stop);
  }

  /** Puts the keyboard on a session's row, in the column where it was. */
  goTo(key: string): void {
    this.#place = { key, column: this.#place?.column ?? "" };
  }

  /** Moves focus to where the keyboard is. */
  focusPlace(grid: Grid): void {
    const stop = this.#find(grid);
    if (stop) this.#focus(stop);
  }

  #focus(stop: HTMLElement): void {
    stop.focus({ preventScroll: true });
    stop.closest("[data-column]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** The element that takes focus at the place: the cell, or the one control that is what its cell is for. */
  #find({ root, columns, keyAt }: Grid): HTMLElement | null {
    const place = this.#place ?? { key: keyAt(0) ?? null, column: columns[0]! };
    const column = columns.includes(place.column) ? place.column : columns[0]!;
    if (this.#stop?.isConnected && isAt(this.#stop, place.key, column, this.#control)) return this.#stop;
    const rows = root.querySelectorAll<RowElement>("[role=row]");
    const row = [...rows].find((element) => (element.rowKey ?? null) === place.key);
    const cell = row?.querySelector<HTMLElement>(`[data-column="${CSS.escape(column)}"]`);
    return cell ? stopOf(cell, this.#control) : null;
  }

  #moveBy(rows: number, grid: Grid, first = -1): boolean {
    const place = this.#current(grid);
    const from = place.key === null ? -1 : grid.indexOf(place.key);
    const to = Math.max(Math.min(from + rows, grid.length - 1), from === -1 ? -1 : first);
    return this.#moveTo(to, place.column, grid);
  }

  #moveTo(index: number, column: string, grid: Grid): boolean {
    this.#index = Math.max(0, index);
    this.#control = 0;
    this.#place = { key: index < 0 ? null : (grid.keyAt(index) ?? null), column };
    return true;
  }

  #moveColumn(column: string): boolean {
    this.#control = 0;
    this.#place = { key: this.#place?.key ?? null, column };
    return true;
  }

  #moveSideways(by: 1 | -1, target: HTMLElement, grid: Grid): boolean {
    const place = this.#current(grid);
    // Several controls in one cell are passed one by one.
    const stops = stopsIn(target.closest("[data-column]"));
    const next = stops[stops.indexOf(target) + by];
    if (stops.includes(target) && next) {
      next.focus();
      return true;
    }
    const to = grid.columns[grid.columns.indexOf(place.column) + by];
    return to === undefined ? true : this.#moveColumn(to);
  }

  #current({ keyAt, columns }: Grid): GridPlace {
    return (this.#place ??= { key: keyAt(0) ?? null, column: columns[0]! });
  }
}

/** Whether an element that took focus before is still what takes it at that place. */
function isAt(stop: HTMLElement, key: string | null, column: string, control: number): boolean {
  const cell = stop.closest<HTMLElement>("[data-column]");
  const row = stop.closest<RowElement>("[role=row]");
  return (
    row !== null && (row.rowKey ?? null) === key && cell?.dataset["column"] === column && stop === stopOf(cell, control)
  );
}

/** The controls of a cell that are passed one by one. */
function stopsIn(cell: Element | null): readonly HTMLElement[] {
  return [...(cell?.querySelectorAll<HTMLElement>("[data-stop]") ?? [])];
}

function stopOf(cell: HTMLElement, control: number): HTMLElement {
  const stops = stopsIn(cell);
  return stops[control] ?? stops.at(-1) ?? cell;
}

function isTyping(target: HTMLElement): boolean {
  return target.matches("textarea, select, [contenteditable], input:not([type=checkbox])");
}

function isFocusWithin(root: ShadowRoot, element: HTMLElement): boolean {
  const { activeElement } = root;
  return activeElement !== null && (element === activeElement || element.contains(activeElement));
}
