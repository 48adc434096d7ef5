/**
 * `new`: nobody was ever there. `open`: agents are in. `handover`: the last one left, the next is not in yet.
 * `dropped`: the line broke. `ended`: over.
 */
export type TransferPhase = "new" | "open" | "handover" | "dropped" | "ended";

export const TRANSFER_PHASES: readonly TransferPhase[] = ["new", "open", "handover", "dropped", "ended"];

/** A human agent whom the SDK knows, or soon will. */
export interface TransferAgent {
  readonly identity: string;
  /** As in his entry, so that his exit says the same. */
  readonly name: string;
  /** Another desktop announces him; he only counts. */
  readonly remote: boolean;
  /** The SDK still believes in him, but his line is down: after a drop, or in a new document. */
  readonly aside: boolean;
  /** A cold entry came while he was there: he is being handed over. */
  readonly handedOver: boolean;
  /** Entered by a `warm` override while nobody else was known: a consultant on a desktop of his own. */
  readonly guest: boolean;
  /** His entry was decided but the SDK has not taken it yet. */
  readonly waiting: boolean;
  /** Epoch milliseconds of his (last) entry. */
  readonly since: number;
}

/** One conversation. `agents` holds those present and those aside, in order of joining. */
export interface TransferState {
  readonly phase: TransferPhase;
  readonly agents: readonly TransferAgent[];
  /** The last one left a moment ago; whether that was a handover or the end is not decided yet. */
  readonly leaving?: TransferAgent;
}

export const NEW_CONVERSATION: TransferState = Object.freeze({ phase: "new", agents: Object.freeze([]) });

/** The earliest agent who is not being handed over: the only one to run dialog tasks. */
export function leadOf(agents: readonly TransferAgent[]): TransferAgent | undefined {
  return agents.find((agent) => !agent.handedOver);
}

export function findAgent(state: TransferState, identity: string): TransferAgent | undefined {
  return state.agents.find((agent) => agent.identity === identity);
}
