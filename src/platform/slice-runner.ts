import type { TimeUp } from "./job.js";
import type { Timers } from "./environment.js";

/** The first slice may do small work in one go, before the next paint; the later ones leave room for frames. */
const FIRST_SLICE = 40;
const LATER_SLICE = 16;

/**
 * Runs work that gives the thread back between slices. One at a time; {@link start} while it runs changes nothing,
 * since the work itself looks for what else has become due.
 */
export class SliceRunner {
  /** Resolves when nothing is left to do; `undefined` when nothing is. */
  pending: Promise<void> | undefined;
  readonly #timers: Timers;
  readonly #now: () => number;
  #work: Generator<void, void, void> | undefined;
  #deadline = 0;
  #cancel: (() => void) | undefined;
  #settle: (() => void) | undefined;

  /** @param now milliseconds of a clock that only rises. */
  constructor(timers: Timers, now: () => number) {
    this.#timers = timers;
    this.#now = now;
  }

  readonly timeUp: TimeUp = () => this.#now() >= this.#deadline;

  /**
   * @param onSlice called after each later slice; whether anything is left is in {@link pending}.
   * @returns whether all was done at once.
   */
  start(work: () => Generator<void, void, void>, onSlice: () => void): boolean {
    if (this.#work) return false;
    this.#work = work();
    if (this.#slice(FIRST_SLICE)) return true;
    this.pending = new Promise((resolve) => {
      this.#settle = resolve;
    });
    this.#schedule(onSlice);
    return false;
  }

  #schedule(onSlice: () => void): void {
    this.#cancel = this.#timers.after(0, () => {
      if (!this.#slice(LATER_SLICE)) {
        this.#schedule(onSlice);
        onSlice();
        return;
      }
      this.#finish();
      onSlice();
    });
  }

  /** Drops what is left. */
  stop(): void {
    this.#cancel?.();
    this.#work = undefined;
    this.#finish();
  }

  #slice(length: number): boolean {
    this.#deadline = this.#now() + length;
    if (!this.#work?.next().done) return false;
    this.#work = undefined;
    return true;
  }

  #finish(): void {
    this.pending = undefined;
    this.#settle?.();
    this.#settle = undefined;
  }
}
