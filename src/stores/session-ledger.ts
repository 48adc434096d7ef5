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

/** One record of the wire, as it was read. */
interface Slot {
  /** Our own copy, or the host's object where that cannot be copied truly. */
  readonly wire: unknown;
  /** Whether an equal `wire` means an equal session; an instance of a class may answer anew each time. */
  readonly comparable: boolean;
  readonly key: string;
  session: TransferSession | undefined;
  readonly rejected: string | undefined;
}

/** Quarantined records that deltas can pile up before a whole list clears them. */
const MOST_QUARANTINED = 10_000;

/**
 * The rows of the last answer. It reads only records whose wire value changed, and what did not change keeps its
 * identity: from there down, "changed" is one comparison of two references.
 */
export class SessionLedger {
  readonly #reader: WireReader;
  /** Every record of the list, in its order, bad and doubled ones too. */
  #slots: readonly Slot[] = [];
  /** The slot that stands for each key. */
  #byKey = new Map<string, Slot>();
  #sessions: readonly TransferSession[] = [];
  #quarantined: readonly QuarantinedRecord[] = [];

  constructor(reader: WireReader) {
    this.#reader = reader;
  }

  /** In the source's order. The array is replaced when anything in it changed. */
  get sessions(): readonly TransferSession[] {
    return this.#sessions;
  }

  get quarantined(): readonly QuarantinedRecord[] {
    return this.#quarantined;
  }

  /** Takes a whole list. */
  replaceAll(rows: readonly unknown[]): SessionChanges {
    const old = this.#slots;
    const slots: Slot[] = [];
    let byWireId: Map<unknown, Slot[]> | undefined;
    let touched = rows.length !== old.length;
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index];
      // Most rows stand where they stood; only a list that shifted needs to be searched.
      let slot = reusable(old[index], row);
      if (!slot) {
        touched = true;
        byWireId ??= groupByWireId(old);
        slot = byWireId.get(wireId(row))?.find((candidate) => reusable(candidate, row)) ?? this.#read(row);
      }
      slots.push(slot);
    }
    return touched ? this.#commit(slots) : NO_CHANGES;
  }

  /** Takes what changed since the last answer: removals (all rows of each id) before changes. */
  apply(rows: readonly unknown[], removed: readonly string[]): SessionChanges {
    if (rows.length === 0 && removed.length === 0) return NO_CHANGES;
    const gone = new Set(removed);
    const slots = gone.size ? this.#slots.filter(({ session }) => !session || !gone.has(session.id)) : [...this.#slots];
    const places = new Map<string, number[]>();
    const wanted = new Map<string, Slot>();
    for (const row of rows) {
      const slot = this.#read(row);
      // Within one delta, too, the later update of a key wins.
      const rival = slot.session && wanted.get(slot.key);
      if (slot.session && !(rival && isNewer(rival, slot))) wanted.set(slot.key, slot);
      if (!slot.session) slots.push(slot);
    }
    const ids = new Set([...wanted.values()].map(({ session }) => session!.id));
    slots.forEach(({ session }, place) => {
      if (!session || !ids.has(session.id)) return;
      const known = places.get(session.id);
      if (known) known.push(place);
      else places.set(session.id, [place]);
    });
    const dropped = new Set<number>();
    for (const slot of wanted.values()) {
      const { id } = slot.session!;
      const rivals = (places.get(id) ?? []).filter((place) => !dropped.has(place));
      const same = rivals.filter((place) => slots[place]!.key === slot.key);
      // A platform reuses ids: a later session of the same id takes the place of the earlier ones.
      const replaced = same.length ? same : rivals.filter((place) => startsBefore(slots[place]!, slot));
      const [place, ...others] = replaced;
      for (const other of others) dropped.add(other);
      if (place === undefined) {
        places.set(id, [...rivals, slots.push(slot) - 1]);
      } else {
        slots[place] = slot;
      }
    }
    return this.#commit(dropped.size ? slots.filter((_, place) => !dropped.has(place)) : slots);
  }

  #read(row: unknown): Slot {
    let wire = row;
    let comparable = typeof row !== "object" || row === null;
    try {
      if (typeof row === "object" && row !== null && (Array.isArray(row) || isPlain(row))) {
        wire = copyValue(row);
        comparable = true;
      }
    } catch {
      // A getter or a Proxy threw; the reader will say what is wrong with it.
    }
    const { session, rejected } = this.#reader.readSession(wire);
    return { wire, comparable, key: session ? sessionKey(session) : "", session, rejected };
  }

  #commit(slots: readonly Slot[]): SessionChanges {
    const byKey = new Map<string, Slot>();
    const quarantined: QuarantinedRecord[] = [];
    slots.forEach((slot, index) => {
      if (!slot.session) {
        quarantined.push({ index, reason: slot.rejected ?? "", value: slot.wire });
        return;
      }
      const rival = byKey.get(slot.key);
      // A Map keeps the place of the first, so the winner stands where the row was first named.
      if (!rival || !isNewer(rival, slot)) byKey.set(slot.key, slot);
    });

    const added: TransferSession[] = [];
    const changed: SessionChange[] = [];
    const sessions: TransferSession[] = [];
    for (const [key, slot] of byKey) {
      const before = this.#byKey.get(key)?.session;
      if (before && before !== slot.session) {
        // Other spelling, same meaning: the row keeps its identity.
        if (sameValue(before, slot.session)) slot.session = before;
        else changed.push({ before, after: slot.session! });
      } else if (!before) {
        added.push(slot.session!);
      }
      sessions.push(slot.session!);
    }
    const removed: TransferSession[] = [];
    for (const [key, slot] of this.#byKey) if (!byKey.has(key)) removed.push(slot.session!);

    this.#slots = quarantined.length > MOST_QUARANTINED ? withoutOldestBad(slots, quarantined.length) : slots;
    this.#byKey = byKey;
    this.#quarantined = quarantined;
    if (!sameOrder(this.#sessions, sessions)) this.#sessions = sessions;
    return added.length || changed.length || removed.length ? { added, changed, removed } : NO_CHANGES;
  }
}

function reusable(slot: Slot | undefined, row: unknown): Slot | undefined {
  if (!slot?.comparable) return undefined;
  try {
    return sameValue(slot.wire, row) ? slot : undefined;
  } catch {
    return undefined;
  }
}

/** What a record calls itself, before it is read: good enough to find its likely predecessor. */
function wireId(row: unknown): unknown {
  if (typeof row !== "object" || row === null) return row;
  try {
    const { id, sessionId } = row as { id?: unknown; sessionId?: unknown };
    return id ?? sessionId;
  } catch {
    return undefined;
  }
}

function groupByWireId(slots: readonly Slot[]): Map<unknown, Slot[]> {
  const groups = new Map<unknown, Slot[]>();
  for (const slot of slots) {
    const id = wireId(slot.wire);
    // Records without an id are cheap to read again and may be many: they are not searched.
    if (id === undefined) continue;
    const group = groups.get(id);
    if (group) group.push(slot);
    else groups.set(id, [slot]);
  }
  return groups;
}

function isNewer(slot: Slot, than: Slot): boolean {
  return (slot.session?.updatedAt ?? -Infinity) > (than.session?.updatedAt ?? -Infinity);
}

function startsBefore(slot: Slot, than: Slot): boolean {
  return (slot.session?.createdAt ?? -Infinity) < (than.session?.createdAt ?? -Infinity);
}

function sameOrder(a: readonly TransferSession[], b: readonly TransferSession[]): boolean {
  return a.length === b.length && a.every((session, index) => session === b[index]);
}

function withoutOldestBad(slots: readonly Slot[], bad: number): readonly Slot[] {
  let surplus = bad - MOST_QUARANTINED;
  return slots.filter(({ session }) => session !== undefined || surplus-- <= 0);
}
