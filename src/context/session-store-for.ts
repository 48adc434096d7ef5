import { completeEnvironment } from "../internal/browser-environment.js";
import { VERSION } from "../internal/version.js";
import type { TransferDataSource } from "../sources/data-source.js";
import { wireReader } from "../sources/wire/wire-reader.js";
import type { Environment } from "../stores/ports.js";
import { SessionStore, type SessionStoreOptions } from "../stores/session-store.js";

export interface StoreForOptions extends SessionStoreOptions {
  /** Clock, timers, visibility …: what is left out is the browser's. */
  readonly environment?: Partial<Environment>;
}

/**
 * Kept on the global object, by version: two bundles of one version on a page still make one request per interval.
 */
const REGISTRY = Symbol.for(`handoff-elements.session-stores@${VERSION}`);

function registry(): WeakMap<object, SessionStore> {
  const holder = globalThis as { [REGISTRY]?: WeakMap<object, SessionStore> };
  return (holder[REGISTRY] ??= new WeakMap());
}

/**
 * The one store of a data source: any number of elements on it make one request per interval.
 *
 * @param options count only for the call that makes the store.
 */
export function sessionStoreFor(dataSource: TransferDataSource, options: StoreForOptions = {}): SessionStore {
  const stores = registry();
  let store = stores.get(dataSource);
  if (!store) {
    const { environment, ...rest } = options;
    store = new SessionStore(dataSource, wireReader, completeEnvironment(environment), rest);
    stores.set(dataSource, store);
  }
  return store;
}
