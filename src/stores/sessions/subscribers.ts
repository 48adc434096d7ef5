import type { LifecycleSettings } from "../../domain/session/lifecycle.js";
import type { Condition, Environment } from "../../platform/environment.js";
import { sightOf, type Sight } from "../../platform/sight.js";
import { failureOf } from "../../sources/data-source.js";
import type { SessionChanges } from "./session-ledger.js";
import type { SessionSnapshot } from "./session-snapshot.js";

export interface SubscribeOptions {
  /** Milliseconds between polls, at least 1 000, `Infinity` for none; the smallest among the subscribers rules. Default 30 000. */
  readonly interval?: number | "any";
  /** Polls go on while the page is hidden: somebody wants to be called. Browsers may slow them to one a minute. */
  readonly whileHidden?: boolean;
  /**
   * How far a person can see what is shown of the store: polls rest while nobody can see any of it. Without it, polls go
   * on while the page is shown; `"none"` shows nothing by itself, and follows the others.
   */
  readonly sight?: Sight | "none";
  /** Minutes per channel, where the source says nothing: what the page's provider element says. */
  readonly lifecycle?: LifecycleSettings;
}

/** @param changes what an answer did to the rows; empty for every other change of the snapshot. */
export type SessionListener = (snapshot: SessionSnapshot, changes: SessionChanges) => void;

export const DEFAULT_POLL_INTERVAL = 30_000;

/** Whether a value is a number of milliseconds between polls: what is shorter was meant as seconds, or by mistake. */
export function isInterval(value: unknown): value is number {
  return typeof value === "number" && value >= 1_000;
}

interface Entry {
  readonly listener: SessionListener;
  readonly options: SubscribeOptions;
  readonly unwatch: () => void;
}

/** Those who follow a store, what they ask of it, and how far any of them can be seen. */
export class Subscribers implements Sight {
  readonly page: Condition;
  readonly #environment: Pick<Environment, "warn" | "visible">;
  readonly #entries = new Map<object, Entry>();
  #onPage = (): void => {};

  constructor(environment: Pick<Environment, "warn" | "visible">) {
    this.#environment = environment;
    const sights = (): Sight[] => this.#sights;
    this.page = {
      get current() {
        return sights().some(({ page }) => page.current);
      },
      subscribe: (onChange) => {
        this.#onPage = onChange;
        return () => (this.#onPage = () => {});
      },
    };
  }

  isDrawn(): boolean {
    return this.#sights.some((sight) => sight.page.current && sight.isDrawn());
  }

  whenDrawn(onDrawn: () => void): () => void {
    const ends = this.#sights.map((sight) => sight.whenDrawn(onDrawn));
    return () => {
      for (const end of ends) end();
    };
  }

  /** What there is to see; where nobody shows anything, what a script may do with it counts. */
  get #sights(): Sight[] {
    const sights = [...this.#entries.values()].flatMap(({ options: { sight } }) => (sight === "none" ? [] : [sight]));
    const script = sightOf(this.#environment.visible);
    return sights.length > 0 ? sights.map((sight) => sight ?? script) : [script];
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Milliseconds between polls. */
  get interval(): number {
    const intervals = [...this.#entries.values()]
      .map(({ options }) => options.interval ?? DEFAULT_POLL_INTERVAL)
      .filter((interval) => interval !== "any");
    return intervals.length > 0 ? Math.min(...intervals) : DEFAULT_POLL_INTERVAL;
  }

  get whileHidden(): boolean {
    return [...this.#entries.values()].some(({ options }) => options.whileHidden);
  }

  /** Minutes per channel of the first subscriber that brought some. */
  get lifecycle(): LifecycleSettings | undefined {
    for (const { options } of this.#entries.values()) if (options.lifecycle) return options.lifecycle;
    return undefined;
  }

  /** @returns takes the listener out again, and says whether it was in. One listener may come twice. */
  add(listener: SessionListener, options: SubscribeOptions): () => boolean {
    const entry = {};
    const { interval } = options;
    if (interval !== undefined && interval !== "any" && !isInterval(interval)) {
      this.#environment.warn(`interval must be a number of milliseconds of at least 1000, not ${interval}; ignored.`);
      options = { ...options, interval: DEFAULT_POLL_INTERVAL };
    }
    const page = options.sight && options.sight !== "none" ? options.sight.page : this.#environment.visible;
    const unwatch = page.subscribe(() => this.#onPage());
    this.#entries.set(entry, { listener, options, unwatch });
    return () => {
      unwatch();
      return this.#entries.delete(entry);
    };
  }

  /** @param present gives the snapshot as it is by then: one listener may change it under the others. */
  tell(present: () => SessionSnapshot, changes: SessionChanges): void {
    for (const [entry, { listener }] of [...this.#entries]) {
      // One may have left by the hand of another.
      if (!this.#entries.has(entry)) continue;
      try {
        listener(present(), changes);
      } catch (error) {
        // One subscriber's mistake must not stop the monitor for the others.
        this.#environment.warn(`a subscriber of the session store threw: ${failureOf(error).message}`);
      }
    }
  }
}
