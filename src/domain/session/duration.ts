import type { TransferSession } from "./session.js";

/**
 * Time since the transfer was initiated.
 *
 * @param now the server's clock, in epoch milliseconds.
 * @returns milliseconds, never negative; frozen once the session has ended; `undefined` where no start is known.
 */
export function durationOf(session: TransferSession, now: number): number | undefined {
  if (session.createdAt === undefined) return undefined;
  const until = session.status === "ended" ? (session.endedAt ?? session.updatedAt ?? now) : now;
  return Math.max(0, until - session.createdAt);
}
