import { entriesOf } from "../../platform/entries-of.js";
import { property } from "../../platform/property.js";
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
  return inMenuOrder(counts, field, context.lang);
}

/**
 * What a source that answers queries says it has counted of one field, whatever that is; see {@link facetCounts}.
 *
 * @returns `undefined` where it has not counted that field.
 */
export function toldCounts(
  facets: unknown,
  field: ListFilter,
  selected: readonly string[] = [],
  lang?: string,
): ReadonlyMap<string, number> | undefined {
  const told = entriesOf(property(facets, field));
  if (!told) return undefined;
  const counts = new Map(selected.map((value) => [value, 0]));
  for (const [value, count] of told) if (isCount(count)) counts.set(value, count);
  return inMenuOrder(counts, field, lang);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function inMenuOrder(
  counts: ReadonlyMap<string, number>,
  field: ListFilter,
  lang: string | undefined,
): ReadonlyMap<string, number> {
  const compareTexts = textCompareFor(lang);
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
