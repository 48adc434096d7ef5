import { rowsBetween, widened } from "../../../lit/virtual/row-range.js";

/** Height of every row, in px: no row is measured, so that a million of them cost nothing. */
export const ROW_HEIGHT = 24;

/** The tallest box that every browser still lays out exactly; beyond it, scrolling is scaled. */
const TALLEST = 8_000_000;
/** Rows beyond the edges, so that a quick scroll shows no gap. */
const OVERSCAN = 6;
/** A pane without a bounded height is as tall as its rows; the DOM is not. */
const MOST_ROWS = 160;

/** The rows near the viewport, and where they stand. */
export interface RowWindow {
  readonly first: number;
  /** Past the last. */
  readonly end: number;
  /** Offset of the first row from the top of the scrolled box, in px. */
  readonly top: number;
}

export function canvasHeight(rows: number): number {
  return Math.min(TALLEST, rows * ROW_HEIGHT);
}

/** How many px of rows one px of scrolling passes; 1 unless there are very many rows. */
function scale(rows: number, viewport: number): number {
  const canvas = canvasHeight(rows) - viewport;
  return canvas > 0 ? (rows * ROW_HEIGHT - viewport) / canvas : 1;
}

/** Which px of the rows, as if there were no limit, is at the top of the viewport. */
export function offsetOf(scrollTop: number, rows: number, viewport: number): number {
  return scrollTop * scale(rows, viewport);
}

/** The reverse of {@link offsetOf}. */
export function scrollTopFor(offset: number, rows: number, viewport: number): number {
  return Math.max(0, offset / scale(rows, viewport));
}

export function rowWindow(scrollTop: number, rows: number, viewport: number): RowWindow {
  const offset = Math.max(0, offsetOf(scrollTop, rows, viewport));
  const height = Math.min(viewport, MOST_ROWS * ROW_HEIGHT);
  // Where rows have gone, the box is still scrolled to where they were.
  const top = Math.min(offset, Math.max(0, rows * ROW_HEIGHT - height));
  const { from, to } = widened(rowsBetween(top, top + height, ROW_HEIGHT), OVERSCAN, rows);
  return { first: from, end: to, top: scrollTop - (offset - from * ROW_HEIGHT) };
}

/** The scroll position that brings a row into view, or `undefined` where it is in view. */
export function scrollIntoView(row: number, scrollTop: number, rows: number, viewport: number): number | undefined {
  const offset = offsetOf(scrollTop, rows, viewport);
  const top = row * ROW_HEIGHT;
  if (top < offset) return scrollTopFor(top, rows, viewport);
  if (top + ROW_HEIGHT > offset + viewport) return scrollTopFor(top + ROW_HEIGHT - viewport, rows, viewport);
  return undefined;
}
