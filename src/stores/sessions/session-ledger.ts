import { sessionKey, type QuarantinedRecord, type TransferSession } from "../../domain/session/session.js";
import { copyValue, isPlain, sameValue } from "../../sources/wire/wire-value.js";
import type { WireReader } from "../../sources/wire/reader-port.js";

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

/** A record of the wire, as it was read. */
export interface Reading {
  /** Our own copy, or the host's object where that cannot be copied truly. */
  wire: unknown;
  /** Whether an equal `wire` means an equal session; an instance of a class may answer anew each time. */
  comparable: boolean;
  session: TransferSession | undefined;
  readonly rejected: string | undefined;
}

/**
 * What stands for one key (id and creation) for as long as that is in the list. It is the first reading itself, and
 * takes over what later ones say: a first list of many thousands makes no second object for each.
 */
interface Row extends Reading {
  /** Kept from an earlier reading where that was equal. */
  session: TransferSession;
  /** Index in the list; -1 until it has one. */
  place: number;
  /** The answer that brought it. */
  since: number;
  /** The last answer that named it. */
  named: number;
  /** What the answer at hand says instead. */
  next: Row | undefined;
  /** Another row of the same id. */
  sibling: Row | undefined;
}

interface BadRecord {
  readonly reading: Reading;
  readonly record: QuarantinedRecord;
}

/** Why a record is not in the list that only a prepared reader could have read. */
const NOT_READ = "Its reader could not be loaded.";

/** Quarantined records that deltas can pile up before a whole list clears them. */
const MOST_QUARANTINED = 10_000;

/**
 * The rows of the last answer. It reads only records whose wire value changed, and what did not change keeps its
 * identity: from there down, "changed" is one comparison of two references.
 */
export class SessionLedger {
  readonly #reader: WireReader;
  /** In the source's order, one for each key. */
  #rows: readonly Row[] = [];
  /** Platforms reuse ids, so one id may have several rows: siblings, of which this is the first. */
  readonly #byId = new Map<string, Row>();
  #bad: readonly BadRecord[] = [];
  #sessions: readonly TransferSession[] = [];
  #quarantined: readonly QuarantinedRecord[] = [];
  /** Counts the answers, so that a row can say in which it was named. */
  #answer = 0;

  constructor(reader: WireReader) {
    this.#reader = reader;
  }

  /** In the source's order. The array is replaced when anything in it changed. */
  get sessions(): readonly TransferSession[] {
    return this.#sessions;
  }

  /** The array is replaced when anything in it changed. */
  get quarantined(): readonly QuarantinedRecord[] {
    return this.#quarantined;
  }

  /** Some records would be read by a reader that is prepared. */
  get hasUnread(): boolean {
    return this.#bad.some(({ reading }) => isUnread(reading));
  }

  /** The session of that very id and creation. */
  get(session: Pick<TransferSession, "id" | "createdAt">): TransferSession | undefined {
    return this.#row(session)?.session;
  }

  /** The session of that id; of several, the one created last. */
  latest(id: string): TransferSession | undefined {
    let latest = this.#byId.get(id);
    for (let row = latest; row; row = row.sibling) {
      if (startsBefore(latest!.session, row.session)) latest = row;
    }
    return latest?.session;
  }

  /**
   * Reads a whole list and changes nothing yet: what is as it was is found again, the rest is read.
   *
   * @param fresh nobody else holds the records.
   */
  readWhole(wires: readonly unknown[], fresh: boolean): readonly Reading[] {
    const isFirst = this.#byId.size === 0;
    let bad = 0;
    // Most rows stand where they stood, or one behind the other as they did: only at a seam is one searched by its id.
    let expected = 0;
    // Not map(), which passes over the holes of a list.
    return Array.from(wires, (wire) => {
      const same = isFirst ? undefined : this.#findSame(wire, this.#rows[expected], fresh);
      if (same) {
        expected = same.place + 1;
        return same;
      }
      const known = this.#bad[bad]?.reading;
      const reading = known && isSameBad(known, wire) ? known : this.#read(wire, fresh);
      if (!isGood(reading)) {
        bad++;
        return reading;
      }
      const row = isFirst ? undefined : this.#row(reading.session);
      if (row) expected = row.place + 1;
      return reading;
    });
  }

  /** Reads the records of a delta; see {@link readWhole}. */
  readChanged(wires: readonly unknown[], fresh: boolean): readonly Reading[] {
    return Array.from(wires, (wire) => this.#read(wire, fresh));
  }

  /** Takes a whole list. @param readings what {@link readWhole} made of it since anything was taken. */
  replaceAll(wires: readonly unknown[], fresh = false, readings = this.readWhole(wires, fresh)): SessionChanges {
    const answer = ++this.#answer;
    const before = this.#rows;
    const order: Row[] = [];
    const bad: BadRecord[] = [];
    let came = 0;
    for (let index = 0; index < readings.length; index++) {
      const reading = readings[index]!;
      if (!isGood(reading)) {
        const known = this.#bad[bad.length];
        bad.push(known?.reading === reading && known.record.index === index ? known : toBad(reading, index));
        continue;
      }
      const isSame = reading.since > 0;
      let row = isSame ? reading : this.#row(reading.session);
      if (!row) {
        came++;
        row = this.#index(reading);
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
    for (const row of removed) this.#unindex(row);
    this.#quarantine(bad);

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

    for (const id of removedIds) for (let row = this.#byId.get(id); row; row = row.sibling) remove(row);
    for (const reading of this.#latest(readings)) {
      const row = this.#row(reading.session);
      if (row) {
        row.next = reading;
        updated.add(row);
        if (removed.delete(row)) append(row);
        continue;
      }
      // A later session of the same id takes the place of the earlier ones.
      let place = Infinity;
      for (let other = this.#byId.get(reading.session.id); other; other = other.sibling) {
        if (removed.has(other) || !startsBefore(other.session, reading.session)) continue;
        place = Math.min(place, other.place);
        remove(other);
      }
      const later = this.#index(reading);
      added.add(later);
      if (place === Infinity) {
        append(later);
      } else {
        order[place] = later;
        later.place = place;
      }
    }

    for (const row of removed) {
      this.#unindex(row);
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
    if (expected && this.#isSame(expected, wire, fresh)) return expected;
    for (let row = this.#byId.get(wireId(wire)); row; row = row.sibling) {
      if (row !== expected && this.#isSame(row, wire, fresh)) return row;
    }
    return undefined;
  }

  /** The row of that very id and creation. */
  #row({ id, createdAt }: Pick<TransferSession, "id" | "createdAt">): Row | undefined {
    let row = this.#byId.get(id);
    while (row && row.session.createdAt !== createdAt) row = row.sibling;
    return row;
  }

  /** Of a delta: the bad records go to quarantine, and of one key the later update remains. */
  #latest(readings: readonly Reading[]): Iterable<Row> {
    const good = new Map<string, Row>();
    const bad: BadRecord[] = [];
    readings.forEach((reading, index) => {
      if (!isGood(reading)) {
        bad.push(toBad(reading, index));
        return;
      }
      const key = sessionKey(reading.session);
      const rival = good.get(key);
      if (!rival || !isNewer(rival, reading)) good.set(key, reading);
    });
    if (bad.length > 0) {
      const most = Math.max(MOST_QUARANTINED, this.#bad.length);
      this.#quarantine([...this.#bad, ...bad].slice(-most));
    }
    return good.values();
  }

  #isSame({ comparable, wire }: Reading, row: unknown, fresh: boolean): boolean {
    if (!comparable || typeof wire !== "object" || typeof row !== "object" || wire === null || row === null)
      return false;
    // What nobody else holds is as it was; a source may know which of its rows have not changed.
    if (fresh && wire === row) return true;
    try {
      return (fresh || isPlain(row)) && this.#reader.sameRow(wire, row);
    } catch {
      return false;
    }
  }

  #read(row: unknown, fresh: boolean): Reading {
    let wire = row;
    let comparable = typeof row !== "object" || row === null;
    try {
      if (typeof row === "object" && row !== null && (Array.isArray(row) || isPlain(row))) {
        // A source may change its objects in place; what nobody else holds stays as it is.
        wire = fresh ? row : copyValue(row);
        comparable = true;
      }
    } catch {
      // A getter or a Proxy threw; the reader will say what is wrong with it.
    }
    const read = this.#reader.readSession(wire);
    const rejected = read ? read.rejected : NOT_READ;
    let session = read?.session;
    // It is read again with the next answer, whatever that says.
    if (!read) comparable = false;
    if (session) {
      if (!comparable) session = detached(session);
      // A host's renderer gets it, and must not change it for everybody.
      Object.freeze(session);
    }
    const reading: Reading & Omit<Row, "session"> = {
      wire,
      comparable,
      session,
      rejected,
      place: -1,
      since: 0,
      named: 0,
      next: undefined,
      sibling: undefined,
    };
    return reading;
  }

  #index(row: Row): Row {
    row.since = this.#answer;
    const { id } = row.session;
    let last = this.#byId.get(id);
    if (!last) {
      this.#byId.set(id, row);
      return row;
    }
    while (last.sibling) last = last.sibling;
    last.sibling = row;
    return row;
  }

  #unindex(row: Row): void {
    const { id } = row.session;
    const first = this.#byId.get(id);
    if (first !== row) {
      let before = first;
      while (before && before.sibling !== row) before = before.sibling;
      if (before) before.sibling = row.sibling;
    } else if (row.sibling) {
      this.#byId.set(id, row.sibling);
    } else {
      this.#byId.delete(id);
    }
    row.sibling = undefined;
  }

  #quarantine(bad: readonly BadRecord[]): void {
    const before = this.#bad;
    if (bad.length === before.length && bad.every((one, index) => one === before[index])) return;
    this.#bad = bad;
    this.#quarantined = bad.map(({ record }) => record);
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

/** Whether a record would be read by a reader that is prepared; see {@link WireReader}. */
export function isUnread({ rejected }: Reading): boolean {
  return rejected === NOT_READ;
}

function isGood(reading: Reading): reading is Row {
  return reading.session !== undefined;
}

function toBad(reading: Reading, index: number): BadRecord {
  return { reading, record: { index, reason: reading.rejected ?? "", value: reading.wire } };
}

/** The data of a host's object that we could not copy whole: at least what it changes in place shall be seen. */
function detached(session: TransferSession): TransferSession {
  try {
    return copyValue(session);
  } catch {
    return session;
  }
}

function isSameBad({ comparable, wire }: Reading, row: unknown): boolean {
  if (!comparable) return false;
  try {
    return sameValue(wire, row);
  } catch {
    return false;
  }
}

/** What a record calls itself, before it is read: good enough to find its likely predecessor. */
function wireId(row: unknown): string {
  if (typeof row !== "object" || row === null) return "";
  try {
    const { id, sessionId } = row as { id?: unknown; sessionId?: unknown };
    return typeof id === "string" ? id : typeof sessionId === "string" ? sessionId : "";
  } catch {
    return "";
  }
}

function sessionOf(row: Row): TransferSession {
  return row.session;
}

function isNewer(reading: Row, than: Row): boolean {
  return (reading.session.updatedAt ?? -Infinity) > (than.session.updatedAt ?? -Infinity);
}

function startsBefore(session: TransferSession, than: TransferSession): boolean {
  return (session.createdAt ?? -Infinity) < (than.createdAt ?? -Infinity);
}

function sameOrder(a: readonly TransferSession[], b: readonly TransferSession[]): boolean {
  return a.length === b.length && a.every((session, index) => session === b[index]);
}
