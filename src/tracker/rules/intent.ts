import type { ClosingStep, CustomFields, OutboxMessage } from "./message.js";
import type { InternalTransferPayload, TransferType } from "./payload.js";
import type { TransferAgent, TransferState } from "./state.js";

/** Fields that every way of joining has. */
export interface JoiningAgent {
  readonly identity: string;
  /** Absent: the name already known, else the identity. */
  readonly name?: string;
  /** Overrides what the table would infer. */
  readonly transfer?: TransferType;
  /** `false`: another desktop tells the SDK. */
  readonly announce: boolean;
  readonly customFields?: CustomFields;
}

export interface JoinIntent extends JoiningAgent {
  readonly type: "join";
}

export interface LeaveIntent {
  readonly type: "leave";
  readonly identity: string;
  readonly transfer?: Exclude<TransferType, "redial">;
  /** Absent: what was announced in is announced out. */
  readonly announce?: boolean;
}

interface DropIntent {
  readonly type: "drop";
  /** The SDK is told that everybody is out; absent: nothing. */
  readonly exit?: boolean;
}

export interface EndIntent {
  readonly type: "end";
  /** Overrides the last exit. */
  readonly transfer?: Exclude<TransferType, "redial">;
  /** What follows the last exit. */
  readonly closing?: readonly ClosingStep[];
  readonly reason?: string;
  /** Of the summary. */
  readonly language?: string;
}

/** The agents now in the conversation; what changed is worked out here. */
export interface ParticipantsIntent {
  readonly type: "participants";
  readonly agents: readonly JoiningAgent[];
  /** Only this agent's leaving is announced from here; absent: everybody's. */
  readonly ownAgent?: string;
  /** The list may not be whole yet: whoever is aside and not in it may still come. */
  readonly settling?: boolean;
}

/** What a host may say about a conversation. */
export type HostIntent = JoinIntent | LeaveIntent | DropIntent | EndIntent | ParticipantsIntent;

/**
 * What happens to the tracker itself. `decide`: the time of an undecided last leave is up. `entered`: the SDK took the
 * last waiting entry of this agent. `revive`: a new document read this state from storage.
 */
type OwnIntent =
  { readonly type: "decide" } | { readonly type: "entered"; readonly identity: string } | { readonly type: "revive" };

export type TransferIntent = HostIntent | OwnIntent;

export type IgnoredReason = "duplicate" | "unknown" | "ended" | "invalid" | "unannounced" | "nobody";

/** Who came, went or was put aside, announced or not: what a timeline is drawn from. */
export interface TransferMark {
  readonly type: "mark";
  readonly kind: "entry" | "exit" | "aside" | "end" | "close";
  /** Absent for `end` and `close`. */
  readonly agent?: Pick<TransferAgent, "identity" | "name" | "remote" | "since">;
  readonly transfer?: TransferType;
  /** Of `close`. */
  readonly step?: ClosingStep;
}

/**
 * What the outside has to do. `send`: put this transfer in the outbox; `close`: that. `defer`: say `decide` when the task ends (or the grace is
 * over); `settles: "leave"` marks the exit that such a deferred leave became. `ignored`: nothing is sent, and why; no
 * reason means that the call did its work without an event.
 */
export type TransferEffect =
  | {
      readonly type: "send";
      readonly payload: InternalTransferPayload;
      readonly customFields?: CustomFields;
      readonly settles?: "leave";
    }
  | { readonly type: "close"; readonly message: Exclude<OutboxMessage, { kind: "transfer" }> }
  | { readonly type: "defer" }
  | { readonly type: "ignored"; readonly reason?: IgnoredReason }
  | TransferMark;

export type TransferStep = readonly [TransferState, readonly TransferEffect[]];
