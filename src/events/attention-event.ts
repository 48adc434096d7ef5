import type { AttentionRule } from "../domain/session/attention.js";
import type { TransferSession } from "../domain/session/session.js";
import { HandoffEvent } from "./handoff-event.js";

/** A session newly needs attention: once per row and rule, and not for what the first list already held. */
export class TransferAttentionEvent extends HandoffEvent {
  static readonly type = "transfer-attention";
  constructor(
    readonly session: TransferSession,
    readonly rule: AttentionRule,
    readonly level: "warning" | "critical",
  ) {
    super(TransferAttentionEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    "transfer-attention": TransferAttentionEvent;
  }
}
