import { DataSourceError, failureOf, type SessionList, type TransferDataSource } from "../../sources/data-source.js";
import { fetchList } from "../sessions/fetch-list.js";
import { listenTo } from "../sessions/listen-to.js";
import { readList, type ListReading } from "../../sources/wire/list-reader.js";
import { inTime } from "../in-time.js";
import type { Known } from "./known.js";
import type { Content, Position, ShareMessage } from "./share-message.js";
import { ownRows, textsOf } from "../../sources/wire/portable-rows.js";
import type { SharingEnvironment } from "./sharing-environment.js";

/** Before the 60 s after which a store gives up by itself: it shall hear of this failure, and count no second one. */
const LIMIT = 55_000;

export interface HolderHost {
  readonly source: TransferDataSource;
  readonly environment: Pick<SharingEnvironment, "clock" | "timers" | "warn">;
  readonly known: Known;
  /** The source has answered, or failed; `known` has it already. */
  concluded(message: ShareMessage & { type: "outcome" }): void;
  /** The source says that what it answered no longer holds. */
  pushed(): void;
}

interface Flight {
  readonly serial: number;
  readonly controller: AbortController;
  /** Something happened since it began. */
  outdated: boolean;
  /** Another request follows it at once. */
  again: boolean;
  /** Another tab waits for it. */
  shared: boolean;
}

/** Asks the source for all tabs, while this one holds the lock: one request at a time. */
export class Holder {
  readonly #host: HolderHost;
  #stopListening: (() => void) | undefined;
  #flight: Flight | undefined;
  #place = { term: 0, holder: "" };
  #serial = 0;
  /** This tab's source has answered since it holds the lock: what it says of "since" is about the shared list. */
  #own = false;
  #active = false;

  constructor(host: HolderHost) {
    this.#host = host;
  }

  get isAsking(): boolean {
    return this.#flight !== undefined;
  }

  /** Between {@link begin} and {@link end}. */
  get isActive(): boolean {
    return this.#active;
  }

  begin({ term, holder, serial }: Position): void {
    this.#place = { term, holder };
    this.#serial = serial;
    this.#own = false;
    this.#active = true;
    const { source, environment } = this.#host;
    this.#stopListening = listenTo(source, (hint) => this.#onPush(hint), environment);
  }

  /** What is under way changes nothing any more. */
  end(): void {
    this.#active = false;
    this.#drop();
    this.#stopListening?.();
    this.#stopListening = undefined;
  }

  /** Sees to an answer. @returns its serial. @param anew it must not be out of date, even if that costs another request. */
  ask(anew: boolean, shared: boolean): number {
    const flight = this.#flight ?? this.#ask();
    flight.shared ||= shared;
    if (!flight.outdated) return flight.serial;
    if (!anew) {
      flight.again = true;
      return flight.serial + 1;
    }
    this.#drop();
    return this.ask(anew, flight.shared);
  }

  outdate(): void {
    if (this.#flight) this.#flight.outdated = true;
  }

  /** Nobody in this tab waits any more. */
  release(): void {
    if (this.#flight && !this.#flight.shared) this.#drop();
  }

  #drop(): void {
    const flight = this.#flight;
    this.#flight = undefined;
    flight?.controller.abort();
  }

  #ask(): Flight {
    const flight: Flight = {
      serial: ++this.#serial,
      controller: new AbortController(),
      outdated: false,
      again: false,
      shared: false,
    };
    this.#flight = flight;
    void this.#fly(flight);
    return flight;
  }

  async #fly(flight: Flight): Promise<void> {
    const { source, environment, known } = this.#host;
    const { timers } = environment;
    // A tab that hung finds its timer due before it hears that another has taken its place: what waits comes first.
    await new Promise<void>((resolve) => void timers.after(0, resolve));
    if (this.#flight !== flight) return;
    const wish = {
      cursor: known.rows.cursor,
      whole: known.rows.version === "" || !this.#own,
      warn: environment.warn,
      dropCursor: () => known.rows.forgetCursor(),
    };
    const caller = flight.controller.signal;
    let outcome: { reading: ListReading } | { error: unknown };
    try {
      outcome = {
        reading: await inTime((signal) => fetchList(source, signal, wish), { timers, limit: LIMIT, caller }),
      };
    } catch (error) {
      outcome = { error };
    }
    if (this.#flight !== flight) return;
    this.#flight = undefined;
    if ("error" in outcome) this.#fail(flight.serial, outcome.error);
    else this.#accept(flight.serial, outcome.reading);
    // Being told, this tab may have let go of the lock, or somebody may have asked again.
    if (!this.#active || this.#flight) return;
    if (flight.again) this.#ask().shared = flight.shared;
    else if (flight.outdated) known.outdate();
  }

  #accept(serial: number, reading: ListReading): void {
    const { known, environment } = this.#host;
    if (reading.kind !== "whole" && known.rows.version === "") {
      const message = "The data source told changes to a list that it never gave.";
      this.#fail(serial, new DataSourceError(message, { kind: "invalid" }));
      return;
    }
    this.#own = true;
    this.#conclude(serial, reading, environment.clock.now());
  }

  #conclude(serial: number, reading: ListReading, at: number): void {
    const { known, environment, concluded } = this.#host;
    const { term, holder } = this.#place;
    const { version: from } = known.rows;
    const message: ShareMessage & { type: "outcome" } = {
      type: "outcome",
      term,
      holder,
      serial,
      at,
      failures: 0,
      from,
      version: reading.kind === "unchanged" ? from : `${term}.${holder}.${serial}`,
      content: contentOf(reading),
      ...(reading.serverTime === undefined ? undefined : { offset: reading.serverTime - environment.clock.now() }),
    };
    known.take(message);
    concluded(message);
  }

  #fail(serial: number, error: unknown): void {
    const { known, environment, concluded } = this.#host;
    const { term, holder } = this.#place;
    const failure = failureOf(error);
    const message: ShareMessage & { type: "outcome" } = {
      type: "outcome",
      term,
      holder,
      serial,
      at: environment.clock.now(),
      failures: known.failures + 1,
      failure,
      from: "",
      version: known.rows.version,
    };
    known.take(message, error);
    concluded(message);
  }

  /** A push with rows is passed on to all as it is; any other, or one that may cross an answer, makes somebody ask. */
  #onPush(hint: SessionList | undefined): void {
    const { known, pushed } = this.#host;
    if (hint !== undefined && hint !== null && !this.#flight && known.last && !known.last.failure) {
      try {
        const reading = readList(hint);
        if (reading.kind === "delta" || (reading.kind === "whole" && reading.nextPage === undefined)) {
          this.#conclude(++this.#serial, reading, known.last.at);
          return;
        }
      } catch {
        // Something changed, whatever it is.
      }
    }
    this.outdate();
    pushed();
  }
}

function contentOf(reading: ListReading): Content {
  if (reading.kind === "unchanged") return { kind: "unchanged" };
  const rows = reading.fresh ? reading.rows : ownRows(reading.rows);
  if (reading.kind === "delta")
    return { kind: "delta", rows, ...textsOf(rows), removed: reading.removed, cursor: reading.cursor };
  return {
    kind: "whole",
    rows,
    ...textsOf(rows),
    ...(reading.total === undefined ? undefined : { total: reading.total }),
    ...(reading.cursor === undefined ? undefined : { cursor: reading.cursor }),
    ...(reading.offers && { offers: reading.offers }),
  };
}
