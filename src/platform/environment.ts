/**
 * What the stores need of the world around them, so that they need no browser and a test needs no waiting.
 * The browser's own are in browser-environment.ts.
 */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

export interface Timers {
  /** Calls `callback` once, `delay` milliseconds from now; returns what cancels it. */
  after(delay: number, callback: () => void): () => void;
}

/** Something that is either so or not, and says when that changes: the page is visible, the machine is online. */
export interface Condition {
  readonly current: boolean;
  subscribe(onChange: () => void): () => void;
}

export interface Environment {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly visible: Condition;
  readonly online: Condition;
  /** 0 ≤ x < 1, for spreading out retries. */
  random(): number;
  /** Tells a developer of something odd, once per message. */
  warn(message: string): void;
}
