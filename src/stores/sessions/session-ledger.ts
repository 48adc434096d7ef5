import { sessionKey, type QuarantinedRecord, type TransferSession } from "../../domain/session/session.js";
import { sameValue } from "../../sources/wire/wire-value.js";
import { Quarantine } from "./quarantine.js";
import { RowIndex, startsBefore } from "./row-index.js";
import { isGood, readRecord, readsTheSame, type Reading, type Row } from "./row-reading.js";

/** What one answer did to the rows. */
export interface SessionChanges {
  readonly added: readonly TransferSession[];
  readonly changed: readonly SessionChange[];
  readonly removed: readonly TransferSession[];
}

export interface SessionChange {
  readonly before: TransferSession;
  readonly after: TransferSession;
}

export const NO_CHANGES: SessionChanges = Object.freeze({ added: [], changed: [], removed: [] });

/**
 * The rows of the last answer. It reads only records whose wire value changed, and what did not change keeps its
 * identity: from there down, "changed" is one comparison of two references.
 */
export class SessionLedger {
  /** In the source's order, one for each key. */
  #rows: readonly Row[] = [];
  readonly #index = new RowIndex();
  readonly #quarantine = new Quarantine();
  #sessions: readonly TransferSession[] = [];
  /** Counts the answers, so that a row can say in which it was named. */
  #answer = 0;

  /** In the source's order. The array is replaced when anything in it changed. */
  get sessions(): readonly TransferSession[] {
    return this.#sessions;
  }

  /** The array is replaced when anything in it changed. */
  get quarantined(): readonly QuarantinedRecord[] {
    return this.#quarantine.records;
  }

  /** The session of that very id and creation. */
  get(session: Pick<TransferSession, "id" | "createdAt">): TransferSession | undefined {
    return this.#index.find(session)?.session;
  }

  /** The session of that id; of several, the one created last. */
  latest(id: string): TransferSession | undefined {
    return this.#index.latest(id)?.session;
  }

  /**
   * Reads a whole list and changes nothing yet: what is as it was is found again, the rest is read.
   *
   * @param fresh nobody else holds the records.
   */
  readWhole(wires: readonly unknown[], fresh: boolean): readonly Reading[] {
    const isFirst = this.#index.isEmpty;
    let bad = 0;
    // Most rows stand where they stood, or one behind the other as they did: only at a seam is one searched by its id.
    let expected = 0;
    // Not map() alone, which passes over the holes of a list.
    return [...wires].map((wire) => {
      const same = isFirst ? undefined : this.#findSame(wire, this.#rows[expected], fresh);
      if (same) {
        expected = same.place + 1;
        // A source that hands out one object for as long as a row does not change is compared with once.
        if (fresh) same.wire = wire;
        return same;
      }
      const reading = this.#quarantine.findSame(bad, wire) ?? readRecord(wire, fresh);
      if (!isGood(reading)) {
        bad++;
        return reading;
      }
      const row = isFirst ? undefined : this.#index.find(reading.session);
      if (row) expected = row.place + 1;
      return reading;
    });
  }

  /** Reads the records of a delta; see {@link readWhole}. */
  readChanged(wires: readonly unknown[], fresh: boolean): readonly Reading[] {
    return [...wires].map((wire) => readRecord(wire, fresh));
  }

  /** Takes a whole list. @param readings what {@link readWhole} made of it since anything was taken. */
  replaceAll(wires: readonly unknown[], fresh = false, readings = this.readWhole(wires, fresh)): SessionChanges {
    const answer = ++this.#answer;
    const before = this.#rows;
    const order: Row[] = [];
    const bad: [number, Reading][] = [];
    let came = 0;
    for (let index = 0; index < readings.length; index++) {
      const reading = readings[index]!;
      if (!isGood(reading)) {
        bad.push([index, reading]);
        continue;
      }
      const isSame = reading.since > 0;
      let row = isSame ? reading : this.#index.find(reading.session);
      if (!row) {
        came++;
        row = this.#add(reading);
      }
      const next = isSame || row === reading ? undefined : reading;
      if (row.named !== answer) {
        row.named = answer;
        row.next = next;
        order.push(row);
      } else if (!isNewer(row.next ?? row, next ?? row)) {
        // Twice in one list: the later update wins, where the row was first named.
        row.next = next;
      }
    }
    const stayed = order.length - came;
    const removed = stayed < before.length ? before.filter((row) => row.named !== answer) : [];
    for (const row of removed) this.#index.remove(row);
    this.#quarantine.replace(bad);

    const changed: SessionChange[] = [];
    const sessions: TransferSession[] = [];
    for (let place = 0; place < order.length; place++) {
      const row = order[place]!;
      row.place = place;
      const change = row.next && takeNext(row);
      if (change && row.since !== answer) changed.push(change);
      sessions.push(row.session);
    }
    const added = came > 0 ? order.filter((row) => row.since === answer) : [];
    return this.#conclude(order, sessions, { added, changed, removed });
  }

  /**
   * Takes what changed since the last answer: removals (all rows of each id) before changes.
   *
   * @param readings what {@link readChanged} made of it since anything was taken.
   */
  apply(
    wires: readonly unknown[],
    removedIds: readonly string[],
    fresh = false,
    readings = this.readChanged(wires, fresh),
  ): SessionChanges {
    if (wires.length === 0 && removedIds.length === 0) return NO_CHANGES;
    this.#answer++;
    const order: (Row | undefined)[] = this.#rows.slice();
    const added = new Set<Row>();
    const updated = new Set<Row>();
    const removed = new Set<Row>();
    let firstGap = Infinity;
    const remove = (row: Row) => {
      order[row.place] = undefined;
      firstGap = Math.min(firstGap, row.place);
      removed.add(row);
    };
    const append = (row: Row) => {
      row.place = order.push(row) - 1;
    };

    for (const id of removedIds) for (let row = this.#index.first(id); row; row = row.sibling) remove(row);
    for (const reading of this.#latest(readings)) {
      const row = this.#index.find(reading.session);
      if (row) {
        row.next = reading;
        updated.add(row);
        if (removed.delete(row)) append(row);
        continue;
      }
      // A later session of the same id takes the place of the earlier ones.
      let place = Infinity;
      for (let other = this.#index.first(reading.session.id); other; other = other.sibling) {
        if (removed.has(other) || !startsBefore(other.session, reading.session)) continue;
        place = Math.min(place, other.place);
        remove(other);
      }
      const later = this.#add(reading);
      added.add(later);
      if (place === Infinity) {
        append(later);
      } else {
        order[place] = later;
        later.place = place;
      }
    }

    for (const row of removed) {
      this.#index.remove(row);
      updated.delete(row);
      // What came and went within one answer was never there.
      if (added.delete(row)) removed.delete(row);
    }
    const changed: SessionChange[] = [];
    const sessions = this.#sessions.slice();
    for (const row of added) sessions[row.place] = row.session;
    for (const row of updated) {
      const change = takeNext(row);
      if (change) changed.push(change);
      sessions[row.place] = row.session;
    }
    closeGaps(order, sessions, firstGap);
    return this.#conclude(order as Row[], sessions, { added: [...added], changed, removed: [...removed] });
  }

  /** The row that this record was read into before, if it has not changed since. */
  #findSame(wire: unknown, expected: Row | undefined, fresh: boolean): Row | undefined {
    if (expected && readsTheSame(expected, wire, fresh)) return expected;
    for (let row = this.#index.likely(wire); row; row = row.sibling) {
      if (row !== expected && readsTheSame(row, wire, fresh)) return row;
    }
    return undefined;
  }

  /** Of a delta: the bad records go to quarantine, and of one key the later update remains. */
  #latest(readings: readonly Reading[]): Iterable<Row> {
    const good = new Map<string, Row>();
    const bad: [number, Reading][] = [];
    readings.forEach((reading, index) => {
      if (!isGood(reading)) {
        bad.push([index, reading]);
        return;
      }
      const key = sessionKey(reading.session);
      const rival = good.get(key);
      if (!rival || !isNewer(rival, reading)) good.set(key, reading);
    });
    this.#quarantine.add(bad);
    return good.values();
  }

  #add(row: Row): Row {
    row.since = this.#answer;
    this.#index.add(row);
    return row;
  }

  #conclude(
    rows: readonly Row[],
    sessions: readonly TransferSession[],
    { added, changed, removed }: { added: readonly Row[]; changed: SessionChange[]; removed: readonly Row[] },
  ): SessionChanges {
    this.#rows = rows;
    if (!sameOrder(this.#sessions, sessions)) this.#sessions = sessions;
    if (added.length === 0 && changed.length === 0 && removed.length === 0) return NO_CHANGES;
    return { added: added.map(sessionOf), changed, removed: removed.map(sessionOf) };
  }
}

/** Data that throws when it is looked at cannot be told to be the same; it must not cost the other rows their answer. */
function isSameSession(before: TransferSession, after: TransferSession): boolean {
  try {
    return sameValue(before, after);
  } catch {
    return false;
  }
}

/** Moves a row on to what the answer at hand says of it. */
function takeNext(row: Row): SessionChange | undefined {
  const { next } = row;
  if (!next) return undefined;
  const before = row.session;
  row.next = undefined;
  row.wire = next.wire;
  row.comparable = next.comparable;
  // Other spelling, same meaning: the row keeps its identity.
  if (isSameSession(before, next.session)) return undefined;
  row.session = next.session;
  return { before, after: next.session };
}

/** Moves up what stands behind a gap. The two lists belong together. */
function closeGaps(rows: (Row | undefined)[], sessions: TransferSession[], firstGap: number): void {
  if (firstGap >= rows.length) return;
  let place = firstGap;
  for (let index = firstGap; index < rows.length; index++) {
    const row = rows[index];
    if (!row) continue;
    sessions[place] = sessions[index]!;
    rows[place] = row;
    row.place = place++;
  }
  rows.length = place;
  sessions.length = place;
}

function sessionOf(row: Row): TransferSession {
  return row.session;
}

function isNewer(reading: Row, than: Row): boolean {
  return (reading.session.updatedAt ?? -Infinity) > (than.session.updatedAt ?? -Infinity);
}

function sameOrder(a: readonly TransferSession[], b: readonly TransferSession[]): boolean {
  return a.length === b.length && a.every((session, index) => session === b[index]);
}
