import type { LifecycleSettings } from "../../domain/session/lifecycle.js";
import type { Environment } from "../../platform/environment.js";
import { failureOf } from "../../sources/data-source.js";
import type { SessionChanges } from "./session-ledger.js";
import type { SessionSnapshot } from "./session-snapshot.js";

export interface SubscribeOptions {
  /** Milliseconds between polls, at least 1 000, `Infinity` for none; the smallest among the subscribers rules. Default 30 000. */
  readonly interval?: number | "any";
  /** Polls go on while the page is hidden: somebody wants to be called. Browsers may slow them to one a minute. */
  readonly whileHidden?: boolean;
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

/** Those who follow a store, and what they ask of it. */
export class Subscribers {
  readonly #environment: Pick<Environment, "warn">;
  readonly #entries = new Map<object, { readonly listener: SessionListener; readonly options: SubscribeOptions }>();

  constructor(environment: Pick<Environment, "warn">) {
    this.#environment = environment;
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
    this.#entries.set(entry, { listener, options });
    return () => this.#entries.delete(entry);
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
