import { ContextConsumer } from "@lit/context";
import type { ReactiveController, ReactiveElement } from "lit";
import { acceptDataSource } from "../properties/accept-data-source.js";
import { answersQueries, sessionStoreFor } from "../../instances/session-store-for.js";
import { keepContextRequests, sourceContext, type ProvidedSource } from "../context/source-context.js";
import type { SessionQuery } from "../../domain/query/query.js";
import { acceptInterval } from "../properties/accept-interval.js";
import type { TransferDataSource } from "../../sources/data-source.js";
import type { LifecycleSettings } from "../../domain/session/lifecycle.js";
import type { SessionListener, SessionSnapshot, SessionStore } from "../../stores/sessions/session-store.js";

export interface SessionStoreControllerOptions {
  /** The element is content with whatever interval others ask for. */
  readonly follows?: boolean;
  /** Called with a store before it is subscribed to, and so before it may poll. */
  beforeSubscribe?(store: SessionStore): void;
}

/**
 * Binds an element to the store of its data source: its own `dataSource`, else that of the nearest provider. It
 * subscribes while the element is in a document and updates the element when the snapshot changes.
 */
export class SessionStoreController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #onChange: SessionListener | undefined;
  readonly #options: SessionStoreControllerOptions;
  #own: TransferDataSource | undefined;
  #ownInterval: number | undefined;
  #provided: ProvidedSource | undefined;
  #store: SessionStore | undefined;
  #interval: number | "any" | undefined;
  #lifecycle: LifecycleSettings | undefined;
  #query: SessionQuery = {};
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveElement, onChange?: SessionListener, options: SessionStoreControllerOptions = {}) {
    this.#host = host;
    this.#options = options;
    this.#onChange = onChange;
    // Before the consumer asks: the first element of a page may come before its provider is defined.
    keepContextRequests(host.ownerDocument);
    // Before this controller, so that the provider has answered when the element is bound.
    host.addController(
      new ContextConsumer(host, {
        context: sourceContext,
        subscribe: true,
        callback: (provided) => {
          this.#provided = provided;
          this.#bind();
          // Thresholds and links are the host's own to read.
          host.requestUpdate();
        },
      }),
    );
    host.addController(this);
  }

  /** The store that the element is bound to; `undefined` while there is no source. */
  get store(): SessionStore | undefined {
    return this.#store;
  }

  get snapshot(): SessionSnapshot | undefined {
    return this.#store?.snapshot;
  }

  /** What the provider above gives, if there is one. */
  get provided(): ProvidedSource | undefined {
    return this.#provided;
  }

  get dataSource(): TransferDataSource | undefined {
    return this.#own;
  }

  setDataSource(value: unknown): void {
    this.#own = acceptDataSource(value, this.#own);
    this.#bind();
  }

  get pollInterval(): number | undefined {
    return this.#ownInterval;
  }

  setPollInterval(value: unknown): void {
    this.#ownInterval = acceptInterval(value, this.#ownInterval);
    this.#bind();
  }

  /** The source answers `query` and `page` itself, so that its rows come filtered and sorted. */
  get isQuerying(): boolean {
    return this.#store !== undefined && answersQueries(this.#store.source);
  }

  /** What a source that answers queries is asked for. */
  setQuery(query: SessionQuery): void {
    this.#query = query;
    this.#bind();
  }

  hostConnected(): void {
    keepContextRequests(this.#host.ownerDocument);
    this.#bind();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    // In its next place the element may have another provider, or none.
    this.#provided = undefined;
  }

  #bind(): void {
    if (!this.#host.isConnected) return;
    const source = this.#own ?? this.#provided?.dataSource;
    const interval = this.#ownInterval ?? this.#provided?.pollInterval ?? (this.#options.follows ? "any" : undefined);
    const lifecycle = this.#provided?.lifecycle;
    const store = source && sessionStoreFor(source, answersQueries(source) ? { query: this.#query } : {});
    const same = store === this.#store && interval === this.#interval && lifecycle === this.#lifecycle;
    if (this.#unsubscribe && same) return;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    const before = this.#store;
    this.#store = store;
    this.#interval = interval;
    this.#lifecycle = lifecycle;
    if (store) {
      this.#options.beforeSubscribe?.(store);
      this.#unsubscribe = store.subscribe(
        (snapshot, changes) => {
          this.#host.requestUpdate();
          this.#onChange?.(snapshot, changes);
        },
        { ...(interval === undefined ? undefined : { interval }), ...(lifecycle && { lifecycle }) },
      );
      if (before && before !== store && before.source === store.source) passPauseOn(before, store);
    }
    this.#host.requestUpdate();
  }
}

/** Another query of the same source: a pause is of the source. What was never asked is asked once all the same. */
function passPauseOn(from: SessionStore, to: SessionStore): void {
  if (!from.snapshot.paused) {
    to.resume();
    return;
  }
  to.pause();
  if (to.snapshot.status !== "ready") void to.refresh();
}
