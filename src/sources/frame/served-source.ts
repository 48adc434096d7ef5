import { withDeadline } from "../../platform/deadline.js";
import type { Clock, Timers } from "../../platform/environment.js";
import { DataSourceError, type ListRequest, type SessionList, type TransferDataSource } from "../data-source.js";
import type { TransferSession } from "../../domain/session/session.js";
import { type ListReading, readList } from "../wire/list-reader.js";

/** Milliseconds: an answer is too old a little before its time, or a poll that is due would get the last one again. */
const SLACK = 1_000;

/** An answer, and what names the list as it is with it: whoever asks next says so. */
export interface ServedList {
  readonly list: SessionList | readonly unknown[];
  readonly held?: string;
}

/** What became of a request for the list. */
type Outcome = { readonly at: number; readonly whole: boolean } & (
  { readonly list: ListReading; readonly from: number; readonly to: number } | { readonly error: unknown }
);

interface Flight {
  /** For somebody who has no list, or not the one before. */
  readonly whole: boolean;
  readonly controller: AbortController;
  /** Something changed while it was under way: its answer may be older than that. */
  outdated: boolean;
  outcome: Promise<Outcome>;
}

/**
 * One source that many frames ask, as if it were each one's own: polls that are merely due share an answer, and whoever
 * has missed one gets the whole list.
 */
export class ServedSource {
  readonly #source: TransferDataSource;
  readonly #environment: { readonly clock: Clock; readonly timers: Timers };
  readonly #listeners = new Set<() => void>();
  /** Who is waiting for an answer about the list. */
  readonly #waiting = new Set<object>();
  #unsubscribe: (() => void) | undefined;
  /** Tells versions from those of another source, or of this one in another life. */
  readonly #epoch = String(Math.random());
  #version = 0;
  #cursor: string | undefined;
  #last: Outcome | undefined;
  /** The last whole list. */
  #whole: (Outcome & { readonly to: number; readonly list: ListReading }) | undefined;
  #flight: Flight | undefined;
  /** Who asked last for what a query finds: an `unchanged` would be about what that one holds. */
  #asker: object | undefined;

  constructor(source: TransferDataSource, environment: { readonly clock: Clock; readonly timers: Timers }) {
    this.#source = source;
    this.#environment = environment;
  }

  /**
   * As the source's own `list`.
   *
   * @param asker whoever asks; the same object each time.
   * @param held names the list that it holds; anything else: none.
   */
  async list(asker: object, held: unknown, { signal, ...request }: ListRequest): Promise<ServedList> {
    if (request.query !== undefined || request.page !== undefined) {
      const whole = request.whole === true || (request.page === undefined && asker !== this.#asker);
      this.#asker = asker;
      return { list: await this.#source.list({ ...request, ...(whole && { whole }), signal }) };
    }
    const version = request.whole ? 0 : this.#versionOf(held);
    const waiter = {};
    this.#waiting.add(waiter);
    try {
      const { timers } = this.#environment;
      const wait = { timers, limit: Infinity, late: () => undefined, caller: signal };
      return await withDeadline(() => this.#answer(version, request.maxAge), wait);
    } finally {
      this.#waiting.delete(waiter);
      if (this.#waiting.size === 0) this.#giveUp();
    }
  }

  #versionOf(held: unknown): number {
    const [epoch, version] = typeof held === "string" ? held.split(" ") : [];
    return epoch === this.#epoch ? Number(version) : 0;
  }

  /** As the source's own `end`; everybody is told. */
  async end(session: TransferSession, request: { signal: AbortSignal; reason?: string }): Promise<void> {
    try {
      await this.#source.end!(session, request);
    } finally {
      // Also where it failed: nobody knows then how far it came.
      this.#outdate();
    }
  }

  /** Tells of changes, of which the source may tell, too. @returns what ends it. */
  subscribe(onChange: () => void): () => void {
    const listener = () => onChange();
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#listen();
    return () => {
      if (!this.#listeners.delete(listener) || this.#listeners.size > 0) return;
      this.#unsubscribe?.();
      this.#unsubscribe = undefined;
    };
  }

  #listen(): void {
    const stop: unknown = this.#source.subscribe?.(() => this.#outdate());
    this.#unsubscribe = typeof stop === "function" ? () => void stop() : undefined;
  }

  #outdate(): void {
    this.#last = undefined;
    if (this.#flight) this.#flight.outdated = true;
    for (const listener of [...this.#listeners]) listener();
  }

  async #answer(held: number, maxAge: number | undefined): Promise<ServedList> {
    const isWhole = held === 0;
    let outcome = this.#recent(maxAge, isWhole) ?? (await this.#ask(isWhole, maxAge === undefined, maxAge));
    if ("list" in outcome && lacks(held, outcome)) {
      if (this.#whole?.to === outcome.to) outcome = { ...this.#whole, at: outcome.at };
      else outcome = await this.#ask(true, false, maxAge);
    }
    if ("error" in outcome) throw outcome.error;
    const { list, at, to } = outcome;
    const age = this.#environment.clock.now() - at;
    return { list: answerOf(list, held === to, age), held: `${this.#epoch} ${to}` };
  }

  /** The last outcome, where it is young enough for a poll that is merely due. */
  #recent(maxAge: number | undefined, whole: boolean): Outcome | undefined {
    const last = this.#last;
    if (!last || maxAge === undefined) return undefined;
    const age = this.#environment.clock.now() - last.at;
    if (age < 0 || age > maxAge - SLACK) return undefined;
    // It may have failed for its cursor, and who has let that go shall not be told so again.
    return "error" in last && whole && !last.whole ? undefined : last;
  }

  /** @param isAnew a request under way will not do: it may have been answered before something was done. */
  #ask(whole: boolean, isAnew: boolean, maxAge: number | undefined): Promise<Outcome> {
    const before = this.#flight;
    if (before && !isAnew && (before.whole || !whole)) return before.outcome;
    const flight: Flight = {
      whole: whole || before?.whole === true || this.#version === 0,
      controller: new AbortController(),
      outdated: false,
      outcome: Promise.resolve({ at: 0, whole, error: undefined }),
    };
    this.#flight = flight;
    flight.outcome = this.#fly(flight, maxAge);
    before?.controller.abort();
    return flight.outcome;
  }

  async #fly(flight: Flight, maxAge: number | undefined): Promise<Outcome> {
    const { whole, controller } = flight;
    let found: { readonly list: ListReading } | { readonly error: unknown };
    try {
      const answer = await this.#source.list({
        signal: controller.signal,
        ...(whole ? { whole } : this.#cursor !== undefined && { cursor: this.#cursor }),
        ...(maxAge !== undefined && { maxAge }),
      });
      found = { list: readList(answer) };
    } catch (error) {
      found = { error };
    }
    const at = this.#environment.clock.now();
    if (this.#flight !== flight) {
      // Replaced: those who wait get what came in its place. Given up: nobody waits.
      const error = new DataSourceError("The request was given up.", { kind: "aborted" });
      return this.#flight?.outcome ?? { at, whole, error };
    }
    this.#flight = undefined;
    const outcome: Outcome = { at, whole, ...("list" in found ? this.#take(found.list) : found) };
    this.#last = flight.outdated ? undefined : outcome;
    if ("list" in outcome && outcome.list.kind === "whole") this.#whole = outcome;
    return outcome;
  }

  #take(list: ListReading): { readonly list: ListReading; readonly from: number; readonly to: number } {
    const from = this.#version;
    if (list.kind !== "unchanged") {
      this.#version++;
      this.#cursor = list.cursor;
    }
    return { list, from, to: this.#version };
  }

  #giveUp(): void {
    const flight = this.#flight;
    this.#flight = undefined;
    flight?.controller.abort();
  }
}

/** Whether an answer tells nothing to somebody who holds that version. */
function lacks(held: number, { list, from, to }: { list: ListReading; from: number; to: number }): boolean {
  return list.kind !== "whole" && (held === 0 || (held !== from && held !== to));
}

/** @param age milliseconds since it came: the server's clock has gone on. */
function answerOf(list: ListReading, isHeld: boolean, age: number): SessionList {
  const time = list.serverTime === undefined ? undefined : { serverTime: list.serverTime + Math.max(0, age) };
  if (isHeld || list.kind === "unchanged") return { unchanged: true, ...time };
  const { kind, rows, fresh: _, ...rest } = list;
  if (kind === "delta") return { ...(rest as { removed: string[]; cursor: string }), changed: rows, ...time };
  return { ...rest, sessions: rows, ...time };
}
