import { DataSourceError, failureOf, type SessionList } from "../../sources/data-source.js";
import { pollDelay } from "../sessions/poll-delay.js";
import type { Clock } from "../../platform/environment.js";
import type { Outcome, Position, ShareMessage, Wish } from "./share-message.js";
import { SharedRows } from "./shared-rows.js";

type OutcomeMessage = ShareMessage & { type: "outcome" };

/** A timer may fire a little before its time, by the clock: a poll that is due must not be taken for one too early. */
const SLACK = 0.99;

/** By how much clocks of one machine may differ between two documents. */
const CLOCK_STEP = 1_000;

/** What a tab knows of the source: the list, and how the last request ended, whoever made it. */
export class Known {
  readonly rows = new SharedRows();
  readonly #clock: Clock;
  #position: Position = { term: 0, holder: "", serial: 0 };
  #last: Outcome | undefined;
  /** What the source threw, where it was thrown in this tab. */
  #thrown: unknown;
  #outdated = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get position(): Position {
    return this.#position;
  }

  get failures(): number {
    return this.#last?.failures ?? 0;
  }

  get last(): Outcome | undefined {
    return this.#last;
  }

  /** Whoever has this place acts for all now. @returns whether that is news. */
  follow({ term, holder }: Pick<Position, "term" | "holder">): boolean {
    if (!isLater({ term, holder, serial: 0 }, { ...this.#position, serial: 0 })) return false;
    this.#position = { term, holder, serial: 0 };
    return true;
  }

  /** This tab acts for all from now on, and answers for what it has heard. @returns its place, above all that were. */
  lead(holder: string): Position {
    return (this.#position = { term: this.#position.term + 1, holder, serial: this.#last ? 1 : 0 });
  }

  /** Takes an answer. @returns `"gap"` where something is missing before it, `"old"` where it says nothing new. */
  take(message: OutcomeMessage, thrown?: unknown): "taken" | "gap" | "old" {
    const { term, holder, serial, version, from, content } = message;
    const later = isLater(message, this.#position);
    // Who knows nothing, and has asked what the others know, is glad of anything.
    if (!later && (this.#last || message.answers === undefined)) return "old";
    if (content && !this.rows.take(version, from, content)) return "gap";
    if (later) this.#position = { term, holder, serial };
    this.#last = message;
    this.#thrown = thrown;
    this.#outdated = false;
    return "taken";
  }

  /** What was answered until now no longer holds. */
  outdate(): void {
    this.#outdated = true;
  }

  /** Whether what is known will do, so that nobody needs to ask the source. */
  suffices({ maxAge, first }: Wish): boolean {
    const last = this.#last;
    if (!last || maxAge === undefined || this.#outdated) return false;
    // A newcomer may have signed in since; the others have stopped until somebody asks for more.
    if (isRefused(last)) return !first;
    const age = this.#clock.now() - last.at;
    const { failures, failure } = last;
    return (
      age > -CLOCK_STEP && age < pollDelay(maxAge, failures, failure?.retryAfterMs, 0, this.rows.version === "") * SLACK
    );
  }

  /** The last answer, for a tab that has this version. */
  tell(have: string, answers?: string): OutcomeMessage | undefined {
    const last = this.#last;
    if (!last) return undefined;
    const { at, failures, failure, offset } = last;
    return {
      type: "outcome",
      ...this.#position,
      at,
      failures,
      version: this.rows.version,
      ...(offset === undefined ? undefined : { offset }),
      ...(failure ? { failure, from: "" } : this.rows.since(have)),
      ...(answers === undefined ? undefined : { answers }),
    };
  }

  /** The last answer, for a store that gives the version it has as its cursor. @throws what the source threw. */
  answer(have: string | undefined): SessionList {
    if (!this.#last) throw new DataSourceError("No tab has an answer.", { kind: "network" });
    const { failure, offset } = this.#last;
    const now = this.#clock.now();
    if (failure) throw this.#thrown ?? this.#toError();
    const serverTime = offset === undefined ? undefined : { serverTime: now + offset };
    const { content } = this.rows.since(have ?? "");
    const cursor = this.rows.version;
    if (content.kind === "unchanged") return { unchanged: true, ...serverTime };
    if (content.kind === "delta") {
      return { changed: content.rows, removed: content.removed, fresh: true, cursor, ...serverTime };
    }
    const { rows, total, offers } = content;
    return {
      sessions: rows,
      fresh: true,
      cursor,
      ...(total === undefined ? undefined : { total }),
      ...(offers && { offers }),
      ...serverTime,
    };
  }

  #toError(): DataSourceError {
    const { failure, at } = this.#last!;
    const { message, retryAfterMs, ...rest } = failureOf(failure);
    if (retryAfterMs === undefined) return new DataSourceError(message, rest);
    // Some of the time has passed since the server asked for it.
    const left = Math.max(0, retryAfterMs - Math.max(0, this.#clock.now() - at));
    return new DataSourceError(message, { ...rest, retryAfterMs: left });
  }
}

export function isLater(a: Position, b: Position): boolean {
  if (a.term !== b.term) return a.term > b.term;
  if (a.holder !== b.holder) return a.holder > b.holder;
  return a.serial > b.serial;
}

function isRefused({ failure }: Outcome): boolean {
  return failure !== undefined && (failure.kind === "unauthorized" || failure.status === 401 || failure.status === 403);
}
