import { sessionKey, type TransferSession } from "../../domain/session/session.js";
import type { EndResult } from "./session-endings.js";

/** How far one session of many is. `skipped`: it had ended or left by its turn, or the work was cancelled before. */
export type BulkEndStep = "waiting" | "ending" | "ended" | "failed" | "skipped";

/** How far all of them are; a new object when anything changed. */
export interface BulkEndProgress {
  readonly total: number;
  /** Sessions that are settled: ended, failed or skipped. */
  readonly done: number;
  readonly failed: number;
  /** Calls under way. */
  readonly running: number;
  /** No further call is started. Those under way still settle. */
  readonly cancelled: boolean;
  /** By {@link sessionKey}, in the order in which the sessions were given. */
  readonly results: ReadonlyMap<string, BulkEndStep>;
  /** Why a session failed, by its key. */
  readonly errors: ReadonlyMap<string, unknown>;
}

export interface BulkEndOptions {
  /** Ends one session. A rejection or a throw counts as a failure. */
  end(session: TransferSession): Promise<EndResult>;
  /**
   * Asked just before each call: whether the session is still there to be ended. Where this throws nothing is ended,
   * and the session counts as failed.
   */
  stillWanted?(session: TransferSession): boolean;
  /** Calls at a time; default 4. */
  readonly concurrency?: number;
}

const DEFAULT_CONCURRENCY = 4;

/** Ends many sessions, a few at a time, and tells how far it is. One object per batch. */
export class BulkEnd {
  readonly #options: BulkEndOptions;
  readonly #concurrency: number;
  readonly #sessions = new Map<string, TransferSession>();
  readonly #results = new Map<string, BulkEndStep>();
  readonly #errors = new Map<string, unknown>();
  readonly #listeners = new Set<() => void>();
  #queue: string[];
  #running = 0;
  #cancelled = false;
  #progress: BulkEndProgress | undefined;
  #isTelling = false;
  #finished: Promise<BulkEndProgress> | undefined;
  #finish: ((progress: BulkEndProgress) => void) | undefined;

  /** @param sessions one that comes twice is ended once. */
  constructor(sessions: Iterable<TransferSession>, options: BulkEndOptions) {
    this.#options = options;
    const { concurrency = DEFAULT_CONCURRENCY } = options;
    this.#concurrency = concurrency >= 1 ? Math.floor(concurrency) : DEFAULT_CONCURRENCY;
    for (const session of sessions) {
      const key = sessionKey(session);
      if (this.#sessions.has(key)) continue;
      this.#sessions.set(key, session);
      this.#results.set(key, "waiting");
    }
    this.#queue = [...this.#sessions.keys()];
  }

  get progress(): BulkEndProgress {
    if (!this.#progress) {
      const steps = [...this.#results.values()];
      const waiting = steps.filter((step) => step === "waiting").length;
      this.#progress = {
        total: steps.length,
        done: steps.length - waiting - this.#running,
        failed: steps.filter((step) => step === "failed").length,
        running: this.#running,
        cancelled: this.#cancelled,
        results: new Map(this.#results),
        errors: new Map(this.#errors),
      };
    }
    return this.#progress;
  }

  /**
   * Calls back when anything changed, once for all that changed together.
   *
   * @returns ends the subscription.
   */
  subscribe(listener: () => void): () => void {
    // A function of its own, so that one listener may subscribe twice.
    const entry = () => listener();
    this.#listeners.add(entry);
    return () => void this.#listeners.delete(entry);
  }

  /**
   * Starts, or joins what is under way.
   *
   * @returns fulfils once every session is settled; never rejects.
   */
  start(): Promise<BulkEndProgress> {
    this.#finished ??= new Promise((resolve) => {
      this.#finish = resolve;
    });
    const finished = this.#finished;
    this.#next();
    return finished;
  }

  /** Skips those that have not been started; one that waits for another try stays failed. */
  cancel(): void {
    if (this.#cancelled || (this.#queue.length === 0 && this.#running === 0)) return;
    this.#cancelled = true;
    for (const key of this.#queue) this.#results.set(key, this.#errors.has(key) ? "failed" : "skipped");
    this.#queue = [];
    this.#changed();
    this.#next();
  }

  /** Tries those that failed once more, also after `cancel()`; what was skipped stays so. */
  retryFailed(): Promise<BulkEndProgress> {
    const failed = [...this.#results].filter(([, step]) => step === "failed").map(([key]) => key);
    if (failed.length > 0) {
      this.#cancelled = false;
      for (const key of failed) this.#results.set(key, "waiting");
      this.#queue.push(...failed);
      this.#changed();
    }
    return this.start();
  }

  #next(): void {
    while (this.#running < this.#concurrency && this.#queue.length > 0) this.#begin(this.#queue.shift()!);
    if (this.#running > 0 || this.#queue.length > 0) return;
    this.#finish?.(this.progress);
    this.#finish = undefined;
    this.#finished = undefined;
  }

  #begin(key: string): void {
    const session = this.#sessions.get(key)!;
    const { end, stillWanted } = this.#options;
    this.#errors.delete(key);
    try {
      if (stillWanted && !stillWanted(session)) {
        this.#set(key, "skipped");
        return;
      }
    } catch (error) {
      this.#fail(key, error);
      return;
    }
    this.#running++;
    this.#set(key, "ending");
    // A call that throws at once fails like one that rejects.
    void new Promise<EndResult>((resolve) => resolve(end(session))).then(
      (result) => this.#settle(key, result),
      (error: unknown) => this.#settle(key, { ended: false, error }),
    );
  }

  #settle(key: string, result: EndResult): void {
    this.#running--;
    if (result?.ended) this.#set(key, "ended");
    else this.#fail(key, result?.error);
    this.#next();
  }

  #fail(key: string, error: unknown): void {
    this.#errors.set(key, error);
    this.#set(key, "failed");
  }

  #set(key: string, step: BulkEndStep): void {
    this.#results.set(key, step);
    this.#changed();
  }

  #changed(): void {
    this.#progress = undefined;
    if (this.#isTelling) return;
    this.#isTelling = true;
    void Promise.resolve().then(() => {
      this.#isTelling = false;
      for (const listener of [...this.#listeners]) {
        try {
          if (this.#listeners.has(listener)) listener();
        } catch (error) {
          // One that fails must not keep the others, or the work, from going on; it still reaches the console.
          void Promise.reject(error);
        }
      }
    });
  }
}
