import { sessionKey, type TransferSession } from "../../domain/session/session.js";
import type { Timers } from "../../platform/environment.js";
import { failureOf, type TransferDataSource } from "../../sources/data-source.js";
import { isNotOffered } from "../../sources/offers.js";
import { inTime } from "../in-time.js";

/** How the end of one session goes. */
export type Ending =
  /** Asked for; stands until the next answer of the list, which wins. */
  | { readonly phase: "ending" }
  /** Refused, or not answered in time. `error` is what the source threw. */
  | { readonly phase: "failed"; readonly error: unknown };

/** What became of one request to end a session. */
export type EndResult = { readonly ended: true } | { readonly ended: false; readonly error: unknown };

export interface EndSessionOptions {
  /** Passed on to the source. */
  readonly reason?: string;
  /** No poll follows: one of many, after which `SessionStore.pollAnew` is called once. */
  readonly quiet?: boolean;
}

interface Entry {
  readonly session: TransferSession;
  ending: Ending;
  result: Promise<EndResult>;
  /** The source has said yes; the list has not shown it yet. */
  settled: boolean;
}

export interface EndingsOptions {
  readonly source: TransferDataSource;
  readonly timers: Timers;
  onChange(): void;
  /** An `end` went through: the list is out of date. */
  onEnded(): void;
}

/** Ends sessions, one call each, and knows how far each is. */
export class SessionEndings {
  readonly #options: EndingsOptions;
  readonly #entries = new Map<string, Entry>();
  #snapshot: ReadonlyMap<string, Ending> = new Map();

  constructor(options: EndingsOptions) {
    this.#options = options;
  }

  /** By session key. Replaced when anything in it changed. */
  get snapshot(): ReadonlyMap<string, Ending> {
    return this.#snapshot;
  }

  /**
   * Asks the source to end a session, or joins the call that is under way. Never rejects.
   */
  end(session: TransferSession, options: EndSessionOptions = {}): Promise<EndResult> {
    const key = sessionKey(session);
    const known = this.#entries.get(key);
    if (known?.ending.phase === "ending") return known.result;
    const entry: Entry = {
      session,
      ending: { phase: "ending" },
      settled: false,
      result: Promise.resolve({ ended: true }),
    };
    this.#entries.set(key, entry);
    entry.result = this.#call(entry, key, options);
    // Only now: who asks again when told of it shall join the call.
    this.#changed();
    return entry.result;
  }

  /**
   * The list has answered: it wins over what we believe. A request whose answer is still out stays, unless the row
   * shows that it is done.
   *
   * @param find the session's present record. Who calls this also tells of the change.
   */
  reconcile(find: (session: TransferSession) => TransferSession | undefined): void {
    let changed = false;
    for (const [key, { session, ending, settled }] of this.#entries) {
      const present = find(session);
      const over = !present || present.status === "ended";
      if (over || (ending.phase === "ending" && settled)) changed = this.#entries.delete(key) || changed;
    }
    if (changed) this.#renew();
  }

  async #call(entry: Entry, key: string, { reason, quiet = false }: EndSessionOptions): Promise<EndResult> {
    const { source, timers, onEnded } = this.#options;
    const end = async (signal: AbortSignal) => {
      if (typeof source.end !== "function") throw new Error("The data source cannot end sessions.");
      await source.end(entry.session, { signal, ...(reason === undefined ? undefined : { reason }) });
      // An answer that comes too late is still news: ask the list what is so.
      if (entry.ending.phase === "failed") onEnded();
    };
    try {
      await inTime(end, { timers });
      entry.settled = true;
      if (this.#entries.get(key) === entry) this.#changed();
      if (!quiet) onEnded();
      return { ended: true };
    } catch (error) {
      entry.ending = { phase: "failed", error };
      isNotOffered(source, "end", error);
      if (this.#entries.get(key) === entry) this.#changed();
      const { status } = failureOf(error);
      // There is no such session any more.
      if ((status === 404 || status === 410) && !quiet) onEnded();
      return { ended: false, error };
    }
  }

  #changed(): void {
    this.#renew();
    this.#options.onChange();
  }

  #renew(): void {
    this.#snapshot = new Map([...this.#entries].map(([key, { ending }]) => [key, ending]));
  }
}
