import { expiryOf, lastActivityOf, ttlMinutesOf, type LifecycleSettings } from "./lifecycle.js";
import type { TransferSession } from "./session.js";
import { isWaiting } from "./status.js";

/** When a session needs attention. All in seconds; `Infinity` switches a rule off. */
export interface AttentionThresholds {
  /** Waiting in `pending` or `queued` for longer than this is worth a look. */
  readonly waitingWarning: number;
  /** Waiting for longer than this is too long. */
  readonly waitingCritical: number;
  /** So soon before its expiry, a session is about to be lost. */
  readonly expiring: number;
  /** A voice session that never expires is stale after so long without an update. */
  readonly stale: number;
}

export const DEFAULT_ATTENTION: AttentionThresholds = Object.freeze({
  waitingWarning: 180,
  waitingCritical: 300,
  expiring: 300,
  stale: 3_600,
});

/** Why a session needs attention. `unreadable`: fields of its record could not be read. */
export type AttentionRule = "waiting-warning" | "waiting-critical" | "expiring" | "stale" | "unreadable";

/** The most urgent first. */
export const ATTENTION_RULES: readonly AttentionRule[] = [
  "waiting-critical",
  "waiting-warning",
  "expiring",
  "stale",
  "unreadable",
];

export interface Attention {
  readonly rule: AttentionRule;
  readonly level: "warning" | "critical";
  /** Epoch milliseconds by the server's clock: since when it holds; absent for `unreadable`. */
  readonly since?: number;
}

/** The same list for all the many sessions that need none: it costs nothing and compares by reference. */
export const NO_ATTENTION: readonly Attention[] = Object.freeze([]);

type TimedRule = Exclude<AttentionRule, "unreadable">;

const TIMED_RULES: readonly TimedRule[] = ["waiting-critical", "waiting-warning", "expiring", "stale"];

/**
 * Why a session needs attention, the most urgent first; a wait that is too long is not also told as a long one.
 *
 * @param now the server's clock, in epoch milliseconds.
 * @param lifecycle the settings that hold; see `effectiveLifecycle`.
 */
export function attentionOf(
  session: TransferSession,
  now: number,
  thresholds: AttentionThresholds = DEFAULT_ATTENTION,
  lifecycle?: LifecycleSettings,
): readonly Attention[] {
  let found: Attention[] | undefined;
  for (const rule of TIMED_RULES) {
    const since = momentOf(rule, session, thresholds, lifecycle);
    if (since > now) continue;
    if (rule === "waiting-warning" && found) continue;
    (found ??= []).push({ rule, level: rule === "waiting-critical" ? "critical" : "warning", since });
  }
  if (session.issues?.length) (found ??= []).push({ rule: "unreadable", level: "warning" });
  return found ?? NO_ATTENTION;
}

/**
 * When a rule begins to hold for a session that does not change meanwhile.
 *
 * @param now the server's clock, in epoch milliseconds.
 * @returns epoch milliseconds by the server's clock, later than `now`; `undefined` where time alone changes nothing.
 */
export function nextAttentionAt(
  session: TransferSession,
  now: number,
  thresholds: AttentionThresholds = DEFAULT_ATTENTION,
  lifecycle?: LifecycleSettings,
): number | undefined {
  let next = Infinity;
  for (const rule of TIMED_RULES) {
    const moment = momentOf(rule, session, thresholds, lifecycle);
    if (moment > now && moment < next) next = moment;
  }
  return next === Infinity ? undefined : next;
}

/** How urgent the wait of a session is: the part of {@link attentionOf} that a duration is coloured by. */
export function waitingLevel(
  session: TransferSession,
  now: number,
  thresholds: AttentionThresholds = DEFAULT_ATTENTION,
): "warning" | "critical" | undefined {
  if (momentOf("waiting-critical", session, thresholds) <= now) return "critical";
  return momentOf("waiting-warning", session, thresholds) <= now ? "warning" : undefined;
}

/** The first millisecond at which a rule holds; `Infinity` where time alone does not bring it about. */
function momentOf(
  rule: TimedRule,
  session: TransferSession,
  thresholds: AttentionThresholds,
  lifecycle?: LifecycleSettings,
): number {
  switch (rule) {
    case "waiting-critical":
      return waitedLongerThan(thresholds.waitingCritical, session);
    case "waiting-warning":
      return waitedLongerThan(thresholds.waitingWarning, session);
    case "expiring": {
      const expiry = session.status === "ended" ? undefined : expiryOf(session, lifecycle);
      // Not `expiry - Infinity`: a rule that is switched off never holds.
      return expiry === undefined || thresholds.expiring === Infinity ? Infinity : expiry - thresholds.expiring * 1000;
    }
    case "stale": {
      if (session.channel !== "voice" || session.status === "ended") return Infinity;
      const lastActivity = lastActivityOf(session);
      if (lastActivity === undefined || ttlMinutesOf(session, lifecycle) !== 0) return Infinity;
      return lastActivity + thresholds.stale * 1000;
    }
  }
}

function waitedLongerThan(seconds: number, { status, createdAt }: TransferSession): number {
  if (createdAt === undefined || !isWaiting(status)) return Infinity;
  // "Over" 180 s: the 180th second itself is still in order.
  return createdAt + seconds * 1000 + 1;
}
