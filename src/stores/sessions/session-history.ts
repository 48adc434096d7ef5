import { sessionKey, type TransferSession } from "../../domain/session/session.js";
import type { ObservedHistory, ObservedStatus } from "../../domain/session/timeline.js";
import type { SessionChanges } from "./session-ledger.js";

/** Sessions that have left and are still remembered. */
const MOST_LEFT = 1000;

/** Steps of one session. A page stays open for weeks, and some platforms move a session on with each poll. */
const MOST_STEPS = 200;

interface Entry {
  readonly steps: ObservedStatus[];
  leftAt: number | undefined;
}

/**
 * The statuses that the store saw sessions pass through. What happened between two answers, or before the first, it
 * does not know and does not claim.
 *
 * Rows of the first list that never changed need no entry: they were all first seen at the same moment.
 */
export class SessionHistory {
  readonly #entries = new Map<string, Entry>();
  /** Keys of sessions that have left, oldest first. */
  readonly #left = new Set<string>();
  #firstListAt: number | undefined;

  /**
   * Takes note of one answer.
   *
   * @param now when it came, in epoch milliseconds of the server's clock.
   */
  observe({ added, changed, removed }: SessionChanges, now: number): void {
    if (this.#firstListAt === undefined) {
      this.#firstListAt = now;
    } else {
      for (const session of added) this.#came(session, now);
    }
    for (const { before, after } of changed) {
      if (before.status !== after.status) addStep(this.#entry(before).steps, { status: after.status, seenAt: now });
    }
    for (const session of removed) {
      const entry = this.#entry(session);
      entry.leftAt = now;
      this.#left.add(sessionKey(session));
    }
    for (const key of this.#left) {
      if (this.#left.size <= MOST_LEFT) break;
      this.#left.delete(key);
      this.#entries.delete(key);
    }
  }

  /** What was seen of a session; `undefined` where it was never in a list. */
  of(session: TransferSession): ObservedHistory | undefined {
    const entry = this.#entries.get(sessionKey(session));
    if (entry) return { steps: entry.steps, ...(entry.leftAt === undefined ? undefined : { leftAt: entry.leftAt }) };
    if (this.#firstListAt === undefined) return undefined;
    return { steps: [{ status: session.status, seenAt: this.#firstListAt }] };
  }

  #entry(session: TransferSession): Entry {
    const key = sessionKey(session);
    let entry = this.#entries.get(key);
    if (!entry) {
      entry = { steps: [{ status: session.status, seenAt: this.#firstListAt! }], leftAt: undefined };
      this.#entries.set(key, entry);
    }
    return entry;
  }

  #came(session: TransferSession, now: number): void {
    const key = sessionKey(session);
    const known = this.#entries.get(key);
    if (!known) {
      this.#entries.set(key, { steps: [{ status: session.status, seenAt: now }], leftAt: undefined });
      return;
    }
    // It was away and is back: what it did meanwhile, nobody saw.
    this.#left.delete(key);
    known.leftAt = undefined;
    if (known.steps.at(-1)?.status !== session.status) addStep(known.steps, { status: session.status, seenAt: now });
  }
}

/** The oldest are forgotten, and then count as unseen; not so before a `pending`, with which a session begins. */
function addStep(steps: ObservedStatus[], step: ObservedStatus): void {
  steps.push(step);
  if (steps.length <= MOST_STEPS) return;
  do steps.shift();
  while (steps[0]?.status === "pending" && steps.length > 1);
}
