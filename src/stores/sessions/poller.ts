import { pollDelay } from "./poll-delay.js";
import { withDeadline } from "../../platform/deadline.js";
import type { Condition, Environment } from "../../platform/environment.js";
import type { Sight } from "../../platform/sight.js";

/** How soon after a poll a push may cause the next one: a chatty source must not become a busy loop. */
const SMALLEST_PUSH_GAP = 1_000;

/** The longest sleep without a look at the clock: the timers of a browser stand still while the machine sleeps. */
const LONGEST_NAP = 5_000;

/** By how much a timer may be off the clock. */
const CLOCK_STEP = 1_000;

/** Those that said "offline" while answers came, as in some VPNs: they are believed no more in this document. */
const disproved = new WeakSet<Condition>();

export interface PollerOptions<Answer> {
  readonly environment: Environment;
  /** Whether anybody can see what comes of it. */
  readonly sight: Sight;
  /** Milliseconds after which an unsettled poll is given up. */
  readonly limit: number;
  /** @param maxAge milliseconds: for a poll that is merely due, an answer that old will do. */
  ask(signal: AbortSignal, maxAge: number | undefined): Promise<Answer>;
  /** Takes an answer that is still wanted. What it throws makes the poll a failed one. */
  accept(answer: Answer): void;
  /** Takes a failure; says how the next poll is to be scheduled, and whether anybody answered at all. */
  fail(error: unknown): {
    readonly halt?: boolean;
    readonly retryAfterMs?: number | undefined;
    readonly heard?: boolean;
  };
  /** Called after every change of what the getters tell. */
  onChange(): void;
  /** What a poll that was given up has failed with. */
  makeTimeout(): unknown;
}

interface Flight {
  readonly controller: AbortController;
  promise: Promise<void>;
}

/**
 * One loop that asks again and again: chained from completion, never two at once, silent while nobody looks.
 * It knows nothing of sessions.
 */
export class Poller<Answer> {
  readonly #options: PollerOptions<Answer>;
  #interval = 30_000;
  #whileHidden = false;
  #active = false;
  #paused = false;
  #halted = false;
  #failures = 0;
  /** There has been an answer. */
  #answered = false;
  #retryAfterMs: number | undefined;
  /** 0 ≤ x < 1, drawn once per failure so that re-scheduling does not move the retry. */
  #spread = 0;
  #completedAt: number | undefined;
  #pushed = false;
  #ready = false;
  #flight: Flight | undefined;
  #cancelTimer: (() => void) | undefined;
  #unwatch: (() => void)[] = [];
  /** Ends the look-out for somebody who sees what is shown; there while a poll that is due waits for that. */
  #stopLooking: (() => void) | undefined;
  #nextAt: number | undefined;

  constructor(options: PollerOptions<Answer>) {
    this.#options = options;
  }

  /** Epoch milliseconds of the next poll; `undefined` while none is planned. */
  get nextAt(): number | undefined {
    return this.#nextAt;
  }

  get paused(): boolean {
    return this.#paused;
  }

  /** Whether a request is under way. */
  get polling(): boolean {
    return this.#flight !== undefined;
  }

  /** Whether one is to come soon, since the source said so. */
  get pushed(): boolean {
    return this.#pushed;
  }

  get failures(): number {
    return this.#failures;
  }

  follow({ interval, whileHidden = false }: { readonly interval: number; readonly whileHidden?: boolean }): void {
    const isSame = interval === this.#interval && whileHidden === this.#whileHidden;
    if (isSame && !this.#stopLooking) return;
    this.#interval = interval;
    this.#whileHidden = whileHidden;
    this.#schedule();
  }

  /** Polls at once, unless the interval since the last poll has not passed: then it goes on as planned. */
  start(): void {
    if (this.#active) return;
    this.#active = true;
    const { sight, environment } = this.#options;
    const { online } = environment;
    this.#unwatch = [
      sight.page.subscribe(() => this.#schedule()),
      online.subscribe(() => {
        if (online.current) this.#ready = true;
        this.#schedule();
      }),
    ];
    this.#schedule();
  }

  /** Aborts what is under way; its answer will change nothing. */
  stop(): void {
    this.#active = false;
    for (const unwatch of this.#unwatch) unwatch();
    this.#unwatch = [];
    this.#drop();
    this.#schedule();
  }

  pause(): void {
    if (this.#paused) return;
    this.#paused = true;
    this.#schedule();
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#schedule();
  }

  /**
   * Polls now, or joins a poll under way, whatever else holds polling back.
   *
   * @returns settles when the answer has been taken, or has failed; never rejects.
   */
  refresh(): Promise<void> {
    this.#halted = false;
    return this.#flight?.promise ?? this.#run();
  }

  /** Polls now with a new request; those who wait for one under way get the new one. Nobody looks: the next start polls. */
  replace(): Promise<void> {
    if (!this.#active && !this.#flight) {
      this.#completedAt = undefined;
      return Promise.resolve();
    }
    this.#drop();
    return this.refresh();
  }

  /**
   * The source says that something changed: polls soon, after a poll under way.
   *
   * @param ready the answer is there and costs the source nothing: earlier failures do not delay it.
   */
  push(ready = false): void {
    this.#pushed = true;
    if (ready) {
      this.#ready = true;
      this.#halted = false;
    }
    if (!this.#flight) this.#schedule();
  }

  #drop(): void {
    const flight = this.#flight;
    this.#flight = undefined;
    flight?.controller.abort();
  }

  #schedule(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#stopLooking?.();
    this.#stopLooking = undefined;
    this.#nextAt = undefined;
    const { environment, sight } = this.#options;
    const { clock } = environment;
    const silent =
      !this.#active || this.#paused || this.#halted || this.#isOffline || !(sight.page.current || this.#whileHidden);
    if (!silent && !this.#flight) {
      const now = clock.now();
      const elapsed = this.#completedAt === undefined ? Infinity : now - this.#completedAt;
      const wait = this.#wait() - elapsed;
      // A clock that was set back would otherwise stop the monitor for as long.
      if (wait <= 0 || elapsed < 0) {
        this.#runIfSeen();
        return;
      }
      this.#nextAt = now + wait;
      this.#sleep(wait);
    }
    this.#options.onChange();
  }

  /** A poll is due. The first one is made in any case, so that there is something to see. */
  #runIfSeen(): void {
    const { sight, onChange } = this.#options;
    if (this.#completedAt === undefined || this.#whileHidden || sight.isDrawn()) {
      void this.#run(this.#interval);
      return;
    }
    this.#nextAt = undefined;
    this.#stopLooking = sight.whenDrawn(() => this.#schedule());
    onChange();
  }

  /** The first request finds out how things are. */
  get #isOffline(): boolean {
    const { online } = this.#options.environment;
    return !online.current && this.#completedAt !== undefined && !disproved.has(online);
  }

  /** Polls when the time has passed, or the clock has been set back meanwhile. */
  #sleep(wait: number): void {
    if (wait === Infinity) return;
    const { clock, timers } = this.#options.environment;
    const start = clock.now();
    const nap = Math.min(wait, LONGEST_NAP);
    this.#cancelTimer = timers.after(nap, () => {
      const passed = clock.now() - start;
      const left = wait - Math.max(passed, nap);
      if (left <= 0 || passed < nap - CLOCK_STEP) {
        this.#runIfSeen();
        return;
      }
      this.#sleep(left);
    });
  }

  /** Milliseconds from the end of the last poll to the next. */
  #wait(): number {
    if (this.#ready) return 0;
    const delay = pollDelay(this.#interval, this.#failures, this.#retryAfterMs, this.#spread, !this.#answered);
    // A push does not get around the back-off: the source is in trouble.
    return this.#pushed && this.#failures === 0 ? Math.min(delay, SMALLEST_PUSH_GAP) : delay;
  }

  #run(maxAge?: number): Promise<void> {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#stopLooking?.();
    this.#stopLooking = undefined;
    this.#nextAt = undefined;
    this.#pushed = false;
    this.#ready = false;
    const flight: Flight = { controller: new AbortController(), promise: Promise.resolve() };
    this.#flight = flight;
    flight.promise = this.#fly(flight, maxAge);
    this.#options.onChange();
    return flight.promise;
  }

  async #fly(flight: Flight, maxAge: number | undefined): Promise<void> {
    const { environment, limit, ask, accept, fail, makeTimeout: late } = this.#options;
    const caller = flight.controller.signal;
    let outcome: { answer: Answer } | { error: unknown };
    try {
      const { timers } = environment;
      outcome = { answer: await withDeadline((signal) => ask(signal, maxAge), { timers, limit, late, caller }) };
    } catch (error) {
      outcome = { error };
    }
    // Replaced, or nobody is left who wants it: those who wait get what came in its place.
    if (this.#flight !== flight) return this.#flight?.promise;
    this.#flight = undefined;
    if ("answer" in outcome) {
      try {
        accept(outcome.answer);
        this.#answered = true;
        this.#hear();
        this.#settle(0, undefined);
        return;
      } catch (error) {
        outcome = { error };
      }
    }
    const { halt = false, retryAfterMs, heard } = fail(outcome.error);
    if (heard) this.#hear();
    this.#halted = halt;
    this.#settle(this.#failures + 1, retryAfterMs);
  }

  #hear(): void {
    const { online } = this.#options.environment;
    if (!online.current) disproved.add(online);
  }

  #settle(failures: number, retryAfterMs: number | undefined): void {
    this.#failures = failures;
    this.#retryAfterMs = retryAfterMs;
    this.#spread = this.#options.environment.random();
    this.#completedAt = this.#options.environment.clock.now();
    this.#schedule();
  }
}
