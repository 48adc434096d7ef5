import { expiryOf, type LifecycleSettings } from "../../domain/session/lifecycle.js";
import { sessionKey, type TransferSession } from "../../domain/session/session.js";
import type { Timers } from "../../platform/environment.js";

/** A row that left the list a moment ago. No later poll will tell why, so what is known is kept for a while. */
export interface LingeringSession {
  /** The last record. */
  readonly session: TransferSession;
  /** `expired`: its time had passed. `gone`: it left before. */
  readonly reason: "expired" | "gone";
  /** Epoch milliseconds by the local clock: when it is dropped. */
  readonly until: number;
}

export interface LingererOptions {
  readonly timers: Timers;
  /** Milliseconds. */
  readonly linger: number;
  /** Rows have been dropped because their time was up. */
  onDrop(): void;
}

/** Keeps rows that left the list for `linger` milliseconds. */
export class Lingerer {
  readonly #options: LingererOptions;
  #list: readonly LingeringSession[] = [];
  #cancelTimer: (() => void) | undefined;

  constructor(options: LingererOptions) {
    this.#options = options;
  }

  get list(): readonly LingeringSession[] {
    return this.#list;
  }

  /**
   * @param removed rows that left; one last seen `ended` leaves without lingering.
   * @param returned rows that are (again) in the list.
   * @param now by the local clock.
   * @param serverNow by the server's clock, which expiry is measured by.
   */
  update(
    removed: readonly TransferSession[],
    returned: readonly TransferSession[],
    now: number,
    serverNow: number,
    settings: LifecycleSettings | undefined,
  ): void {
    if (removed.length === 0 && (returned.length === 0 || this.#list.length === 0)) return;
    const back = new Set(returned.map(sessionKey));
    const left = removed
      .filter((session) => session.status !== "ended")
      .map((session): LingeringSession => {
        const expiry = expiryOf(session, settings);
        const reason = expiry !== undefined && expiry <= serverNow ? "expired" : "gone";
        return { session, reason, until: now + this.#options.linger };
      });
    this.#list = [...this.#list.filter(({ session }) => !back.has(sessionKey(session))), ...left];
    this.sweep(now);
  }

  /** Drops what has lingered long enough and sets the timer for the next. */
  sweep(now: number): void {
    // Nothing lingers longer than that: what claims to has seen the clock set back.
    const latest = now + this.#options.linger;
    const lingers = ({ until }: LingeringSession) => until > now && until <= latest;
    if (!this.#list.every(lingers)) this.#list = this.#list.filter(lingers);
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    const next = this.#list[0]?.until;
    if (next !== undefined) this.#cancelTimer = this.#options.timers.after(next - now, this.#options.onDrop);
  }

  /** Stops the timer; nothing is dropped until the next {@link sweep}. */
  rest(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }
}
