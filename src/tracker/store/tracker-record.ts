import type { HostIntent } from "../rules/intent.js";
import type { Outbox } from "../rules/outbox.js";
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
  /** Ids of the newest events that were left out, since the SDK has no method for them. */
  readonly skipped?: readonly string[];
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

export function isNewer({ version: a }: Versioned, { version: b }: Versioned): boolean {
  return a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);
}

type Versioned = Pick<TrackerRecord, "version">;

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
