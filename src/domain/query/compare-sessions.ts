import type { TextCompare } from "./ascii-weights.js";
import type { QueryContext } from "./query-context.js";
import type { Sort } from "./query.js";
import type { TransferSession } from "../session/session.js";
import { sortValueReader, type SortValue } from "./sort-value.js";
import { textCompareFor } from "./text-order.js";

/** Less than 0: `a` comes first. */
export type SessionCompare = (a: TransferSession, b: TransferSession) => number;

/**
 * Compares two sessions as {@link querySessions} orders them, for placing a few rows among many that are sorted.
 *
 * @returns 0 where all levels are equal: the source's order then decides, which the caller knows.
 */
export function compareBy(sort: readonly Sort[], context: QueryContext): SessionCompare {
  const compareTexts = textCompareFor(context.lang);
  const levels = sort.flatMap(({ by, direction }) => {
    const read = sortValueReader(by, context);
    return read ? [{ read, sign: direction === "descending" ? -1 : 1 }] : [];
  });
  return (a, b) => {
    for (const { read, sign } of levels) {
      const result = compareValues(read(a), read(b), sign, compareTexts);
      if (result !== 0) return result;
    }
    return 0;
  };
}

function compareValues(a: SortValue, b: SortValue, sign: number, compareTexts: TextCompare): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  if (typeof a === "string") return typeof b === "string" ? sign * compareTexts(a, b) : sign;
  return typeof b === "string" || a < b ? -sign : sign;
}
