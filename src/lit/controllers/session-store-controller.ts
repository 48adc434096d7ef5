import type { ReactiveElement } from "lit";
import type { SessionQuery } from "../../domain/query/query.js";
import type { LifecycleSettings } from "../../domain/session/lifecycle.js";
import { answersQueries, sessionStoreFor } from "../../instances/session-store-for.js";
import type { TransferDataSource } from "../../sources/data-source.js";
import type { SessionListener, SessionSnapshot, SessionStore } from "../../stores/sessions/session-store.js";
import type { ProvidedSource } from "../context/source-context.js";
import { ElementSight } from "../element-sight.js";
import { acceptInterval } from "../properties/accept-interval.js";
import { BoundController } from "./bound-controller.js";
import { SourceController } from "./source-controller.js";

export interface SessionStoreControllerOptions {
  /** The element is content with whatever interval others ask for. */
  readonly follows?: boolean;
  /** Selects the box that a person sees of the element, in its root. Default `.base`. */
  readonly box?: string;
  /** Called with a store before it is subscribed to, and so before it may poll. */
  beforeSubscribe?(store: SessionStore): void;
}

/** A store, and how the element is subscribed to it. */
interface StoreBinding {
  readonly store: SessionStore | undefined;
  readonly interval: number | "any" | undefined;
  readonly whileHidden: boolean;
  readonly lifecycle: LifecycleSettings | undefined;
}

/**
 * Binds an element to the store of its data source, its own or that of the nearest provider, and updates it when the
 * snapshot changes.
 */
export class SessionStoreController extends BoundController<StoreBinding> {
  readonly #source: SourceController;
  readonly #onChange: SessionListener | undefined;
  readonly #options: SessionStoreControllerOptions;
  #ownInterval: number | undefined;
  #whileHidden = false;
  #query: SessionQuery = {};

  constructor(host: ReactiveElement, onChange?: SessionListener, options: SessionStoreControllerOptions = {}) {
    super(host);
    this.#options = options;
    this.#onChange = onChange;
    this.#source = new SourceController(host, () => this.bind());
    host.addController(this);
  }

  /** The store that the element is bound to; `undefined` while there is no source. */
  get store(): SessionStore | undefined {
    return this.binding?.store;
  }

  get snapshot(): SessionSnapshot | undefined {
    return this.store?.snapshot;
  }

  /** What the provider above gives, if there is one. */
  get provided(): ProvidedSource | undefined {
    return this.#source.provided;
  }

  get dataSource(): TransferDataSource | undefined {
    return this.#source.own;
  }

  setDataSource(value: unknown): void {
    this.#source.setOwn(value);
  }

  get pollInterval(): number | undefined {
    return this.#ownInterval;
  }

  setPollInterval(value: unknown): void {
    this.#ownInterval = acceptInterval(value, this.#ownInterval);
    this.bind();
  }

  /** Polls go on while the page is hidden. */
  setWhileHidden(whileHidden: boolean): void {
    this.#whileHidden = whileHidden;
    this.bind();
  }

  /** The source answers `query` and `page` itself, so that its rows come filtered and sorted. */
  get isQuerying(): boolean {
    return this.store !== undefined && answersQueries(this.store.source);
  }

  /** What a source that answers queries is asked for. */
  setQuery(query: SessionQuery): void {
    this.#query = query;
    this.bind();
  }

  protected override wanted(): StoreBinding {
    const { current, provided } = this.#source;
    return {
      store: current && sessionStoreFor(current, answersQueries(current) ? { query: this.#query } : {}),
      interval: this.#ownInterval ?? provided?.pollInterval ?? (this.#options.follows ? "any" : undefined),
      whileHidden: this.#whileHidden,
      lifecycle: provided?.lifecycle,
    };
  }

  protected override subscribe(
    { store, interval, whileHidden, lifecycle }: StoreBinding,
    before: StoreBinding | undefined,
  ): (() => void) | undefined {
    this.host.requestUpdate();
    if (!store) return undefined;
    const sight = new ElementSight(this.host, store.environment, this.#options.box);
    this.#options.beforeSubscribe?.(store);
    const unsubscribe = store.subscribe(
      (snapshot, changes) => {
        this.host.requestUpdate();
        this.#onChange?.(snapshot, changes);
      },
      { whileHidden, sight, ...(interval === undefined ? undefined : { interval }), ...(lifecycle && { lifecycle }) },
    );
    const earlier = before?.store;
    if (earlier && earlier !== store && earlier.source === store.source) passPauseOn(earlier, store);
    return unsubscribe;
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
