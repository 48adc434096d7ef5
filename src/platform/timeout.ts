import type { Timers } from "./environment.js";

/** One thing to do later. Setting it again replaces what was set before. */
export class Timeout {
  readonly #timers: Timers;
  #cancel: (() => void) | undefined;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  get isSet(): boolean {
    return this.#cancel !== undefined;
  }

  /** @param delay milliseconds from now. */
  set(delay: number, callback: () => void): void {
    this.clear();
    this.#cancel = this.#timers.after(delay, () => {
      this.#cancel = undefined;
      callback();
    });
  }

  clear(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
