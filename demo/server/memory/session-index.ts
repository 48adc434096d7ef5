import { FILTER_VALUE, matcher, testsOf, type SessionTest } from "../../../src/domain/query/matcher.js";
import type { QueryContext } from "../../../src/domain/query/query-context.js";
import type { SessionQuery } from "../../../src/domain/query/query.js";
import { sortSessions } from "../../../src/domain/query/sort-order.js";
import { LIST_FILTERS, type ListFilter } from "../../../src/domain/query/view.js";
import type { TransferSession } from "../../../src/domain/session/session.js";
import type { Scope } from "../session-repository.js";
import type { StoredSession } from "./stored-session.js";

type Counts = Record<string, number>;

const NONE: ReadonlySet<StoredSession> = new Set();

/** What a query finds. */
export interface Found {
  readonly sessions: readonly TransferSession[];
  /** By field and value: how many sessions pass all filters but the one of that field. */
  readonly facets: Readonly<Record<ListFilter, Counts>>;
}

/** What a scope lets through. */
export function scopeTest(scope: Scope): SessionTest {
  return matcher(asQuery(scope), { now: 0 });
}

/**
 * Which sessions have which value, by field: a filter looks only at those of its values, and what counts without a filter
 * is known without looking at any. Filters, search and order mean what they mean in a table that holds its rows itself.
 */
export class SessionIndex {
  readonly #all = new Set<StoredSession>();
  readonly #byValue = new Map<ListFilter, Map<string, Set<StoredSession>>>(
    LIST_FILTERS.map((field) => [field, new Map()]),
  );

  add(stored: StoredSession): void {
    this.#all.add(stored);
    for (const [field, values] of this.#byValue) {
      const value = FILTER_VALUE[field](stored.session);
      const having = values.get(value);
      if (having) having.add(stored);
      else values.set(value, new Set([stored]));
    }
  }

  remove(stored: StoredSession): void {
    this.#all.delete(stored);
    for (const [field, values] of this.#byValue) {
      const value = FILTER_VALUE[field](stored.session);
      const having = values.get(value)!;
      having.delete(stored);
      if (having.size === 0) values.delete(value);
    }
  }

  find(query: SessionQuery, scope: Scope, context: QueryContext): Found {
    const filters = testsOf(query, context);
    const matches = this.#pass(query, filters, scope, undefined);
    const facets = Object.fromEntries(
      LIST_FILTERS.map((field) => {
        const passing = filters.has(field) ? this.#pass(query, filters, scope, field) : matches;
        return [field, passing.length === this.#all.size ? this.#counts(field) : countsOf(passing, field)];
      }),
    ) as Record<ListFilter, Counts>;
    // An index is in no order.
    matches.sort((a, b) => a.place - b.place);
    const sessions = matches.map(({ session }) => session);
    return { sessions: query.sort?.length ? sortSessions(sessions, query.sort, context) : sessions, facets };
  }

  /** Those in the scope that pass all filters but one. */
  #pass(
    query: SessionQuery,
    filters: ReadonlyMap<ListFilter | "attention" | "text", SessionTest>,
    scope: Scope,
    but: ListFilter | undefined,
  ): StoredSession[] {
    const tests = [...filters].filter(([field]) => field !== but).map(([, test]) => test);
    if (Object.keys(scope).length > 0) tests.unshift(scopeTest(scope));
    const candidates = this.#fewest(query, scope, but);
    return tests.length === 0 ? candidates : candidates.filter(({ session }) => tests.every((test) => test(session)));
  }

  /** The smallest set that holds all that can pass. */
  #fewest(query: SessionQuery, scope: Scope, but: ListFilter | undefined): StoredSession[] {
    let fewest: readonly ReadonlySet<StoredSession>[] = [this.#all];
    let size = this.#all.size;
    for (const field of LIST_FILTERS) {
      // An agent may be named by an id, which is in no index.
      if (field === "agent") continue;
      const filter = field !== but && query[field]?.length ? query[field] : undefined;
      for (const wanted of [filter, scope[field]]) {
        if (!wanted) continue;
        const having = [...new Set(wanted)].map((value) => this.#byValue.get(field)!.get(value) ?? NONE);
        const sum = having.reduce((sum, { size }) => sum + size, 0);
        if (sum >= size) continue;
        fewest = having;
        size = sum;
      }
    }
    const candidates: StoredSession[] = [];
    for (const having of fewest) for (const stored of having) candidates.push(stored);
    return candidates;
  }

  #counts(field: ListFilter): Counts {
    return asCounts([...this.#byValue.get(field)!].map(([value, { size }]) => [value, size]));
  }
}

/** A scope that names a field and no value lets nothing through; a filter without values filters nothing. */
function asQuery(scope: Scope): SessionQuery {
  return Object.fromEntries(
    Object.entries(scope).map(([field, values]) => [field, values.length > 0 ? values : [NOBODY]]),
  );
}

/** No session has it: white space alone is read as no value. */
const NOBODY = " ";

function countsOf(passing: readonly StoredSession[], field: ListFilter): Counts {
  const counts = new Map<string, number>();
  const read = FILTER_VALUE[field];
  for (const { session } of passing) {
    const value = read(session);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return asCounts([...counts]);
}

/** Without a prototype: a value may have any name. */
function asCounts(counts: readonly (readonly [string, number])[]): Counts {
  return Object.assign(Object.create(null) as Counts, Object.fromEntries(counts));
}
