import type { Sort } from "../../../domain/query/query.js";

/**
 * How rows are sorted after a person has pressed a header: ascending, descending, and back to the source's own order.
 *
 * @param add as a further level, after those that there are.
 */
export function nextSort(before: readonly Sort[], column: string, add: boolean): readonly Sort[] {
  const level = before.find(({ by }) => by === column);
  const next = stepAfter(level, column);
  if (!add) return next;
  return level ? before.flatMap((one) => (one === level ? next : [one])) : [...before, ...next];
}

function stepAfter(level: Sort | undefined, by: string): readonly Sort[] {
  if (!level) return [{ by, direction: "ascending" }];
  return level.direction === "ascending" ? [{ by, direction: "descending" }] : [];
}
