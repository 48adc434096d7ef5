import type { Clock } from "../../../platform/environment.js";

/** Milliseconds after which a new word begins. */
const PAUSE = 800;

/** Gathers typed characters into the beginning of a name. */
export class TypeAhead {
  readonly #clock: Clock;
  #text = "";
  #last = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Another key was pressed: a new word begins. */
  reset(): void {
    this.#text = "";
  }

  /** @returns what to look for, in lower case, and whether the current row may be the answer. */
  add(character: string): { readonly prefix: string; readonly stay: boolean } {
    const now = this.#clock.now();
    if (now - this.#last > PAUSE) this.#text = "";
    this.#last = now;
    // The same letter again means the next one with that letter.
    if (this.#text === character.toLowerCase()) return { prefix: this.#text, stay: false };
    const stay = this.#text !== "";
    this.#text += character.toLowerCase();
    return { prefix: this.#text, stay };
  }
}
