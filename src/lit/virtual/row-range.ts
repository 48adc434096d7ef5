/** The rows from `from` up to, and without, `to`. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** A run of rows that are drawn, or a gap of so many px in place of rows that are not. */
export type Segment =
  | { readonly kind: "rows"; readonly from: number; readonly to: number }
  | { readonly kind: "gap"; readonly from: number; readonly height: number };

/**
 * The rows of which something stands between two places, both in px from the top of row 0. There may be no rows so far
 * up or down.
 */
export function rowsBetween(top: number, bottom: number, rowHeight: number): RowRange {
  return { from: Math.floor(top / rowHeight), to: Math.ceil(Math.max(bottom, top) / rowHeight) };
}

/** A range with so many rows more at each end, as far as the list goes. */
export function widened({ from, to }: RowRange, by: number, count: number): RowRange {
  const clamp = (row: number): number => Math.min(Math.max(0, row), count);
  return { from: clamp(from - by), to: clamp(to + by) };
}

export function includes(outer: RowRange, inner: RowRange): boolean {
  return outer.from <= inner.from && outer.to >= inner.to;
}

/**
 * A list of which one range is drawn: that range, and gaps of the others' height, so that a scroll bar tells the truth.
 *
 * @param drawn where the list has become shorter, the nearest row that there is.
 * @param keep a row that is drawn wherever the range is; -1 for none.
 */
export function segmentsOf(count: number, drawn: RowRange, keep: number, rowHeight: number): readonly Segment[] {
  const from = Math.min(drawn.from, Math.max(0, count - 1));
  const to = Math.min(Math.max(drawn.to, from + 1), count);
  const runs: RowRange[] = [{ from, to }];
  if (keep >= 0 && keep < from) runs.unshift({ from: keep, to: keep + 1 });
  if (keep >= to && keep < count) runs.push({ from: keep, to: keep + 1 });
  const segments: Segment[] = [];
  let next = 0;
  const gapUpTo = (row: number): void => {
    if (row > next) segments.push({ kind: "gap", from: next, height: (row - next) * rowHeight });
  };
  for (const run of runs) {
    gapUpTo(run.from);
    segments.push({ kind: "rows", ...run });
    next = run.to;
  }
  gapUpTo(count);
  return segments;
}
