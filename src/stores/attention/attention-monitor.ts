import { attentionOf, NO_ATTENTION, type Attention, type AttentionThresholds } from "../../domain/session/attention.js";
import type { RuleSet } from "../../domain/session/attention-rules.js";
import { effectiveLifecycle, type LifecycleSettings } from "../../domain/session/lifecycle.js";
import type { TransferSession } from "../../domain/session/session.js";
import { AttentionBook, type AttentionChange } from "./attention-book.js";
import type { SessionChanges } from "../sessions/session-ledger.js";
import type { SessionSnapshot, SessionStore } from "../sessions/session-store.js";
import { reasonOf } from "../../platform/reason-of.js";

export type { AttentionChange, AttentionNews } from "./attention-book.js";

/** What the judgement of a session depends on besides the session. */
export interface AttentionSettings {
  readonly thresholds: AttentionThresholds;
  /** The `lifecycle` of the provider element; the source's own settings win over it. */
  readonly lifecycle?: LifecycleSettings | undefined;
}

export type AttentionListener = (change: AttentionChange) => void;

/** Two looks at one clock are that far apart at most, in milliseconds: the server's is only ever set by more. */
const JITTER = 500;

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
  readonly #book: AttentionBook;
  #version = 0;
  /** The list that the book is of. */
  #sessions: readonly TransferSession[] = [];
  #sourceLifecycle: LifecycleSettings | undefined;
  /** Milliseconds by which the server's clock is ahead, as of the last look. */
  #offset = 0;
  #primed = false;
  #unsubscribe: (() => void) | undefined;
  #cancelTimer: (() => void) | undefined;
  #wakesAt = Infinity;

  constructor(store: SessionStore, settings: AttentionSettings) {
    this.#store = store;
    this.#settings = settings;
    this.#book = new AttentionBook(settings.thresholds, effectiveLifecycle(undefined, settings.lifecycle));
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
    return this.#book.lifecycle;
  }

  /** How many sessions need attention. */
  get size(): number {
    return this.#book.size;
  }

  /** To how many sessions each rule applies, in the order of `ATTENTION_RULES`. */
  get counts(): readonly number[] {
    return this.#book.counts;
  }

  /** Another number whenever another session needs attention, or one needs it for another reason. */
  get version(): number {
    return this.#version;
  }

  /** The sessions that need attention, in no particular order. */
  get needing(): readonly TransferSession[] {
    return this.#book.needing();
  }

  /** By what rules this session of the list needs attention; 0 for any other. */
  rulesOf(session: TransferSession): RuleSet {
    return this.#book.rulesOf(session);
  }

  /** Why this session of the list needs attention; empty for any other. */
  of(session: TransferSession): readonly Attention[] {
    if (this.rulesOf(session) === 0) return NO_ATTENTION;
    return attentionOf(session, this.#store.now(), this.thresholds, this.lifecycle);
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
    // It asks for nothing of its own: those who show the sessions do.
    this.#unsubscribe = this.#store.subscribe((snapshot, changes) => this.#onSnapshot(snapshot, changes), {
      interval: Infinity,
      sight: "none",
    });
    const { snapshot } = this.#store;
    this.#primed = snapshot.status === "ready";
    this.#adoptLifecycle(snapshot);
    this.#rebuild(snapshot, false);
    this.#plan();
  }

  #stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#wakesAt = Infinity;
    this.#book.clear();
    this.#sessions = [];
    this.#version++;
  }

  #onSnapshot(snapshot: SessionSnapshot, changes: SessionChanges): void {
    const before = this.#sessions;
    const first = !this.#primed && snapshot.status === "ready";
    const settingsKnownBefore = this.#sourceLifecycle !== undefined;
    const newSettings = this.#adoptLifecycle(snapshot);
    let change: AttentionChange | undefined;
    if (first) {
      this.#primed = true;
      change = this.#rebuild(snapshot, false);
    } else if (newSettings) {
      // The settings come a moment after the first list: what they say of it was so from the start.
      change = this.#rebuild(snapshot, settingsKnownBefore);
    } else if (this.#clockMoved()) {
      change = this.#rebuild(snapshot, true);
    } else if (changes.added.length + changes.changed.length + changes.removed.length > 0) {
      // A subscriber that throws the answer away would leave us behind; the list itself is what counts.
      const follows = before.length + changes.added.length - changes.removed.length === snapshot.sessions.length;
      change = follows ? this.#book.apply(changes, this.#store.now()) : this.#rebuild(snapshot, true);
    }
    this.#sessions = snapshot.sessions;
    if (!change) {
      // The timer stood still while the machine slept.
      if (this.#store.environment.clock.now() >= this.#wakesAt) this.#wake();
      return;
    }
    this.#plan();
    this.#publish(change);
  }

  /** @returns whether other settings hold than before. */
  #adoptLifecycle({ lifecycle }: SessionSnapshot): boolean {
    if (lifecycle === this.#sourceLifecycle) return false;
    this.#sourceLifecycle = lifecycle;
    const before = this.lifecycle;
    const after = effectiveLifecycle(lifecycle, this.#settings.lifecycle);
    if (sameSettings(before, after)) return false;
    this.#book.lifecycle = after;
    return true;
  }

  #clockMoved(): boolean {
    const offset = this.#store.now() - this.#store.environment.clock.now();
    if (Math.abs(offset - this.#offset) < JITTER) return false;
    this.#offset = offset;
    return true;
  }

  /** Judges every session anew. */
  #rebuild({ sessions }: SessionSnapshot, tell: boolean): AttentionChange {
    this.#clockMoved();
    this.#sessions = sessions;
    return this.#book.rebuild(sessions, this.#store.now(), tell);
  }

  /** Sets the one timer for the next crossing. */
  #plan(): void {
    const { clock, timers } = this.#store.environment;
    // By the local clock, which the timer runs by: the server's may be set meanwhile.
    const wakesAt = clock.now() + (this.#book.nextAt - this.#store.now());
    if (wakesAt === this.#wakesAt) return;
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#wakesAt = wakesAt;
    if (wakesAt === Infinity) return;
    this.#cancelTimer = timers.after(Math.max(1, Math.ceil(wakesAt - clock.now())), () => this.#wake());
  }

  #wake(): void {
    this.#cancelTimer = undefined;
    this.#wakesAt = Infinity;
    const change = this.#book.wake(this.#sessions, this.#store.now(), (session) => this.#store.holds(session));
    this.#plan();
    if (change.changed.length + change.news.length > 0) this.#publish(change);
  }

  #publish(change: AttentionChange): void {
    this.#version++;
    for (const listener of [...this.#listeners]) {
      try {
        listener(change);
      } catch (error) {
        this.#store.environment.warn(`a listener of the attention monitor threw: ${reasonOf(error)}`);
      }
    }
  }
}

function sameSettings(a: LifecycleSettings, b: LifecycleSettings): boolean {
  const channels = Object.keys({ ...a, ...b });
  return channels.every((channel) => a[channel] === b[channel]);
}
