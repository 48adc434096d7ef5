import type { RowElement } from "../rows/row-view.js";
import { isComposing, keepEscape } from "../../shared/keys.js";
import { cellAround, focusControl, isInPopUp, isOnlyPressed } from "./cell-controls.js";

/** Where the keyboard is in the grid: a session's row, or the header (`null`), a column, and a stop in its cell. */
export interface GridPlace {
  readonly key: string | null;
  readonly column: string;
  /** Which of the controls that its cell is for, where it has several. A row with fewer has its last one take over. */
  readonly stop: number;
}

/** The stop that End goes to: what stands last in a row. */
const LAST_STOP = Infinity;

export interface Grid {
  readonly root: ShadowRoot;
  readonly columns: readonly string[];
  readonly length: number;
  /** Rows that fit into what is seen. */
  pageSize(): number;
  isRtl(): boolean;
  keyAt(index: number): string | undefined;
  /** @param near where it stood last. */
  indexOf(key: string, near: number): number;
}

/** What a key means that does not move: to be done by whoever asked. */
export type GridKey = "activate" | "enter-cell" | "toggle" | "select-all" | "copy" | "find" | "narrower" | "wider";

/**
 * The keyboard in a data grid, as the WAI-ARIA pattern has it: one tab stop, arrows move it, and it stays on its session
 * whatever happens to the rows around.
 */
export class GridNavigation {
  #place: GridPlace | undefined;
  /** Where the row of the place stood last: who takes over when it leaves. */
  #index = 0;
  /** What has the focus, or would have it. */
  #stop: HTMLElement | undefined;
  /** What was made the one tab stop. */
  #tabStop: HTMLElement | undefined;

  /** Row of data that must stay in the document, -1 for none. */
  activeIndex(grid: Grid): number {
    const key = this.#place?.key;
    if (key === undefined || key === null) return -1;
    const index = grid.indexOf(key, this.#index);
    if (index >= 0) this.#index = index;
    return index;
  }

  get place(): GridPlace | undefined {
    return this.#place;
  }

  /** Focus has come to an element of the grid, by whatever way. */
  focused(target: Element, grid: Grid): void {
    const cell = cellAround(target);
    const row = target.closest<RowElement>("[role=row]");
    if (!cell || !row) return;
    const key = row.rowKey ?? null;
    const column = cell.dataset["column"]!;
    const index = stopsOf(cell).indexOf(target as HTMLElement);
    if (index >= 0) this.#stop = target as HTMLElement;
    const wanted = this.#place?.key === key && this.#place.column === column ? this.#place.stop : 0;
    // A row with fewer stops is only passed: the next one has the wanted one again.
    const stop = index < 0 || stopOf(cell, wanted) === target ? wanted : index;
    this.#place = { key, column, stop };
    this.activeIndex(grid);
  }

  /**
   * Moves for a key.
   *
   * @returns `true`: moved; a {@link GridKey}: to be done by the caller; `false`: not the grid's business.
   */
  keyDown(event: KeyboardEvent, grid: Grid): boolean | GridKey {
    // A component of the host's has dealt with it, or an input method is at work.
    if (event.defaultPrevented || isComposing(event)) return false;
    const target = event.target as HTMLElement;
    const cell = cellAround(target);
    const command = event.ctrlKey || event.metaKey;
    const sideways = event.key === "ArrowLeft" || event.key === "ArrowRight";
    const forward = sideways && grid.isRtl() ? "ArrowLeft" : "ArrowRight";
    if (target !== cell && !target.hasAttribute("data-stop")) {
      if (!cell || isInPopUp(event)) return false;
      // In a cell's own control little is ours: on to the next one, and back to the cell.
      if (sideways && isOnlyPressed(event)) {
        focusControl(cell, target, event.key === forward ? 1 : -1);
        event.preventDefault();
        return false;
      }
      if (event.key !== "Escape" && event.key !== "F2") return false;
      keepEscape(event);
      cell.focus();
      return true;
    }
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
        return command ? this.#moveTo(0, grid.columns[0]!, 0, grid) : this.#moveColumn(grid.columns[0]!, 0);
      case "End":
        return command
          ? this.#moveTo(grid.length - 1, grid.columns.at(-1)!, LAST_STOP, grid)
          : this.#moveColumn(grid.columns.at(-1)!, LAST_STOP);
      case "Enter":
        // A control in a cell hears Enter by itself.
        return target.matches("button, a") ? false : "activate";
      case " ":
        // A link does not hear Space; the page would scroll.
        return target.matches("button") ? false : "toggle";
      case "F2":
        // A stop is in its cell already.
        return target.hasAttribute("data-stop") ? true : "enter-cell";
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
    // While there are no rows at all, a place that nobody is at waits for them.
    if (this.#place?.key && grid.indexOf(this.#place.key, this.#index) < 0 && (grid.length > 0 || hadFocus)) {
      // Its session has left: the one that took its place, or the last one, takes over.
      const key = grid.keyAt(Math.min(this.#index, grid.length - 1));
      this.#place = { ...this.#place, key: key ?? null };
    }
    const stop = this.#find(grid) ?? grid.root.querySelector<HTMLElement>("[role=columnheader]") ?? undefined;
    if (stop !== this.#tabStop && this.#tabStop) this.#tabStop.tabIndex = -1;
    this.#stop = this.#tabStop = stop;
    if (stop && stop.tabIndex !== 0) stop.tabIndex = 0;
    if (hadFocus && stop && !isFocusWithin(grid.root, stop)) this.#focus(stop);
  }

  /** Puts the keyboard on a session's row, in the column where it was. */
  goTo(key: string): void {
    this.#place = { key, column: this.#place?.column ?? "", stop: this.#place?.stop ?? 0 };
  }

  /** Moves focus to where the keyboard is. @returns whether there is such a place. */
  focusPlace(grid: Grid): boolean {
    const stop = this.#find(grid);
    if (stop) this.#focus(stop);
    return stop !== undefined;
  }

  #focus(stop: HTMLElement): void {
    stop.focus({ preventScroll: true });
    cellAround(stop)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** The element that takes focus at the place: the cell, or one of the controls that its cell is for. */
  #find({ root, columns, keyAt }: Grid): HTMLElement | undefined {
    const place = this.#place ?? { key: keyAt(0) ?? null, column: columns[0]!, stop: 0 };
    const column = columns.includes(place.column) ? place.column : columns[0]!;
    if (this.#stop?.isConnected && isAt(this.#stop, place, column)) return this.#stop;
    const rows = root.querySelectorAll<RowElement>("[role=row]");
    const row = [...rows].find((element) => (element.rowKey ?? null) === place.key);
    const cell = row?.querySelector<HTMLElement>(`[data-column="${CSS.escape(column)}"]`);
    return cell ? stopOf(cell, place.stop) : undefined;
  }

  #moveBy(rows: number, grid: Grid, first = -1): boolean {
    const place = this.#current(grid);
    const from = place.key === null ? -1 : grid.indexOf(place.key, this.#index);
    const to = Math.max(Math.min(from + rows, grid.length - 1), from === -1 ? -1 : first);
    return this.#moveTo(to, place.column, place.stop, grid);
  }

  #moveTo(index: number, column: string, stop: number, grid: Grid): boolean {
    this.#index = Math.max(0, index);
    return this.#moveStop(index < 0 ? null : (grid.keyAt(index) ?? null), column, stop);
  }

  #moveColumn(column: string, stop: number): boolean {
    return this.#moveStop(this.#place?.key ?? null, column, stop);
  }

  /** A key has named the place: what has the focus is no longer what the place means. */
  #moveStop(key: string | null, column: string, stop: number): boolean {
    this.#place = { key, column, stop };
    this.#stop = undefined;
    return true;
  }

  #moveSideways(by: 1 | -1, target: HTMLElement, grid: Grid): boolean {
    const place = this.#current(grid);
    // Several stops in one cell are passed one by one.
    const cell = cellAround(target);
    const stops = cell ? stopsOf(cell) : [];
    const next = stops.indexOf(target) + by;
    if (stops.includes(target) && stops[next]) return this.#moveColumn(place.column, next);
    const to = grid.columns[grid.columns.indexOf(place.column) + by];
    return to === undefined ? true : this.#moveColumn(to, by > 0 ? 0 : LAST_STOP);
  }

  #current({ keyAt, columns }: Grid): GridPlace {
    return (this.#place ??= { key: keyAt(0) ?? null, column: columns[0]!, stop: 0 });
  }
}

/** The controls that a cell is for: they take focus in place of it. */
function stopsOf(cell: HTMLElement): HTMLElement[] {
  return [...cell.querySelectorAll<HTMLElement>("[data-stop]")];
}

function stopOf(cell: HTMLElement, index: number): HTMLElement {
  const stops = stopsOf(cell);
  return stops[Math.min(index, stops.length - 1)] ?? cell;
}

/** Whether an element that took focus before is still what takes it at that place. */
function isAt(stop: HTMLElement, { key }: GridPlace, column: string): boolean {
  const cell = cellAround(stop);
  const row = stop.closest<RowElement>("[role=row]");
  if (!cell || !row || (row.rowKey ?? null) !== key || cell.dataset["column"] !== column) return false;
  const stops = stopsOf(cell);
  // Also where another one has come before it: a person is at this very control.
  return stops.length > 0 ? stops.includes(stop) : stop === cell;
}

function isFocusWithin(root: ShadowRoot, element: HTMLElement): boolean {
  const { activeElement } = root;
  return activeElement !== null && (element === activeElement || element.contains(activeElement));
}
