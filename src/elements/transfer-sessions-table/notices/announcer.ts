import type { Timers } from "../../../platform/environment.js";

/** Milliseconds in which changes of the list are gathered before they are told. */
const GATHER = 2_000;

/** What the live region says. Who listens also works: counts, not rows, and not too often. */
export class Announcer {
  readonly #onChange: () => void;
  #text = "";
  #added = 0;
  #removed = 0;
  #cancel: (() => void) | undefined;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get text(): string {
    return this.#text;
  }

  say(text: string): void {
    // Only what changes is read out: the same words a second time differ by a space.
    this.#text = text === this.#text ? `${text}\u00A0` : text;
    this.#onChange();
  }

  /** Gathers changes of the list. @param words makes the sentence, when it is told. */
  changed(added: number, removed: number, timers: Timers, words: (added: number, removed: number) => string): void {
    this.#added += added;
    this.#removed += removed;
    if (this.#added + this.#removed === 0) return;
    // A timer under way goes on: a list that changes each second must not put it off for good.
    this.#cancel ??= timers.after(GATHER, () => {
      const text = words(this.#added, this.#removed);
      this.stop();
      this.say(text);
    });
  }

  /** Forgets what has not been told. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#added = 0;
    this.#removed = 0;
  }
}
