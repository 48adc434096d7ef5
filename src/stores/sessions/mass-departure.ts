import type { TransferSession } from "../../domain/session/session.js";

/** The list fell from many to none with one answer. A backend whose runtime is down may answer so. */
export interface MassDeparture {
  /** How many sessions left at once, not counting those that were last seen `ended`. */
  readonly count: number;
  /** Epoch milliseconds, local clock. */
  readonly at: number;
}

/** So many are no coincidence. */
const MANY = 3;

/** Keeps the note of a mass departure until it is dismissed or rows return. */
export class Departures {
  #last: MassDeparture | undefined;

  get last(): MassDeparture | undefined {
    return this.#last;
  }

  /**
   * @param removed what left with this answer.
   * @param remaining how many the list still has.
   * @param now by the local clock.
   */
  observe(removed: readonly TransferSession[], remaining: number, now: number): void {
    if (remaining > 0) {
      this.#last = undefined;
      return;
    }
    const count = removed.filter(({ status }) => status !== "ended").length;
    if (count >= MANY) this.#last = { count, at: now };
  }

  /** @returns whether there was something to dismiss. */
  dismiss(): boolean {
    const was = this.#last !== undefined;
    this.#last = undefined;
    return was;
  }
}
