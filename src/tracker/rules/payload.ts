/** `NA`: first entry and last exit. `cold`: handover. `warm`: one of several. `redial`: back after a drop. */
export type TransferType = "NA" | "cold" | "warm" | "redial";

export type Transition = "entry" | "exit";

/** What an agent-assist SDK's `internalTransfer` takes: these keys, in this order, and nothing more. */
export interface InternalTransferPayload {
  readonly transfertype: TransferType;
  readonly transition: Transition;
  readonly participant: { readonly identity: string; readonly name: string; readonly type: "agent" };
}

/** A new object each time, so that a sink that alters its argument alters nothing else. */
export function internalTransferPayload(
  transfertype: TransferType,
  transition: Transition,
  agent: { readonly identity: string; readonly name: string },
): InternalTransferPayload {
  return { transfertype, transition, participant: { identity: agent.identity, name: agent.name, type: "agent" } };
}

export function isTransferType(value: unknown): value is TransferType {
  return value === "NA" || value === "cold" || value === "warm" || value === "redial";
}
