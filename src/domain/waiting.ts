import type { TransferSession } from "./session.js";
import { isWaiting } from "./status.js";

/** Seconds that a contact may wait before it is worth a look, and before it is too long. */
export interface WaitingThresholds {
  readonly warning: number;
  readonly critical: number;
}

export const DEFAULT_WAITING: WaitingThresholds = Object.freeze({ warning: 180, critical: 300 });

/**
 * How urgent the wait of a session is. Waiting counts from its creation.
 *
 * @param now the server's clock, in epoch milliseconds.
 */
export function waitingLevel(
  session: TransferSession,
  now: number,
  thresholds: WaitingThresholds = DEFAULT_WAITING,
): "warning" | "critical" | undefined {
  if (!isWaiting(session.status) || session.createdAt === undefined) return undefined;
  const seconds = (now - session.createdAt) / 1000;
  return seconds > thresholds.critical ? "critical" : seconds > thresholds.warning ? "warning" : undefined;
}
