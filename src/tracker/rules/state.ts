import type { CustomFields } from "./message.js";

/**
 * `new`: nobody was ever there. `open`: agents are in. `handover`: the last one left, the next is not in yet.
 * `dropped`: the line broke. `ended`: over.
 */
export type TransferPhase = "new" | "open" | "handover" | "dropped" | "ended";

export const TRANSFER_PHASES: readonly TransferPhase[] = ["new", "open", "handover", "dropped", "ended"];

/** A human agent whom the SDK knows, or soon will. */
export interface TransferAgent {
  readonly identity: string;
  /** As in the entry, so that the exit says the same. */
  readonly name: string;
  /** Announced by another desktop; here they only count. */
  readonly remote: boolean;
  /** The SDK still believes they are in, but their line is down: after a drop, or in a new document. */
  readonly aside: boolean;
  /** A cold entry came while they were there: they are being handed over. */
  readonly handedOver: boolean;
  /** Entered by a `warm` override while nobody else was known: a consultant on their own desktop. */
  readonly guest: boolean;
  /** The entry was decided, but the SDK has not taken it yet. */
  readonly waiting: boolean;
  /** Aside, and the SDK was told that they are out: nothing is said of them before they are back. */
  readonly out?: boolean;
  readonly customFields?: CustomFields;
  /** Epoch milliseconds of the (last) entry. */
  readonly since: number;
}

/** One conversation. `agents` holds those present and those aside, in order of joining. */
export interface TransferState {
  readonly phase: TransferPhase;
  readonly agents: readonly TransferAgent[];
  /** The last one left a moment ago; whether that was a handover or the end is not decided yet. */
  readonly leaving?: TransferAgent;
  /** What follows the last exit has been said, or waits to be. */
  readonly closed?: boolean;
}

export const NEW_CONVERSATION: TransferState = Object.freeze({ phase: "new", agents: Object.freeze([]) });

/** The earliest agent who is not being handed over: the only one to run dialog tasks. */
export function leadOf(agents: readonly TransferAgent[]): TransferAgent | undefined {
  return agents.find((agent) => !agent.handedOver);
}

export function findAgent(state: TransferState, identity: string): TransferAgent | undefined {
  return state.agents.find((agent) => agent.identity === identity);
}
