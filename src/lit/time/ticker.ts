import type { Environment, Timers } from "../../platform/environment.js";

const SECOND = 1_000;

/** One timer for everything that shows passing time. It ticks on the full second, while it has listeners and the page is visible. */
export class Ticker {
  readonly #environment: Environment;
  readonly #listeners = new Set<() => void>();
  #cancel: (() => void) | undefined;
  #unwatch: (() => void) | undefined;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) {
      this.#unwatch = this.#environment.visible.subscribe(() => this.#onVisibility());
      this.#plan();
    }
    return () => {
      if (!this.#listeners.delete(listener) || this.#listeners.size > 0) return;
      this.#unwatch?.();
      this.#cancel?.();
      // Both refer to this listener, and through it to a whole table that has left the page.
      this.#unwatch = this.#cancel = undefined;
    };
  }

  #onVisibility(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    if (this.#environment.visible.current) this.#beat();
  }

  #plan(): void {
    const { clock, timers, visible } = this.#environment;
    if (!visible.current) return;
    this.#cancel = timers.after(SECOND - (clock.now() % SECOND), () => this.#beat());
  }

  #beat(): void {
    for (const listener of this.#listeners) listener();
    if (this.#listeners.size > 0) this.#plan();
  }
}

const tickers = new WeakMap<Timers, Ticker>();

/** The one ticker of an environment: all elements of a page share the browser's. */
export function tickerFor(environment: Environment): Ticker {
  let ticker = tickers.get(environment.timers);
  if (!ticker) tickers.set(environment.timers, (ticker = new Ticker(environment)));
  return ticker;
}
