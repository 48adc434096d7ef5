import {
  ATTENTION_RULES,
  attentionOf,
  nextAttentionAt,
  NO_ATTENTION,
  type Attention,
  type AttentionRule,
  type AttentionThresholds,
} from "../domain/attention.js";
import { effectiveLifecycle, type LifecycleSettings } from "../domain/lifecycle.js";
import { sessionKey, type TransferSession } from "../domain/session.js";
import { EventQueue } from "../internal/event-queue.js";
import type { SessionChanges } from "./session-ledger.js";
import type { SessionSnapshot, SessionStore } from "./session-store.js";

/** What the judgement of a session depends on besides the session. */
export interface AttentionSettings {
  readonly thresholds: AttentionThresholds;
  /** The `lifecycle` of the provider element; the source's own settings win over it. */
  readonly lifecycle?: LifecycleSettings | undefined;
}

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

export type AttentionListener = (change: AttentionChange) => void;

interface Row {
  session: TransferSession;
  attention: readonly Attention[];
  /** Rules that have been told, one bit each. */
  told: number;
  /** Epoch milliseconds by the server's clock, when it is to be judged again; what the queue has besides is void. */
  judgeAt: number | undefined;
}

interface Crossing {
  readonly at: number;
  readonly row: Row;
}

/** Rows that have left and might return: what was told of them is not told again. */
const MOST_REMEMBERED = 5_000;

/** Two looks at one clock are that far apart at most, in milliseconds: the server's is only ever set by more. */
const JITTER = 500;

/** Void crossings are swept when there are this many more of them than rows. */
const MOST_VOID = 1_000;

const BITS = new Map<AttentionRule, number>(ATTENTION_RULES.map((rule, place) => [rule, 1 << place]));

/** A wait that is too long has been a long one as well. */
const IMPLIED = bitOf("waiting-critical") | bitOf("waiting-warning");

/**
 * Watches the sessions of a store for those that need attention. Nothing is looked at but what an answer changed, and
 * the one row that crosses a threshold next: one timer sleeps until then.
 *
 * It works while somebody listens. Get it with `attentionMonitorFor`, so that elements share it.
 */
export class AttentionMonitor {
  readonly #store: SessionStore;
  readonly #settings: AttentionSettings;
  readonly #listeners = new Set<AttentionListener>();
  /** By identity: what did not change keeps it. */
  #rows = new Map<TransferSession, Row>();
  #needing = new Map<TransferSession, readonly Attention[]>();
  #crossings = new EventQueue<Crossing>();
  readonly #remembered = new Map<string, number>();
  #sourceLifecycle: LifecycleSettings | undefined;
  #lifecycle: LifecycleSettings;
  /** Milliseconds by which the server's clock is ahead, as of the last look. */
  #offset = 0;
  #primed = false;
  #unsubscribe: (() => void) | undefined;
  #cancelTimer: (() => void) | undefined;
  #wakesAt: number | undefined;

  constructor(store: SessionStore, settings: AttentionSettings) {
    this.#store = store;
    this.#settings = settings;
    this.#lifecycle = effectiveLifecycle(undefined, settings.lifecycle);
  }

  get thresholds(): AttentionThresholds {
    return this.#settings.thresholds;
  }

  /** Whether anybody listens. */
  get active(): boolean {
    return this.#listeners.size > 0;
  }

  /** Minutes per channel, as they hold: the source's, the provider's, the defaults. */
  get lifecycle(): LifecycleSettings {
    return this.#lifecycle;
  }

  /** The sessions that need attention, and why. A new object whenever anything in it changed. */
  get needing(): ReadonlyMap<TransferSession, readonly Attention[]> {
    return this.#needing;
  }

  /** Why this session of the list needs attention; empty for any other. The same list until it changes. */
  of(session: TransferSession): readonly Attention[] {
    return this.#needing.get(session) ?? NO_ATTENTION;
  }

  /** @returns what ends the subscription; the last one to leave stops the timer. */
  subscribe(listener: AttentionListener): () => void {
    const own: AttentionListener = (change) => listener(change);
    this.#listeners.add(own);
    if (this.#listeners.size === 1) this.#start();
    return () => {
      if (this.#listeners.delete(own) && this.#listeners.size === 0) this.#stop();
    };
  }

  #start(): void {
    // It asks for no interval of its own: those who show the sessions do.
    this.#unsubscribe = this.#store.subscribe((snapshot, changes) => this.#onSnapshot(snapshot, changes), {
      interval: Infinity,
    });
    this.#primed = this.#store.snapshot.status === "ready";
    this.#adoptLifecycle(this.#store.snapshot);
    this.#rebuild(this.#store.snapshot.sessions, false);
    this.#plan();
  }

  #stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#wakesAt = undefined;
    for (const row of this.#rows.values()) this.#remember(row);
    this.#rows.clear();
    this.#needing = new Map();
    this.#crossings = new EventQueue();
  }

  #onSnapshot(snapshot: SessionSnapshot, changes: SessionChanges): void {
    const first = !this.#primed && snapshot.status === "ready";
    const settingsKnownBefore = this.#sourceLifecycle !== undefined;
    const newSettings = this.#adoptLifecycle(snapshot);
    let change: AttentionChange;
    if (first) {
      this.#primed = true;
      change = this.#rebuild(snapshot.sessions, false);
    } else if (newSettings) {
      // The settings come a moment after the first list: what they say of it was so from the start.
      change = this.#rebuild(snapshot.sessions, settingsKnownBefore);
    } else if (this.#clockMoved()) {
      change = this.#rebuild(snapshot.sessions, true);
    } else {
      change = this.#apply(changes);
      // A subscriber that throws the answer away would leave us behind; the list itself is what counts.
      if (this.#rows.size !== snapshot.sessions.length) change = merge(change, this.#rebuild(snapshot.sessions, true));
    }
    this.#plan();
    this.#publish(change);
  }

  /** @returns whether other settings hold than before. */
  #adoptLifecycle({ lifecycle }: SessionSnapshot): boolean {
    if (lifecycle === this.#sourceLifecycle) return false;
    this.#sourceLifecycle = lifecycle;
    const before = this.#lifecycle;
    this.#lifecycle = effectiveLifecycle(lifecycle, this.#settings.lifecycle);
    return !sameSettings(before, this.#lifecycle);
  }

  #clockMoved(): boolean {
    const offset = this.#store.now() - this.#store.environment.clock.now();
    if (Math.abs(offset - this.#offset) < JITTER) return false;
    this.#offset = offset;
    return true;
  }

  /** Judges every session anew. */
  #rebuild(sessions: readonly TransferSession[], tell: boolean): AttentionChange {
    this.#clockMoved();
    const before = this.#rows;
    const byKey =
      before.size > 0 ? new Map([...before.values()].map((row) => [sessionKey(row.session), row])) : undefined;
    this.#rows = new Map();
    this.#needing = new Map();
    this.#crossings = new EventQueue();
    const news: AttentionNews[] = [];
    const changed: TransferSession[] = [];
    const now = this.#store.now();
    for (const session of sessions) {
      const known = before.get(session) ?? byKey?.get(sessionKey(session));
      if (known) byKey?.delete(sessionKey(session));
      const row = known ?? this.#newRow(session);
      row.session = session;
      row.judgeAt = undefined;
      this.#rows.set(session, row);
      if (this.#judge(row, now, tell ? news : undefined)) changed.push(session);
    }
    for (const row of byKey?.values() ?? []) this.#remember(row);
    return { news, changed };
  }

  #apply({ added, changed, removed }: SessionChanges): AttentionChange {
    if (added.length === 0 && changed.length === 0 && removed.length === 0) return NOTHING;
    const news: AttentionNews[] = [];
    const touched: TransferSession[] = [];
    const needing = this.#needing;
    this.#needing = new Map(needing);
    const now = this.#store.now();
    for (const session of removed) {
      const row = this.#rows.get(session);
      if (!row) continue;
      this.#rows.delete(session);
      this.#needing.delete(session);
      row.judgeAt = undefined;
      this.#remember(row);
    }
    for (const { before, after } of changed) {
      const row = this.#rows.get(before) ?? this.#newRow(after);
      this.#rows.delete(before);
      this.#needing.delete(before);
      row.session = after;
      this.#rows.set(after, row);
      if (this.#judge(row, now, news)) touched.push(after);
    }
    for (const session of added) {
      const row = this.#newRow(session);
      this.#rows.set(session, row);
      if (this.#judge(row, now, news)) touched.push(session);
    }
    return { news, changed: touched };
  }

  /** @returns whether its attention is another than before. */
  #judge(row: Row, now: number, news: AttentionNews[] | undefined): boolean {
    const { session } = row;
    const { thresholds } = this.#settings;
    const attention = attentionOf(session, now, thresholds, this.#lifecycle);
    const changed = !sameAttention(row.attention, attention);
    if (changed) row.attention = attention;
    if (row.attention.length > 0) this.#needing.set(session, row.attention);
    else this.#needing.delete(session);
    for (const one of row.attention) {
      const bit = bitOf(one.rule);
      if ((row.told & bit) === 0) news?.push({ session, attention: one });
      row.told |= one.rule === "waiting-critical" ? IMPLIED : bit;
    }
    const next = nextAttentionAt(session, now, thresholds, this.#lifecycle);
    if (next === row.judgeAt) return changed;
    row.judgeAt = next;
    if (next !== undefined) this.#crossings.add({ at: next, row });
    return changed;
  }

  #newRow(session: TransferSession): Row {
    const key = sessionKey(session);
    const told = this.#remembered.get(key) ?? 0;
    if (told !== 0) this.#remembered.delete(key);
    return { session, attention: NO_ATTENTION, told, judgeAt: undefined };
  }

  #remember({ session, told }: Row): void {
    if (told === 0) return;
    this.#remembered.set(sessionKey(session), told);
    if (this.#remembered.size <= MOST_REMEMBERED) return;
    for (const oldest of this.#remembered.keys()) {
      this.#remembered.delete(oldest);
      return;
    }
  }

  /** Sets the one timer for the next crossing. */
  #plan(): void {
    if (this.#crossings.size > this.#rows.size + MOST_VOID) this.#crossings.drop(isVoid);
    let { next } = this.#crossings;
    while (next && isVoid(next)) {
      this.#crossings.takeDue(next.at);
      ({ next } = this.#crossings);
    }
    const { clock, timers } = this.#store.environment;
    // By the local clock, which the timer runs by: the server's may be set meanwhile.
    const wakesAt = next && clock.now() + (next.at - this.#store.now());
    if (wakesAt === this.#wakesAt) return;
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#wakesAt = wakesAt;
    if (wakesAt === undefined) return;
    this.#cancelTimer = timers.after(Math.max(1, Math.ceil(wakesAt - clock.now())), () => this.#wake());
  }

  #wake(): void {
    this.#cancelTimer = undefined;
    this.#wakesAt = undefined;
    const now = this.#store.now();
    const news: AttentionNews[] = [];
    const changed: TransferSession[] = [];
    let copied = false;
    for (let due = this.#crossings.takeDue(now); due; due = this.#crossings.takeDue(now)) {
      if (isVoid(due)) continue;
      if (!copied) this.#needing = new Map(this.#needing);
      copied = true;
      due.row.judgeAt = undefined;
      if (this.#judge(due.row, now, news)) changed.push(due.row.session);
    }
    this.#plan();
    this.#publish({ news, changed });
  }

  #publish(change: AttentionChange): void {
    if (change === NOTHING) return;
    for (const listener of Array.from(this.#listeners)) {
      try {
        listener(change);
      } catch (error) {
        this.#store.environment.warn(`a listener of the attention monitor threw: ${String(error)}`);
      }
    }
  }
}

const NOTHING: AttentionChange = Object.freeze({ news: [], changed: [] });

function merge(a: AttentionChange, b: AttentionChange): AttentionChange {
  return { news: [...a.news, ...b.news], changed: [...new Set([...a.changed, ...b.changed])] };
}

function isVoid({ at, row }: Crossing): boolean {
  return row.judgeAt !== at;
}

function bitOf(rule: AttentionRule): number {
  return BITS.get(rule)!;
}

function sameAttention(a: readonly Attention[], b: readonly Attention[]): boolean {
  return a.length === b.length && a.every((one, index) => one.rule === b[index]!.rule && one.since === b[index]!.since);
}

function sameSettings(a: LifecycleSettings, b: LifecycleSettings): boolean {
  const channels = Object.keys({ ...a, ...b });
  return channels.every((channel) => a[channel] === b[channel]);
}
