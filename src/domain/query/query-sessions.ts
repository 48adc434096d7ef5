import { matcher, testsOf } from "./matcher.js";
import type { QueryContext } from "./query-context.js";
import type { SessionQuery } from "./query.js";
import type { TransferSession } from "../session/session.js";
import { sortSessions } from "./sort-sessions.js";

export type { QueryContext } from "./query-context.js";
export { TextRanks } from "./text-order.js";

/**
 * The sessions that a query shows, in its order. Filters first, then sorts by several levels; ties keep the source's
 * order, and missing values come last in both directions.
 *
 * @returns the very same list where there is nothing to filter or sort.
 */
export function querySessions(
  sessions: readonly TransferSession[],
  query: SessionQuery,
  context: QueryContext,
): readonly TransferSession[] {
  const found = testsOf(query, context).size > 0 ? sessions.filter(matcher(query, context)) : sessions;
  return query.sort?.length ? sortSessions(found, query.sort, context) : found;
}
