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

/** A set of rules as one number: the rule at place n of {@link ATTENTION_RULES} is the bit `1 << n`. */
export type RuleSet = number;

const CRITICAL = 1;
const WARNING = 2;
const UNREADABLE = 16;

/** What a wait that is too long has been before. */
export function withImplied(rules: RuleSet): RuleSet {
  return rules & CRITICAL ? rules | WARNING : rules;
}

/** What is so of one session at one moment. Reused from one session to the next: lists are long. */
export interface Judgement {
  rules: RuleSet;
  /** When time alone changes that, in epoch milliseconds by the server's clock; `Infinity` for never. */
  next: number;
}

/**
 * Which rules hold for a session, and when the next one begins to.
 *
 * @param now the server's clock, in epoch milliseconds.
 * @param into what the answer is written to.
 */
export function judge(
  session: TransferSession,
  now: number,
  thresholds: AttentionThresholds,
  lifecycle: LifecycleSettings | undefined,
  into: Judgement,
): void {
  into.rules = session.issues?.length ? UNREADABLE : 0;
  into.next = Infinity;
  if (session.status === "ended") return;
  if (isWaiting(session.status)) {
    note(0, momentOf("waiting-critical", session, thresholds), now, into);
    note(1, momentOf("waiting-warning", session, thresholds), now, into);
    // A wait that is too long is not also told as a long one.
    if (into.rules & CRITICAL) into.rules &= ~WARNING;
  }
  note(2, momentOf("expiring", session, thresholds, lifecycle), now, into);
  if (session.channel === "voice") note(3, momentOf("stale", session, thresholds, lifecycle), now, into);
}

function note(place: number, moment: number, now: number, into: Judgement): void {
  if (moment <= now) into.rules |= 1 << place;
  else if (moment < into.next) into.next = moment;
}

/** The first millisecond at which a rule holds; `Infinity` where time alone does not bring it about. */
export function momentOf(
  rule: Exclude<AttentionRule, "unreadable">,
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
      // Not `expiry - Infinity`: a rule that is switched off never holds.
      if (session.status === "ended" || thresholds.expiring === Infinity) return Infinity;
      const expiry = expiryOf(session, lifecycle);
      return expiry === undefined ? Infinity : expiry - thresholds.expiring * 1000;
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
