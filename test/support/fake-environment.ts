import type { Condition, Environment } from "../../src/platform/environment.js";

/** A condition that a test switches. */
export class FakeCondition implements Condition {
  readonly #listeners = new Set<() => void>();
  #current = true;

  get current(): boolean {
    return this.#current;
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }

  set(current: boolean): void {
    this.#current = current;
    for (const listener of this.#listeners) listener();
  }

  subscribe(onChange: () => void): () => void {
    this.#listeners.add(onChange);
    return () => this.#listeners.delete(onChange);
  }
}

/** Lets every promise that can settle do so: a macrotask comes after all microtasks. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

/** Noon on the day that the tests play. */
export const NOON = Date.UTC(2026, 10, 21, 12, 0, 0);

/** A world in which time passes when a test says so. */
export class FakeEnvironment implements Environment {
  readonly visible = new FakeCondition();
  readonly online = new FakeCondition();
  readonly warnings: string[] = [];
  nextRandom = 0.5;
  /** What timers go by. */
  #now: number;
  /** What the clock shows besides, since somebody set it or the machine slept. */
  #ahead = 0;
  #timers: { at: number; callback: () => void }[] = [];

  constructor(now = NOON) {
    this.#now = now;
  }

  readonly clock = { now: () => this.#now + this.#ahead };

  readonly timers = {
    after: (delay: number, callback: () => void) => {
      const timer = { at: this.#now + Math.max(0, delay), callback };
      this.#timers.push(timer);
      return () => {
        this.#timers = this.#timers.filter((other) => other !== timer);
      };
    },
  };

  get timerCount(): number {
    return this.#timers.length;
  }

  random(): number {
    return this.nextRandom;
  }

  warn(message: string): void {
    this.warnings.push(message);
  }

  /** Puts the clock to another time, and timers with it. */
  jumpTo(now: number): void {
    this.#now = now;
  }

  /** Puts the clock off without any timer noticing: the machine has slept, or somebody has set the clock. */
  shiftClock(milliseconds: number): void {
    this.#ahead += milliseconds;
  }

  /** Lets time pass: timers fire in order, and what they cause settles before the next one. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds;
    await settled();
    for (;;) {
      const next = this.#timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((other) => other !== next);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
      await settled();
    }
    this.#now = until;
    await settled();
  }
}
