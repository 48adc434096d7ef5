import {
  ATTENTION_RULES,
  judge,
  momentOf,
  type AttentionRule,
  type AttentionThresholds,
  type Judgement,
} from "./attention-rules.js";
import type { LifecycleSettings } from "./lifecycle.js";
import type { TransferSession } from "./session.js";

export { ATTENTION_RULES, type AttentionRule, type AttentionThresholds } from "./attention-rules.js";

export const DEFAULT_ATTENTION: AttentionThresholds = Object.freeze({
  waitingWarning: 180,
  waitingCritical: 300,
  expiring: 300,
  stale: 3_600,
});

export interface Attention {
  readonly rule: AttentionRule;
  readonly level: "warning" | "critical";
  /** Epoch milliseconds by the server's clock: since when it holds; absent for `unreadable`. */
  readonly since?: number;
}

/** The same list for all the many sessions that need none: it costs nothing and compares by reference. */
export const NO_ATTENTION: readonly Attention[] = Object.freeze([]);

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
  const { rules } = judged(session, now, thresholds, lifecycle);
  if (rules === 0) return NO_ATTENTION;
  const found: Attention[] = [];
  let bit = 1;
  for (const rule of ATTENTION_RULES) {
    const applies = (rules & bit) !== 0;
    bit <<= 1;
    if (!applies) continue;
    if (rule === "unreadable") found.push({ rule, level: "warning" });
    else {
      const since = momentOf(rule, session, thresholds, lifecycle);
      found.push({ rule, level: rule === "waiting-critical" ? "critical" : "warning", since });
    }
  }
  return found;
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
  const { next } = judged(session, now, thresholds, lifecycle);
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

function judged(
  session: TransferSession,
  now: number,
  thresholds: AttentionThresholds,
  lifecycle: LifecycleSettings | undefined,
): Judgement {
  const judgement: Judgement = { rules: 0, next: Infinity };
  judge(session, now, thresholds, lifecycle, judgement);
  return judgement;
}
