import type { Clock } from "../../platform/environment.js";

/** Differences up to this are the network's, not the clock's. */
const TOLERANCE = 1_000;

/**
 * The server's clock, as far as its answers tell. The offset stays put while it is about right: following every
 * answer's jitter would make durations run backwards.
 */
export class ServerClock implements Clock {
  readonly #clock: Clock;
  #offset = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param serverTime epoch milliseconds, as of now; `undefined` where the answer told none. */
  observe(serverTime: number | undefined): void {
    if (serverTime === undefined) return;
    const offset = serverTime - this.#clock.now();
    if (Math.abs(offset - this.#offset) > TOLERANCE) this.#offset = offset;
  }

  now(): number {
    return this.#clock.now() + this.#offset;
  }
}
