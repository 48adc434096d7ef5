import { FILTER_VALUE, matcher } from "./matcher.js";
import type { QueryContext } from "./query-context.js";
import type { SessionQuery } from "./query.js";
import type { TransferSession } from "../session/session.js";
import { SESSION_STATUSES } from "../session/status.js";
import { textCompareFor } from "./text-order.js";
import type { ListFilter } from "./view.js";

/**
 * The values of one field and how many sessions have each, among those that pass all other filters: what a menu of
 * this filter would offer. Values that the query selects are there even with none.
 *
 * @returns by value, `""` for sessions without one, in the order of a menu: status as in the lifecycle, the others
 * with the most frequent first, `""` last.
 */
export function facetCounts(
  sessions: readonly TransferSession[],
  query: SessionQuery,
  field: ListFilter,
  context: QueryContext,
): ReadonlyMap<string, number> {
  const passes = matcher({ ...query, [field]: undefined }, context);
  const read = FILTER_VALUE[field];
  const counts = new Map((query[field] ?? []).map((value) => [value, 0]));
  const selected = new Set(counts.keys());
  for (const session of sessions) {
    if (!passes(session)) continue;
    const value = read(session);
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if (field !== "agent") continue;
    // Selected by id while shown by name: it passes the filter, so it is counted there too.
    const id = session.agentId;
    if (id && id !== value && selected.has(id)) counts.set(id, counts.get(id)! + 1);
  }
  const compareTexts = textCompareFor(context.lang);
  const places: readonly string[] = field === "status" ? SESSION_STATUSES : [];
  const place = (value: string): number => {
    if (value === "") return Infinity;
    const known = places.indexOf(value);
    return known < 0 ? places.length : known;
  };
  return new Map(
    [...counts].sort(([a, countOfA], [b, countOfB]) => {
      const [placeOfA, placeOfB] = [place(a), place(b)];
      return placeOfA === placeOfB ? countOfB - countOfA || compareTexts(a, b) : placeOfA - placeOfB;
    }),
  );
}
