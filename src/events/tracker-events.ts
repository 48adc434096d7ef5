import type { InternalTransferPayload } from "../tracker/rules/payload.js";
import type { TransferPhase } from "../tracker/rules/state.js";
import { HandoffEvent } from "./handoff-event.js";

/** The SDK has an event, from this document. */
export class InternalTransferEvent extends HandoffEvent {
  static readonly type = "internal-transfer";
  constructor(
    readonly payload: InternalTransferPayload,
    /** How many tries it took. */
    readonly attempts: number,
    /** It was handed over, but the SDK's promise has not settled in 10 s: nobody knows whether it arrived. */
    readonly unconfirmed: boolean,
  ) {
    super(InternalTransferEvent.type);
  }
}

/** The SDK has not taken an event in five tries. It waits for `retry()`, a new SDK or a connection. */
export class InternalTransferFailedEvent extends HandoffEvent {
  static readonly type = "internal-transfer-failed";
  constructor(
    readonly payload: InternalTransferPayload,
    readonly attempts: number,
    /** What the last try said, as text. */
    readonly error: string,
  ) {
    super(InternalTransferFailedEvent.type);
  }
}

/** An agent as a {@link TransferRosterChangeEvent} shows him. */
interface RosterAgent {
  readonly identity: string;
  readonly name: string;
  readonly lead: boolean;
  readonly remote: boolean;
}

/** Somebody came, went, was put aside, or has another role now. */
export class TransferRosterChangeEvent extends HandoffEvent {
  static readonly type = "transfer-roster-change";
  constructor(
    readonly phase: TransferPhase,
    /** Present, in order of joining. */
    readonly roster: readonly RosterAgent[],
    /** Those whom the SDK still expects back. */
    readonly aside: readonly RosterAgent[],
  ) {
    super(TransferRosterChangeEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    "internal-transfer": InternalTransferEvent;
    "internal-transfer-failed": InternalTransferFailedEvent;
    "transfer-roster-change": TransferRosterChangeEvent;
  }
}
