import type { SessionQuery } from "../../src/domain/query/query.js";
import type { ListFilter } from "../../src/domain/query/view.js";
import type { LifecycleSettings } from "../../src/domain/session/lifecycle.js";
import type { Integration } from "../../src/sources/data-source.js";

/**
 * What one caller may see: of each field that is named only sessions with one of its values, `""` for none; `{}` is all.
 * It holds for every method, and no query goes beyond it.
 */
export type Scope = Readonly<Partial<Record<ListFilter, readonly string[]>>>;

/**
 * A place in the log of changes, with the epoch of that log. Text that only the repository understands: what it has not
 * written, or no longer remembers, it knows nothing of.
 */
export type Position = string;

/** Rows as the wire has them. */
export interface Listing {
  readonly rows: readonly unknown[];
  readonly position: Position;
}

/** `removed`: ids that the caller saw and sees no more; they apply before `changed`. */
export interface Changes {
  readonly changed: readonly unknown[];
  readonly removed: readonly string[];
  readonly position: Position;
}

export interface ResultPage {
  readonly rows: readonly unknown[];
  /** Sessions that match, on all pages. */
  readonly total: number;
  /** Names the next page of this very result. */
  readonly nextPage?: string;
  /** By field and value: how many sessions pass all filters but the one of that field. */
  readonly facets: Readonly<Record<ListFilter, Readonly<Record<string, number>>>>;
}

export interface EndOrder {
  readonly id: string;
  readonly scope: Scope;
  readonly reason?: string | undefined;
  /** An order that comes again with its key is carried out once. */
  readonly key?: string | undefined;
}

/**
 * What the HTTP side needs of whatever keeps the sessions: the one server knows only this. It keeps one session for each
 * id, as the platform does: a later one takes the place of the earlier.
 */
export interface SessionRepository {
  /** The server's clock, in epoch milliseconds. */
  now(): number;
  /** Where the log of changes stands. */
  position(): Promise<Position>;
  /** All sessions in the order in which they came. */
  list(scope: Scope): Promise<Listing>;
  /** @returns `undefined` for a position of another epoch, or one that is too long ago: only the whole list tells then. */
  since(position: Position, scope: Scope): Promise<Changes | undefined>;
  /**
   * What a query finds, in its order. Further pages are of the result as it was when the first was asked for.
   *
   * @param page `nextPage` of the page before; `undefined` for the first.
   * @param size rows on a page, at most.
   * @returns `undefined` for a page that is none.
   */
  query(query: SessionQuery, scope: Scope, page: string | undefined, size: number): Promise<ResultPage | undefined>;
  /** @returns `undefined` for a session that is not there, or not to be seen. */
  get(id: string, scope: Scope): Promise<unknown>;
  /**
   * @returns the session as it then is; `undefined` where it is not there, or not to be seen.
   * @throws KeyReused where the key stood for another order.
   */
  end(order: EndOrder): Promise<unknown>;
  integrations(): Promise<readonly Integration[]>;
  lifecycle(): Promise<LifecycleSettings>;
  /** Channels that are not named keep their value. @throws a failure with `status` 422 for what is no such settings. */
  saveLifecycle(settings: LifecycleSettings): Promise<LifecycleSettings>;
  /** Tells that the position has moved. @returns what ends it. */
  watch(onChange: () => void): () => void;
}

/** An idempotency key came again with another order. */
export class KeyReused extends Error {
  readonly status = 422;
  readonly code = "key_reused";

  constructor() {
    super("That Idempotency-Key stood for another order.");
  }
}
