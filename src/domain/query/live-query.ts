import { compareBy, type SessionCompare } from "./compare-sessions.js";
import { listDifference, type Fresh } from "./list-difference.js";
import { matcher, type SessionTest } from "./matcher.js";
import type { QueryContext } from "./query-context.js";
import type { SessionQuery } from "./query.js";
import { querySessions } from "./query-sessions.js";
import { isLasting } from "./sort-value.js";
import type { TransferSession } from "../session/session.js";

/** With more differences than that, all is filtered and sorted anew. */
const MOST = 64;

/** Steps back through the source's order, in search of a neighbour, before it is given up. */
const FAR = 5_000;

interface Answer {
  readonly sessions: readonly TransferSession[];
  readonly query: SessionQuery;
  readonly lang: string | undefined;
  readonly found: readonly TransferSession[];
}

/**
 * {@link querySessions} for a list that changes a little at a time: a few rows are taken out and put in where they
 * belong, however many there are. The answer is always the one that `querySessions` would give.
 */
export class LiveQuery {
  #last: Answer | undefined;

  run(sessions: readonly TransferSession[], query: SessionQuery, context: QueryContext): readonly TransferSession[] {
    const lasting = keepsOrder(query, context);
    const found = (lasting && this.#goOn(sessions, query, context)) || querySessions(sessions, query, context);
    this.#last = lasting ? { sessions, query, lang: context.lang, found } : undefined;
    return found;
  }

  #goOn(
    sessions: readonly TransferSession[],
    query: SessionQuery,
    context: QueryContext,
  ): readonly TransferSession[] | undefined {
    const last = this.#last;
    // Where nothing is filtered or sorted, the list itself is the answer.
    if (!last || last.found === last.sessions || last.query !== query || last.lang !== context.lang) return undefined;
    if (last.sessions === sessions) return last.found;
    const difference = listDifference(last.sessions, sessions, MOST);
    if (!difference) return undefined;
    const found = [...last.found];
    for (const session of difference.gone) {
      const place = found.indexOf(session);
      if (place >= 0) found.splice(place, 1);
    }
    const matches = matcher(query, context);
    const compare = compareBy(query.sort ?? [], context);
    for (const one of difference.fresh) {
      if (!matches(one.item)) continue;
      const place = placeOf(one, found, sessions, matches, compare);
      if (place === undefined) return undefined;
      found.splice(place, 0, one.item);
    }
    return found;
  }
}

function keepsOrder({ attention, sort = [] }: SessionQuery, { replaced }: QueryContext): boolean {
  return !attention && sort.every(({ by }) => isLasting(by) && !replaced?.has(by));
}

/**
 * Where a session belongs. Among its equals the source's order decides: it stands behind the nearest of them that the
 * source has before it.
 *
 * @returns `undefined` where that one is too far to seek.
 */
function placeOf(
  { item, place }: Fresh<TransferSession>,
  found: readonly TransferSession[],
  sessions: readonly TransferSession[],
  matches: SessionTest,
  compare: SessionCompare,
): number | undefined {
  const first = bound(found, (other) => compare(other, item) < 0);
  const end = bound(found, (other) => compare(other, item) <= 0);
  if (first === end) return first;
  for (let above = place - 1; above >= 0; above--) {
    if (place - above > FAR) return undefined;
    const neighbour = sessions[above]!;
    if (compare(neighbour, item) === 0 && matches(neighbour)) return found.indexOf(neighbour, first) + 1;
  }
  return first;
}

/** How many at the front of a list, ordered so that they come first, pass a test. */
function bound(list: readonly TransferSession[], passes: (session: TransferSession) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(list[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
