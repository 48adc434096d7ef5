import type { HostIntent } from "../rules/intent.js";
import { outboxChange, type Outbox, type OutboxChange } from "../rules/outbox.js";
import { NEW_CONVERSATION, type TransferState } from "../rules/state.js";

/** Raised when a field changes meaning; what another format wrote is set aside. */
export const RECORD_FORMAT = 1;

/** All that a document must know to go on with a conversation: it is stored, and passed between tabs. Plain JSON. */
export interface TrackerRecord {
  /** Holder, then change: the later one is the truth. */
  readonly version: readonly [term: number, change: number];
  readonly state: TransferState;
  readonly outbox: Outbox;
  /** What was handed over, and not answered: `unconfirmed`, or `failed` by an answer that came late. */
  readonly unconfirmed: Outbox;
  /** Events decided so far; gives them their ids. */
  readonly events: number;
  /** The last call of each document that was decided, so that one passed on twice counts once. */
  readonly seen: Readonly<Record<string, number>>;
  /** The call that `state.leaving` came from. */
  readonly leavingCall?: string;
}

/** What a call asks for. */
export type CallIntent = HostIntent | { readonly type: "retry" };

/** A call that nobody has decided yet. */
export interface TrackerCall {
  /** `<document>:<number>`; numbers of one document only grow. */
  readonly id: string;
  readonly intent: CallIntent;
  /** Milliseconds that a last leave in it stays open. */
  readonly grace: number;
}

export const EMPTY_RECORD: TrackerRecord = Object.freeze({
  version: Object.freeze([0, 0] as const),
  state: NEW_CONVERSATION,
  outbox: Object.freeze([]),
  unconfirmed: Object.freeze([]),
  events: 0,
  seen: Object.freeze({}),
});

/** Up to so many waiting events a record is stored and passed on whole; above, only what changed is. */
const WHOLE_LIMIT = 50;

/** How one record became the next. */
export interface RecordChange extends Omit<TrackerRecord, "outbox">, OutboxChange {
  /** The version of the record before. */
  readonly from: TrackerRecord["version"];
}

/** @returns `undefined` where the next record is better told whole. */
export function recordChange(before: TrackerRecord, after: TrackerRecord): RecordChange | undefined {
  if (after.outbox.length <= WHOLE_LIMIT) return undefined;
  const change = outboxChange(before.outbox, after.outbox);
  const { outbox: _, ...rest } = after;
  return change && { ...rest, ...change, from: before.version };
}

/** @returns the record after a change; `undefined` where the change is none of this record. */
export function changedBy(record: TrackerRecord, change: RecordChange): TrackerRecord | undefined {
  const { from, gone, head, added, ...rest } = change;
  if (from[0] !== record.version[0] || from[1] !== record.version[1]) return undefined;
  const kept = record.outbox.slice(gone);
  if (head) kept[0] = head;
  return { ...rest, outbox: kept.concat(added) };
}

export function isNewer(a: TrackerRecord, b: TrackerRecord): boolean {
  return a.version[0] > b.version[0] || (a.version[0] === b.version[0] && a.version[1] > b.version[1]);
}

/** Documents whose calls are remembered. */
const SEEN_LIMIT = 64;

/** @returns the record in which this call counts as decided, or `undefined` where it already does. */
export function markSeen(record: TrackerRecord, callId: string): TrackerRecord | undefined {
  const [document, number] = splitCallId(callId);
  if ((record.seen[document] ?? 0) >= number) return undefined;
  // The document goes to the end, so that the longest silent one is the first to be forgotten.
  const others = Object.entries(record.seen).filter(([id]) => id !== document);
  const seen = Object.fromEntries([...others.slice(1 - SEEN_LIMIT), [document, number]]);
  return { ...record, seen };
}

export function splitCallId(id: string): [document: string, number: number] {
  const at = id.lastIndexOf(":");
  return [id.slice(0, at), Number(id.slice(at + 1))];
}
