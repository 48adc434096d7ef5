import { completeEnvironment } from "../platform/browser-environment.js";
import { VERSION } from "../platform/version.js";
import type { TransferDataSource } from "../sources/data-source.js";
import type { Environment } from "../platform/environment.js";
import { SessionStore, type SessionStoreOptions } from "../stores/sessions/session-store.js";

export interface StoreForOptions extends SessionStoreOptions {
  /** Clock, timers, visibility …: what is left out is the browser's. */
  readonly environment?: Partial<Environment>;
}

/**
 * Kept on the global object, by version: two bundles of one version on a page still make one request per interval.
 */
const REGISTRY = Symbol.for(`handoff-elements.session-stores@${VERSION}`);

/** The store of the whole list. */
const WHOLE = "";

/** Stores of queries that are kept for whoever comes back to one; each keystroke of a search makes one. */
const MOST_QUERIES = 8;

type Stores = Map<string, SessionStore>;

function storesOf(dataSource: TransferDataSource): Stores {
  const holder = globalThis as { [REGISTRY]?: WeakMap<object, Stores> };
  const registry = (holder[REGISTRY] ??= new WeakMap());
  let stores = registry.get(dataSource);
  if (!stores) registry.set(dataSource, (stores = new Map()));
  return stores;
}

/**
 * The one store of a data source: any number of elements on it make one request per interval. A source that answers
 * queries itself has one store per query besides.
 *
 * @param options count only for the call that makes the store.
 */
export function sessionStoreFor(dataSource: TransferDataSource, options: StoreForOptions = {}): SessionStore {
  const stores = storesOf(dataSource);
  const { environment, query, ...rest } = options;
  const key = query === undefined ? WHOLE : JSON.stringify(query);
  let store = stores.get(key);
  if (!store) {
    // Clock and timers of a source are the same for all its queries.
    const complete = environment ? completeEnvironment(environment) : stores.values().next().value?.environment;
    store = new SessionStore(dataSource, complete ?? completeEnvironment(undefined), {
      ...rest,
      ...(query === undefined ? undefined : { query }),
    });
  } else {
    stores.delete(key);
  }
  // At the end: the least used ones stand first and are let go.
  stores.set(key, store);
  for (const [old, { isIdle }] of stores) {
    if (stores.size <= MOST_QUERIES + 1) break;
    if (old !== WHOLE && old !== key && isIdle) stores.delete(old);
  }
  return store;
}

/** The stores that a data source has already. */
export function existingSessionStores(dataSource: TransferDataSource): readonly SessionStore[] {
  return [...storesOf(dataSource).values()];
}

/** Whether a source answers `query` and `page` itself. A host's getter may throw. */
export function answersQueries(dataSource: TransferDataSource): boolean {
  try {
    return dataSource.queries === true;
  } catch {
    return false;
  }
}

/** The stores of a source that somebody uses; the one of the whole list where nobody does. */
export function storesInUse(dataSource: TransferDataSource): readonly SessionStore[] {
  const used = [...storesOf(dataSource).values()].filter((store) => !store.isIdle);
  return used.length > 0 ? used : [sessionStoreFor(dataSource)];
}
