import type { Environment } from "../../platform/environment.js";
import { failureOf, type SessionList, type TransferDataSource } from "../../sources/data-source.js";

/**
 * A hint, known by its identity, of a source whose next `list` costs no request: the store asks at once, even after
 * failures or a 401, but not while it is paused or nobody looks.
 */
export const ANSWER_READY = Object.freeze({}) as SessionList;

/** Listens to what a source pushes. Where a host's source fails at that, it costs a warning: polling remains. */
export class SourceSubscription {
  readonly #source: TransferDataSource;
  readonly #onPush: (hint: SessionList | undefined) => void;
  readonly #environment: Pick<Environment, "warn">;
  #unsubscribe: (() => void) | undefined;

  constructor(
    source: TransferDataSource,
    onPush: (hint: SessionList | undefined) => void,
    environment: Pick<Environment, "warn">,
  ) {
    this.#source = source;
    this.#onPush = onPush;
    this.#environment = environment;
  }

  start(): void {
    try {
      if (typeof this.#source.subscribe !== "function") return;
      let listening = true;
      const unsubscribe: unknown = this.#source.subscribe((hint) => {
        if (listening) this.#onPush(hint);
      });
      this.#unsubscribe = () => {
        listening = false;
        if (typeof unsubscribe === "function") unsubscribe();
      };
    } catch (error) {
      this.#environment.warn(`the data source could not be subscribed to: ${failureOf(error).message}`);
    }
  }

  stop(): void {
    try {
      this.#unsubscribe?.();
    } catch (error) {
      this.#environment.warn(`the data source could not be unsubscribed: ${failureOf(error).message}`);
    }
    this.#unsubscribe = undefined;
  }
}
