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

/** The first millisecond at which a rule holds; `Infinity` where time alone does not bring it about. */
const MOMENTS: readonly ((
  session: TransferSession,
  thresholds: AttentionThresholds,
  lifecycle: LifecycleSettings | undefined,
) => number)[] = [
  (session, { waitingCritical }) => waitedLongerThan(waitingCritical, session),
  (session, { waitingWarning }) => waitedLongerThan(waitingWarning, session),
  (session, { expiring }, lifecycle) => {
    // Not `expiry - Infinity`: a rule that is switched off never holds.
    if (session.status === "ended" || expiring === Infinity) return Infinity;
    const expiry = expiryOf(session, lifecycle);
    return expiry === undefined ? Infinity : expiry - expiring * 1000;
  },
  (session, { stale }, lifecycle) => {
    if (session.channel !== "voice" || session.status === "ended") return Infinity;
    const lastActivity = lastActivityOf(session);
    if (lastActivity === undefined || ttlMinutesOf(session, lifecycle) !== 0) return Infinity;
    return lastActivity + stale * 1000;
  },
];

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
  let rules = session.issues?.length ? UNREADABLE : 0;
  let next = Infinity;
  for (let place = 0; place < MOMENTS.length; place++) {
    const moment = MOMENTS[place]!(session, thresholds, lifecycle);
    if (moment <= now) rules |= 1 << place;
    else if (moment < next) next = moment;
  }
  // A wait that is too long is not also told as a long one.
  if (rules & CRITICAL) rules &= ~WARNING;
  into.rules = rules;
  into.next = next;
}

/** Since when a rule holds for a session, or from when on it will. See {@link judge}. */
export function momentOf(
  rule: Exclude<AttentionRule, "unreadable">,
  session: TransferSession,
  thresholds: AttentionThresholds,
  lifecycle?: LifecycleSettings,
): number {
  return MOMENTS[ATTENTION_RULES.indexOf(rule)]!(session, thresholds, lifecycle);
}

function waitedLongerThan(seconds: number, { status, createdAt }: TransferSession): number {
  if (createdAt === undefined || !isWaiting(status)) return Infinity;
  // "Over" 180 s: the 180th second itself is still in order.
  return createdAt + seconds * 1000 + 1;
}
