import type { ListedRow } from "./listed-row.js";

/** How many departures are remembered; who asks for what changed before them gets the whole list. */
const REMEMBERED = 20_000;

interface Departure {
  readonly revision: number;
  readonly id: string;
}

/** What changed since a revision, as wire values. `removed` (all rows of each id) applies before `changed`. */
export interface Changes {
  readonly changed: readonly unknown[];
  readonly removed: readonly string[];
}

/** The rows that are listed now, in the order in which they came, and what became of them since any revision. */
export class ListedRows {
  readonly #rows = new Set<ListedRow>();
  #departures: Departure[] = [];
  #revision = 0;
  /** Changes before this revision are no longer known. */
  #knownFrom = 0;

  /** Grows with each change. */
  get revision(): number {
    return this.#revision;
  }

  get rows(): Iterable<ListedRow> {
    return this.#rows;
  }

  has(row: ListedRow): boolean {
    return this.#rows.has(row);
  }

  add(row: ListedRow): void {
    this.#rows.add(row);
    this.touch(row);
  }

  /** Says that a row changed. */
  touch(row: ListedRow): void {
    row.revision = ++this.#revision;
  }

  remove(row: ListedRow): void {
    if (!this.#rows.delete(row)) return;
    this.#revision++;
    if (row.session) this.#departures.push({ revision: this.#revision, id: row.session.id });
    if (this.#departures.length <= REMEMBERED) return;
    this.#knownFrom = this.#departures[REMEMBERED / 2 - 1]!.revision;
    this.#departures = this.#departures.slice(REMEMBERED / 2);
  }

  /**
   * Finds a session by id.
   *
   * @param createdAt that very session, in epoch milliseconds; without it, the one created last.
   */
  find(id: string, createdAt?: number): ListedRow | undefined {
    let found: ListedRow | undefined;
    for (const row of this.#rows) {
      if (row.session?.id !== id) continue;
      if (createdAt !== undefined && row.session.createdAt !== createdAt) continue;
      if (!found || (row.session.createdAt ?? 0) >= (found.session?.createdAt ?? 0)) found = row;
    }
    return found;
  }

  whole(): unknown[] {
    return [...this.#rows].map((row) => row.wire);
  }

  /** @returns `undefined` where the revision is too long ago, or none of these rows. */
  since(revision: number): Changes | undefined {
    if (!Number.isInteger(revision) || revision < this.#knownFrom || revision > this.#revision) return undefined;
    const removed = new Set<string>();
    for (const departure of this.#departures) if (departure.revision > revision) removed.add(departure.id);
    const changed: unknown[] = [];
    for (const row of this.#rows) {
      // `removed` takes every row of an id, so one that is still here has to be told again.
      if (row.revision > revision || (row.session && removed.has(row.session.id))) changed.push(row.wire);
    }
    return { changed, removed: [...removed] };
  }
}
