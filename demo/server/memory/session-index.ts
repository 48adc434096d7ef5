import { FILTER_VALUE, matcher, testsOf, type SessionTest } from "../../../src/domain/query/matcher.js";
import type { QueryContext } from "../../../src/domain/query/query-context.js";
import type { SessionQuery } from "../../../src/domain/query/query.js";
import { sortSessions } from "../../../src/domain/query/sort-sessions.js";
import { LIST_FILTERS, type ListFilter } from "../../../src/domain/query/view.js";
import type { TransferSession } from "../../../src/domain/session/session.js";
import type { Scope } from "../session-repository.js";
import type { StoredSession } from "./stored-session.js";

type Counts = Record<string, number>;
type StoredTest = (stored: StoredSession) => boolean;

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

/** A filter that leaves more than one in so many looks at all sessions, which are in order already. */
const MANY = 4;

/** The values of one field, and who has them. */
class FieldValues {
  readonly names: string[] = [];
  readonly having: Set<StoredSession>[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.names.push(name) - 1;
      this.having.push(new Set());
      this.#numbers.set(name, number);
    }
    return number;
  }

  of(name: string): ReadonlySet<StoredSession> {
    const number = this.#numbers.get(name);
    return number === undefined ? NONE : this.having[number]!;
  }

  /** @param counts by number. */
  counts(counts: ArrayLike<number>): Counts {
    // Without a prototype: a value may have any name.
    const named = Object.create(null) as Counts;
    for (const [number, name] of this.names.entries()) if (counts[number]! > 0) named[name] = counts[number]!;
    return named;
  }
}

/**
 * Which sessions have which value, by field: a filter for few looks only at those of its values, and what counts without
 * a filter is known without looking at any. Filters, search and order mean what they mean in a table that holds its rows
 * itself.
 */
export class SessionIndex {
  /** In the order of their places. */
  readonly #all: StoredSession[] = [];
  readonly #fields = LIST_FILTERS.map(() => new FieldValues());

  /** A session as it is to be kept. */
  store(wire: unknown, session: TransferSession, place: number): StoredSession {
    const values = LIST_FILTERS.map((field, at) => this.#fields[at]!.numberOf(FILTER_VALUE[field](session)));
    return { wire, session, place, values };
  }

  /** Takes one in, or out, or another state of it at the same place. */
  write(before: StoredSession | undefined, after: StoredSession | undefined): void {
    const place = this.#placeOf((before ?? after)!);
    if (before && after) this.#all[place] = after;
    else if (after) this.#all.splice(place, 0, after);
    else this.#all.splice(place, 1);
    for (const [at, { having }] of this.#fields.entries()) {
      if (before) having[before.values[at]!]!.delete(before);
      if (after) having[after.values[at]!]!.add(after);
    }
  }

  find(query: SessionQuery, scope: Scope, context: QueryContext): Found {
    const filters = testsOf(query, context);
    const matches = this.#pass(query, filters, scope, undefined);
    const facets = this.#count(matches);
    for (const field of LIST_FILTERS) {
      if (filters.has(field)) facets[field] = this.#count(this.#pass(query, filters, scope, field))[field];
    }
    const sessions = matches.map(({ session }) => session);
    return { sessions: query.sort?.length ? sortSessions(sessions, query.sort, context) : sessions, facets };
  }

  /** Those in the scope that pass all filters but one, in order. */
  #pass(
    query: SessionQuery,
    filters: ReadonlyMap<ListFilter | "attention" | "text", SessionTest>,
    scope: Scope,
    but: ListFilter | undefined,
  ): readonly StoredSession[] {
    const tests = [...filters]
      .filter(([field]) => field !== but)
      .map(([field, test]) => this.#test(field, test, query));
    if (Object.keys(scope).length > 0) {
      const isSeen = scopeTest(scope);
      tests.unshift(({ session }) => isSeen(session));
    }
    const [first, ...others] = tests;
    if (!first) return this.#all;
    const passing = this.#candidates(query, scope, but).filter(first);
    return others.length === 0 ? passing : passing.filter((stored) => others.every((test) => test(stored)));
  }

  /** Numbers are compared faster than names. */
  #test(field: ListFilter | "attention" | "text", test: SessionTest, query: SessionQuery): StoredTest {
    const at = LIST_FILTERS.indexOf(field as ListFilter);
    // An agent may be named by an id.
    if (at < 0 || field === "agent") return ({ session }) => test(session);
    const wanted = new Set(query[field as ListFilter]);
    const isWanted = Uint8Array.from(this.#fields[at]!.names, (name) => Number(wanted.has(name)));
    return ({ values }) => isWanted[values[at]!] === 1;
  }

  /** All that can pass, in order. */
  #candidates(query: SessionQuery, scope: Scope, but: ListFilter | undefined): readonly StoredSession[] {
    let fewest: readonly ReadonlySet<StoredSession>[] | undefined;
    let size = this.#all.length / MANY;
    for (const [at, field] of LIST_FILTERS.entries()) {
      // An agent may be named by an id, which is in no index.
      if (field === "agent") continue;
      const filter = field !== but && query[field]?.length ? query[field] : undefined;
      for (const wanted of [filter, scope[field]]) {
        if (!wanted) continue;
        const having = [...new Set(wanted)].map((value) => this.#fields[at]!.of(value));
        const sum = having.reduce((sum, { size }) => sum + size, 0);
        if (sum >= size) continue;
        fewest = having;
        size = sum;
      }
    }
    if (!fewest) return this.#all;
    const candidates: StoredSession[] = [];
    for (const having of fewest) for (const stored of having) candidates.push(stored);
    return candidates.sort((a, b) => a.place - b.place);
  }

  #count(passing: readonly StoredSession[]): Record<ListFilter, Counts> {
    const counts =
      passing === this.#all
        ? this.#fields.map(({ having }) => having.map(({ size }) => size))
        : this.#fields.map(({ names }) => Array.from(names, () => 0));
    // Once over the sessions: to fetch them from memory is most of it.
    if (passing !== this.#all) {
      for (const { values } of passing) {
        for (let at = 0; at < values.length; at++) counts[at]![values[at]!]!++;
      }
    }
    return Object.fromEntries(
      LIST_FILTERS.map((field, at) => [field, this.#fields[at]!.counts(counts[at]!)]),
    ) as Record<ListFilter, Counts>;
  }

  /** Where it stands, or would. */
  #placeOf({ place }: StoredSession): number {
    let low = 0;
    let high = this.#all.length;
    // Most come last.
    if (high > 0 && this.#all[high - 1]!.place < place) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#all[middle]!.place < place) low = middle + 1;
      else high = middle;
    }
    return low;
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
