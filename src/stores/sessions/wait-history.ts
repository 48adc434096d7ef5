import type { TransferSession } from "../../domain/session/session.js";
import { isWaiting } from "../../domain/session/status.js";
import type { SessionChanges } from "./session-ledger.js";

const MINUTE = 60_000;

/** How long a wait is remembered after its end, in milliseconds. */
const REMEMBERED = 60 * MINUTE;

/**
 * The waits that have come to an end, as the list showed them: the longest of each minute, for an hour, in memory. A
 * wait that had ended before the first list is not known.
 */
export class WaitHistory {
  /** The longest wait in milliseconds, by the minute in which it ended. */
  readonly #longest = new Map<number, number>();
  #since: number | undefined;

  /** @param now the server's clock, in epoch milliseconds: when the answer came. */
  observe({ changed, removed }: SessionChanges, now: number): void {
    this.#since ??= now;
    for (const { before, after } of changed) {
      if (!isWaiting(before.status) || isWaiting(after.status)) continue;
      // The record's own time of the change, where it can be that: the answer comes up to a poll later.
      const { updatedAt = now } = after;
      this.#add(before, updatedAt > (before.updatedAt ?? -Infinity) ? Math.min(updatedAt, now) : now);
    }
    for (const session of removed) if (isWaiting(session.status)) this.#add(session, now);
    for (const minute of this.#longest.keys()) if (isOver(minute, now)) this.#longest.delete(minute);
  }

  /** Whether it has watched for an hour. */
  knowsAnHour(now: number): boolean {
    return this.#since !== undefined && now - this.#since >= REMEMBERED;
  }

  /** The longest wait in milliseconds that ended within the last hour; `undefined` where none is known. */
  longest(now: number): number | undefined {
    let longest: number | undefined;
    for (const [minute, wait] of this.#longest) {
      if (!isOver(minute, now) && wait > (longest ?? -1)) longest = wait;
    }
    return longest;
  }

  #add({ createdAt }: TransferSession, end: number): void {
    if (createdAt === undefined || end < createdAt) return;
    const minute = Math.floor(end / MINUTE) * MINUTE;
    this.#longest.set(minute, Math.max(this.#longest.get(minute) ?? 0, end - createdAt));
  }
}

function isOver(minute: number, now: number): boolean {
  return minute + MINUTE <= now - REMEMBERED;
}
