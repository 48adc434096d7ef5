import { sessionKey, type QuarantinedRecord, type TransferSession } from "../domain/session.js";
import { copyValue, isPlain, sameValue } from "../domain/wire-value.js";
import type { WireReader } from "./wire-reader.js";

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
interface Reading {
  /** Our own copy, or the host's object where that cannot be copied truly. */
  readonly wire: unknown;
  /** Whether an equal `wire` means an equal session; an instance of a class may answer anew each time. */
  readonly comparable: boolean;
  readonly session: TransferSession | undefined;
  readonly rejected: string | undefined;
}

type GoodReading = Reading & { readonly session: TransferSession };

/** What stands for one key (id and creation) for as long as that is in the list. */
interface Row {
  reading: GoodReading;
  /** Equal to `reading.session`, but kept from an earlier reading where that was equal too. */
  session: TransferSession;
  /** Index in the list; -1 until it has one. */
  place: number;
  /** The last whole list that named it. */
  list: number;
  /** What the answer at hand says instead of `reading`. */
  next: GoodReading | undefined;
}

interface BadRecord {
  readonly reading: Reading;
  readonly record: QuarantinedRecord;
}

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
  /** Platforms reuse ids, so one id may have several rows. */
  readonly #byId = new Map<string, Row[]>();
  #bad: readonly BadRecord[] = [];
  #sessions: readonly TransferSession[] = [];
  #quarantined: readonly QuarantinedRecord[] = [];
  /** Counts the whole lists, so that a row can say in which it was last named. */
  #list = 0;

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

  /** The session of that very id and creation. */
  get({ id, createdAt }: Pick<TransferSession, "id" | "createdAt">): TransferSession | undefined {
    return rowOf(this.#byId.get(id), createdAt)?.session;
  }

  /** The session of that id; of several, the one created last. */
  latest(id: string): TransferSession | undefined {
    let latest: Row | undefined;
    for (const row of this.#byId.get(id) ?? []) {
      if (!latest || startsBefore(latest.session, row.session)) latest = row;
    }
    return latest?.session;
  }

  /** Takes a whole list. @param fresh nobody else holds the records. */
  replaceAll(wires: readonly unknown[], fresh = false): SessionChanges {
    const list = ++this.#list;
    const isFirst = this.#byId.size === 0;
    const order: Row[] = [];
    const added = new Set<Row>();
    const bad: BadRecord[] = [];
    // Most rows stand where they stood, or one behind the other as they did: only at a seam is one searched by its id.
    let expected = 0;
    const name = (row: Row, next: GoodReading | undefined) => {
      if (row.place >= 0) expected = row.place + 1;
      if (row.list !== list) {
        row.list = list;
        row.next = next;
        order.push(row);
      } else if (!isNewer(row.next ?? row.reading, next ?? row.reading)) {
        // Twice in one list: the later update wins, where the row was first named.
        row.next = next;
      }
    };
    for (let index = 0; index < wires.length; index++) {
      const wire = wires[index];
      const same = isFirst ? undefined : this.#findSame(wire, this.#rows[expected]);
      if (same) {
        name(same, undefined);
        continue;
      }
      const known = this.#bad[bad.length];
      if (known && isSameBad(known.reading, wire)) {
        bad.push(known.record.index === index ? known : toBad(known.reading, index));
        continue;
      }
      const reading = this.#read(wire, fresh);
      if (!isGood(reading)) {
        bad.push(toBad(reading, index));
        continue;
      }
      const row = rowOf(this.#byId.get(reading.session.id), reading.session.createdAt);
      if (row) {
        name(row, reading);
      } else {
        const row = this.#index(reading);
        added.add(row);
        name(row, undefined);
      }
    }
    const stayed = order.length - added.size;
    const removed = stayed < this.#rows.length ? this.#rows.filter((row) => row.list !== list) : [];
    for (const row of removed) this.#unindex(row);
    this.#quarantine(bad);

    const changed: SessionChange[] = [];
    const sessions = order.map((row, place) => {
      row.place = place;
      const change = takeNext(row);
      if (change && !added.has(row)) changed.push(change);
      return row.session;
    });
    return this.#conclude(order, sessions, { added, changed, removed });
  }

  /** Takes what changed since the last answer: removals (all rows of each id) before changes. */
  apply(wires: readonly unknown[], removedIds: readonly string[], fresh = false): SessionChanges {
    if (wires.length === 0 && removedIds.length === 0) return NO_CHANGES;
    const order: (Row | undefined)[] = [...this.#rows];
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

    for (const id of removedIds) for (const row of this.#byId.get(id) ?? []) remove(row);
    for (const reading of this.#readDelta(wires, fresh)) {
      const { id, createdAt } = reading.session;
      const rows = this.#byId.get(id) ?? [];
      const row = rowOf(rows, createdAt);
      if (row) {
        row.next = reading;
        updated.add(row);
        if (removed.delete(row)) append(row);
        continue;
      }
      // A later session of the same id takes the place of the earlier ones.
      const earlier = rows.filter((row) => !removed.has(row) && startsBefore(row.session, reading.session));
      const place = Math.min(...earlier.map((row) => row.place));
      for (const row of earlier) remove(row);
      const later = this.#index(reading);
      added.add(later);
      if (earlier.length === 0) {
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
    const sessions = [...this.#sessions];
    for (const row of added) sessions[row.place] = row.session;
    for (const row of updated) {
      const change = takeNext(row);
      if (change) changed.push(change);
      sessions[row.place] = row.session;
    }
    closeGaps(order, sessions, firstGap);
    return this.#conclude(order as Row[], sessions, { added, changed, removed: [...removed] });
  }

  /** The row that this record was read into before, if it has not changed since. */
  #findSame(wire: unknown, expected: Row | undefined): Row | undefined {
    if (expected && this.#isSame(expected.reading, wire)) return expected;
    return this.#byId.get(wireId(wire))?.find((row) => row !== expected && this.#isSame(row.reading, wire));
  }

  /** Reads the records of a delta: the bad ones go to quarantine, and of one key the later update remains. */
  #readDelta(wires: readonly unknown[], fresh: boolean): Iterable<GoodReading> {
    const good = new Map<string, GoodReading>();
    const bad: BadRecord[] = [];
    wires.forEach((wire, index) => {
      const reading = this.#read(wire, fresh);
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

  #isSame({ comparable, wire }: Reading, row: unknown): boolean {
    if (!comparable || typeof wire !== "object" || typeof row !== "object" || wire === null || row === null)
      return false;
    try {
      return isPlain(row) && this.#reader.sameRow(wire, row);
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
    const { session, rejected } = this.#reader.readSession(wire);
    // A host's renderer gets it, and must not change it for everybody.
    if (session) Object.freeze(session);
    return { wire, comparable, session: session && !comparable ? detached(session) : session, rejected };
  }

  #index(reading: GoodReading): Row {
    const row: Row = { reading, session: reading.session, place: -1, list: 0, next: undefined };
    const { id } = row.session;
    const rows = this.#byId.get(id);
    if (rows) rows.push(row);
    else this.#byId.set(id, [row]);
    return row;
  }

  #unindex(row: Row): void {
    const { id } = row.session;
    const others = this.#byId.get(id)?.filter((other) => other !== row);
    if (others?.length) this.#byId.set(id, others);
    else this.#byId.delete(id);
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
    { added, changed, removed }: { added: ReadonlySet<Row>; changed: SessionChange[]; removed: readonly Row[] },
  ): SessionChanges {
    this.#rows = rows;
    if (!sameOrder(this.#sessions, sessions)) this.#sessions = sessions;
    if (added.size === 0 && changed.length === 0 && removed.length === 0) return NO_CHANGES;
    return { added: [...added].map(sessionOf), changed, removed: removed.map(sessionOf) };
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
  if (!row.next) return undefined;
  const before = row.session;
  row.reading = row.next;
  row.next = undefined;
  // Other spelling, same meaning: the row keeps its identity.
  if (isSameSession(before, row.reading.session)) return undefined;
  row.session = row.reading.session;
  return { before, after: row.session };
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

function isGood(reading: Reading): reading is GoodReading {
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

function rowOf(rows: readonly Row[] | undefined, createdAt: number | undefined): Row | undefined {
  return rows?.find(({ session }) => session.createdAt === createdAt);
}

function sessionOf(row: Row): TransferSession {
  return row.session;
}

function isNewer(reading: GoodReading, than: GoodReading): boolean {
  return (reading.session.updatedAt ?? -Infinity) > (than.session.updatedAt ?? -Infinity);
}

function startsBefore(session: TransferSession, than: TransferSession): boolean {
  return (session.createdAt ?? -Infinity) < (than.createdAt ?? -Infinity);
}

function sameOrder(a: readonly TransferSession[], b: readonly TransferSession[]): boolean {
  return a.length === b.length && a.every((session, index) => session === b[index]);
}
