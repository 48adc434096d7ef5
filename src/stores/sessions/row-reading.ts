import type { TransferSession } from "../../domain/session/session.js";
import { readSession } from "../../sources/wire/session-reader.js";
import { sameRow } from "../../sources/wire/wire-row.js";
import { copyValue, isPlain, sameValue } from "../../sources/wire/wire-value.js";

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
export interface Row extends Reading {
  /** Kept from an earlier reading where that was equal. */
  session: TransferSession;
  /** Index in the list; -1 until it has one. */
  place: number;
  /** The answer that brought it; 0 until one has. */
  since: number;
  /** The last answer that named it. */
  named: number;
  /** What the answer at hand says instead. */
  next: Row | undefined;
  /** Another row of the same id. */
  sibling: Row | undefined;
}

/** Reads a record, whatever it is. @param fresh nobody else holds it. */
export function readRecord(record: unknown, fresh: boolean): Reading {
  let wire = record;
  let comparable = typeof record !== "object" || record === null;
  try {
    if (typeof record === "object" && record !== null && (Array.isArray(record) || isPlain(record))) {
      // A source may change its objects in place; what nobody else holds stays as it is.
      wire = fresh ? record : copyValue(record);
      comparable = true;
    }
  } catch {
    // A getter or a Proxy threw; the reader will say what is wrong with it.
  }
  const read = readSession(wire);
  let { session } = read;
  if (session) {
    if (!comparable) session = detached(session);
    // A host's renderer gets it, and must not change it for everybody.
    Object.freeze(session);
  }
  const reading: Reading & Omit<Row, "session"> = {
    wire,
    comparable,
    session,
    rejected: read.rejected,
    place: -1,
    since: 0,
    named: 0,
    next: undefined,
    sibling: undefined,
  };
  return reading;
}

export function isGood(reading: Reading): reading is Row {
  return reading.session !== undefined;
}

/** Whether reading this record would give what that reading gave. It may say no where it would. */
export function readsTheSame({ comparable, wire }: Reading, record: unknown, fresh: boolean): boolean {
  if (!comparable || typeof wire !== "object" || typeof record !== "object" || wire === null || record === null)
    return false;
  // What nobody else holds is as it was; a source may know which of its rows have not changed.
  if (fresh && wire === record) return true;
  try {
    return (fresh || isPlain(record)) && sameRow(wire, record);
  } catch {
    return false;
  }
}

/** Whether a record that is no row is the same data as before. */
export function isSameData({ comparable, wire }: Reading, record: unknown): boolean {
  if (!comparable) return false;
  try {
    return sameValue(wire, record);
  } catch {
    return false;
  }
}

/** The data of a host's object that we could not copy whole: at least what it changes in place shall be seen. */
function detached(session: TransferSession): TransferSession {
  try {
    return copyValue(session);
  } catch {
    return session;
  }
}
