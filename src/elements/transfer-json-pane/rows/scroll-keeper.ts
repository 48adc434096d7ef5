import { addressOf, resolve, type Address } from "../../../domain/json/tree.js";
import type { PaneStore } from "../document/pane-store.js";
import {
  canvasHeight,
  offsetOf,
  ROW_HEIGHT,
  rowWindow,
  scrollIntoView,
  scrollTopFor,
  type RowWindow,
} from "./row-window.js";

/** What was at the top of the viewport: the node, its part, and how many px of the row were scrolled away. */
interface Anchor {
  readonly address: Address;
  readonly part: number;
  readonly delta: number;
}

/** Height that is assumed before there is a layout, in px. */
const FIRST_VIEWPORT = 360;

/** Keeps what a person looks at in its place while rows come, go and change around it. */
export class ScrollKeeper {
  /** Height of the scrolled box, in px. */
  viewport = FIRST_VIEWPORT;
  #scrollTop = 0;
  #anchor: Anchor | undefined;
  #toTop = false;
  #shown: RowWindow | undefined;

  /** The rows are about to be replaced. */
  note(store: PaneStore): void {
    if (!store.tree || store.rows.length === 0 || this.#anchor) return;
    const offset = offsetOf(this.#scrollTop, store.rows.length, this.viewport);
    const row = Math.min(store.rows.length - 1, Math.max(0, Math.floor(offset / ROW_HEIGHT)));
    const address = addressOf(store.tree, store.rows.nodes.at(row));
    this.#anchor = { address, part: store.rows.parts.at(row), delta: offset - row * ROW_HEIGHT };
  }

  toTop(): void {
    this.#toTop = true;
    this.#scrollTop = 0;
  }

  /** The rows to render. */
  window(rows: number): RowWindow {
    this.#shown = rowWindow(this.#scrollTop, rows, this.viewport);
    return this.#shown;
  }

  measure(scroller: HTMLElement): void {
    this.viewport = scroller.clientHeight || this.viewport;
    this.#scrollTop = scroller.scrollTop;
  }

  /** Whether the box was scrolled or sized so that other rows belong into it. */
  isStale(scroller: HTMLElement, rows: number): boolean {
    this.measure(scroller);
    const wanted = rowWindow(this.#scrollTop, rows, this.viewport);
    const shown = this.#shown;
    return !shown || wanted.first !== shown.first || wanted.end !== shown.end || wanted.top !== shown.top;
  }

  /** Gives the boxes their size and place. @returns whether that scrolled. */
  place(scroller: HTMLElement, canvas: HTMLElement, box: HTMLElement, store: PaneStore): boolean {
    const rows = store.length;
    setStyle(canvas, "block-size", `${canvasHeight(rows)}px`);
    setStyle(box, "transform", `translateY(${this.#shown?.top ?? 0}px)`);
    this.viewport = scroller.clientHeight || this.viewport;
    const anchor = this.#anchor;
    this.#anchor = undefined;
    if (this.#toTop) {
      this.#toTop = false;
      return this.#scrollTo(scroller, 0);
    }
    if (!anchor || !store.tree) return false;
    const { node, exact } = resolve(store.tree, anchor.address);
    const row = exact ? store.rows.indexOf(node) : -1;
    if (row < 0) return false;
    const part = Math.max(0, anchor.part);
    return this.#scrollTo(scroller, scrollTopFor((row + part) * ROW_HEIGHT + anchor.delta, rows, this.viewport));
  }

  /** Scrolls as little as brings a row into view. */
  show(scroller: HTMLElement, row: number, rows: number): void {
    this.measure(scroller);
    const top = scrollIntoView(row, this.#scrollTop, rows, this.viewport);
    if (top !== undefined) this.#scrollTo(scroller, top);
  }

  #scrollTo(scroller: HTMLElement, top: number): boolean {
    if (Math.abs(scroller.scrollTop - top) < 1) return false;
    scroller.scrollTop = top;
    this.#scrollTop = scroller.scrollTop;
    return true;
  }
}

const written = new WeakMap<HTMLElement, Map<string, string>>();

/** Writes a style only when it changed: reading it back would cost a layout. */
function setStyle(element: HTMLElement, name: string, value: string): void {
  let styles = written.get(element);
  if (!styles) written.set(element, (styles = new Map()));
  if (styles.get(name) === value) return;
  styles.set(name, value);
  element.style.setProperty(name, value);
}
