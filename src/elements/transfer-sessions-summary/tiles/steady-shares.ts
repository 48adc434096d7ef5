import type { Share } from "../../../domain/session/floor-summary.js";

/** Values are any text: those that come and go for ever are not all kept. */
const MOST_KEPT = 20;

/**
 * Shares in the order in which their values were first seen; one that has none any more stays, as a zero. So each has
 * its place for as long as it is looked at, whatever the counts are.
 */
export class SteadyShares {
  #values: readonly string[] = [];

  /** @returns the same shares, in their places. */
  of(shares: readonly Share[]): readonly Share[] {
    const counts = new Map(shares.map(({ value, count }) => [value, count]));
    const fresh = shares.map(({ value }) => value).filter((value) => !this.#values.includes(value));
    const known =
      this.#values.length + fresh.length > MOST_KEPT ? this.#values.filter((value) => counts.has(value)) : this.#values;
    this.#values = [...known, ...fresh];
    return this.#values.map((value) => ({ value, count: counts.get(value) ?? 0 }));
  }

  clear(): void {
    this.#values = [];
  }
}
