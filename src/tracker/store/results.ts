import type { IgnoredReason } from "../rules/intent.js";
import type { OutboxMessage } from "../rules/message.js";
import type { OutboxEvent } from "../rules/outbox.js";
import type { InternalTransferPayload } from "../rules/payload.js";

/**
 * What came of a call. `sent`: the SDK has it all; with the reason `unconfirmed` it never answered for some of it.
 * `queued`: it waits, for its connection, a sink, or what stands before it. `failed`: it was tried, the SDK did not take
 * it, and it will be tried again. `ignored`: nothing to send.
 */
export interface TransferResult {
  readonly status: "sent" | "queued" | "ignored" | "failed";
  /** The transfers among what it made. */
  readonly payloads: readonly InternalTransferPayload[];
  readonly reason?: IgnoredReason | "unconfirmed";
}

interface Waiter {
  readonly callId: string;
  readonly payloads: InternalTransferPayload[];
  /** Ids of its events that have not left the outbox. */
  readonly open: Set<string>;
  unconfirmed: boolean;
}

/** The calls that wait to hear what became of their events. */
export class Results {
  readonly #waiters = new Map<string, Waiter>();
  readonly #waitersOf = new Map<string, Waiter[]>();
  readonly #settle: (callId: string, result: TransferResult) => void;

  constructor(settle: (callId: string, result: TransferResult) => void) {
    this.#settle = settle;
  }

  /** Adds an event to what a call made. */
  add(callId: string, id: string, message: OutboxMessage): void {
    const waiter = this.#waiters.get(callId) ?? { callId, payloads: [], open: new Set(), unconfirmed: false };
    if (message.kind === "transfer") waiter.payloads.push(message.payload);
    waiter.open.add(id);
    this.#waiters.set(callId, waiter);
    this.#waitersOf.set(id, [...(this.#waitersOf.get(id) ?? []), waiter]);
  }

  /** An event has left the outbox. */
  left({ id, status }: OutboxEvent): void {
    for (const waiter of this.#waitersOf.get(id) ?? []) {
      waiter.open.delete(id);
      waiter.unconfirmed ||= status === "unconfirmed";
    }
    this.#waitersOf.delete(id);
  }

  ignored(callId: string, reason?: IgnoredReason): void {
    this.#settle(callId, { status: "ignored", payloads: [], ...(reason ? { reason } : {}) });
  }

  /** The call was decided before. Unless its events are still waited for here, there is nothing more to say of it. */
  known(callId: string): void {
    if (!this.#waiters.has(callId)) this.#settle(callId, { status: "queued", payloads: [] });
  }

  /**
   * Settles the calls whose events were sent; and, unless a try is under way, the others too: what could be tried was.
   *
   * @param head of the outbox: only that one is ever tried.
   * @param undecided a call whose last event is not decided yet.
   */
  review(head: OutboxEvent | undefined, trying: boolean, undecided: string | undefined): void {
    const tried = head && head.round > 0 && head.status !== "sending" ? head.id : "";
    for (const { callId, payloads, open, unconfirmed } of [...this.#waiters.values()]) {
      if (callId === undecided || (trying && open.size > 0)) continue;
      this.#waiters.delete(callId);
      for (const id of open) this.#waitersOf.delete(id);
      if (open.size > 0) this.#settle(callId, { status: open.has(tried) ? "failed" : "queued", payloads });
      else this.#settle(callId, { status: "sent", payloads, ...(unconfirmed ? { reason: "unconfirmed" } : {}) });
    }
  }
}
