import { attentionOf, type Attention, type AttentionThresholds } from "../../domain/session/attention.js";
import {
  ATTENTION_RULES,
  judge,
  withImplied,
  type Judgement,
  type RuleSet,
} from "../../domain/session/attention-rules.js";
import type { LifecycleSettings } from "../../domain/session/lifecycle.js";
import { sessionKey, type TransferSession } from "../../domain/session/session.js";
import { EventQueue } from "../../platform/due-queue.js";
import type { SessionChanges } from "../sessions/session-ledger.js";

/** A session that newly needs attention: once per row and rule. */
export interface AttentionNews {
  readonly session: TransferSession;
  readonly attention: Attention;
}

export interface AttentionChange {
  /** What a host is told. */
  readonly news: readonly AttentionNews[];
  /** The sessions in the list whose attention is another than before. */
  readonly changed: readonly TransferSession[];
}

interface Crossing {
  readonly at: number;
  readonly session: TransferSession;
}

/** Rows that have left and might return: what was told of them is not told again. */
const MOST_REMEMBERED = 5_000;

/**
 * Crossings of so many milliseconds to come are kept in order; of all later ones only the first is known. Most rows
 * change before theirs comes.
 */
const HORIZON = 60_000;

const RULE_BITS = ATTENTION_RULES.length;
const RULES = (1 << RULE_BITS) - 1;

/**
 * Which sessions of a list need attention, what of that has been told, and when time changes it next. An entry is one
 * number, and only sessions that need attention or needed it have one: a list of many thousands costs a walk.
 */
export class AttentionBook {
  readonly #thresholds: AttentionThresholds;
  /** By identity, since what did not change keeps it: the rules that hold, and above them those that were told. */
  #entries = new Map<TransferSession, number>();
  readonly #counts: number[] = ATTENTION_RULES.map(() => 0);
  #size = 0;
  #near = new EventQueue<Crossing>();
  #nearUntil = -Infinity;
  /** The first crossing past the horizon. */
  #beyond = Infinity;
  readonly #told = new Map<string, RuleSet>();
  readonly #judgement: Judgement = { rules: 0, next: Infinity };
  /** Minutes per channel, as they hold. */
  lifecycle: LifecycleSettings;

  constructor(thresholds: AttentionThresholds, lifecycle: LifecycleSettings) {
    this.#thresholds = thresholds;
    this.lifecycle = lifecycle;
  }

  /** Sessions that need attention. */
  get size(): number {
    return this.#size;
  }

  /** Sessions to which each rule applies, in the order of `ATTENTION_RULES`. */
  get counts(): readonly number[] {
    return this.#counts;
  }

  /** When time changes something, in epoch milliseconds by the server's clock; `Infinity` for never. */
  get nextAt(): number {
    return this.#near.next?.at ?? this.#beyond;
  }

  rulesOf(session: TransferSession): RuleSet {
    return (this.#entries.get(session) ?? 0) & RULES;
  }

  needing(): TransferSession[] {
    const needing: TransferSession[] = [];
    for (const [session, entry] of this.#entries) if (entry & RULES) needing.push(session);
    return needing;
  }

  /** Judges another list, or the same by other settings. @param tell false: what is so now was so before. */
  rebuild(sessions: readonly TransferSession[], now: number, tell: boolean): AttentionChange {
    const before = this.#entries;
    const told = new Map<string, RuleSet>();
    for (const [session, entry] of before) told.set(sessionKey(session), entry >> RULE_BITS);
    this.#empty(now);
    const news: AttentionNews[] = [];
    const changed: TransferSession[] = [];
    for (const session of sessions) {
      let known = 0;
      if (told.size > 0) {
        const key = sessionKey(session);
        known = told.get(key) ?? 0;
        told.delete(key);
      }
      const rules = this.#judge(session, known || this.#recall(session), now, tell ? news : undefined);
      if (rules !== ((before.get(session) ?? 0) & RULES)) changed.push(session);
    }
    for (const [key, rules] of told) this.#remember(key, rules);
    return { news, changed };
  }

  /** Takes what an answer changed. */
  apply({ added, changed, removed }: SessionChanges, now: number): AttentionChange {
    const news: AttentionNews[] = [];
    const touched: TransferSession[] = [];
    for (const session of removed) {
      const entry = this.#take(session);
      if (entry) this.#remember(sessionKey(session), entry >> RULE_BITS);
    }
    for (const { before, after } of changed) {
      const entry = this.#take(before);
      if (this.#judge(after, entry >> RULE_BITS, now, news) !== (entry & RULES)) touched.push(after);
    }
    for (const session of added) {
      if (this.#judge(session, this.#recall(session), now, news) !== 0) touched.push(session);
    }
    return { news, changed: touched };
  }

  /**
   * Time has passed.
   *
   * @param sessions the list, looked through where the horizon has been reached.
   * @param isListed whether a session is still in the list, as that very object.
   */
  wake(
    sessions: readonly TransferSession[],
    now: number,
    isListed: (session: TransferSession) => boolean,
  ): AttentionChange {
    const news: AttentionNews[] = [];
    const changed: TransferSession[] = [];
    const again = (session: TransferSession) => {
      const entry = this.#take(session);
      if (this.#judge(session, entry >> RULE_BITS, now, news) !== (entry & RULES)) changed.push(session);
    };
    for (let due = this.#near.takeDue(now); due; due = this.#near.takeDue(now)) {
      if (isListed(due.session)) again(due.session);
    }
    if (this.#beyond <= now) {
      this.#lookAhead(now);
      for (const session of sessions) again(session);
    }
    return { news, changed };
  }

  /** Forgets the list, but not what was told of it. */
  clear(): void {
    for (const [session, entry] of this.#entries) this.#remember(sessionKey(session), entry >> RULE_BITS);
    this.#empty(-Infinity);
  }

  #empty(now: number): void {
    this.#entries = new Map();
    this.#counts.fill(0);
    this.#size = 0;
    this.#lookAhead(now);
  }

  #lookAhead(now: number): void {
    this.#near = new EventQueue();
    this.#nearUntil = now + HORIZON;
    this.#beyond = Infinity;
  }

  /** @returns the rules that hold. */
  #judge(session: TransferSession, told: RuleSet, now: number, news: AttentionNews[] | undefined): RuleSet {
    const judgement = this.#judgement;
    judge(session, now, this.#thresholds, this.lifecycle, judgement);
    const { rules, next } = judgement;
    if (news && rules & ~told) this.#tell(session, rules & ~told, now, news);
    const entry = rules | ((told | withImplied(rules)) << RULE_BITS);
    if (entry !== 0) this.#entries.set(session, entry);
    if (rules !== 0) this.#count(rules, 1);
    if (next <= this.#nearUntil) this.#near.add({ at: next, session });
    else if (next < this.#beyond) this.#beyond = next;
    return rules;
  }

  #tell(session: TransferSession, rules: RuleSet, now: number, news: AttentionNews[]): void {
    for (const attention of attentionOf(session, now, this.#thresholds, this.lifecycle)) {
      if (rules & (1 << ATTENTION_RULES.indexOf(attention.rule))) news.push({ session, attention });
    }
  }

  /** Takes a session's entry out. */
  #take(session: TransferSession): number {
    const entry = this.#entries.get(session);
    if (entry === undefined) return 0;
    this.#entries.delete(session);
    if (entry & RULES) this.#count(entry & RULES, -1);
    return entry;
  }

  #count(rules: RuleSet, by: 1 | -1): void {
    this.#size += by;
    for (let place = 0; place < RULE_BITS; place++) if (rules & (1 << place)) this.#counts[place]! += by;
  }

  #recall(session: TransferSession): RuleSet {
    if (this.#told.size === 0) return 0;
    const key = sessionKey(session);
    const told = this.#told.get(key) ?? 0;
    this.#told.delete(key);
    return told;
  }

  #remember(key: string, told: RuleSet): void {
    if (told === 0) return;
    this.#told.set(key, told);
    if (this.#told.size <= MOST_REMEMBERED) return;
    for (const oldest of this.#told.keys()) {
      this.#told.delete(oldest);
      return;
    }
  }
}
