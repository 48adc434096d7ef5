import type { IgnoredReason } from "../rules/intent.js";
import type { Outbox } from "../rules/outbox.js";
import type { InternalTransferPayload } from "../rules/payload.js";

/**
 * What came of a call. `sent`: the SDK has it all. `queued`: it waits, for its connection, a sink, or what stands
 * before it. `failed`: it was tried, the SDK did not take it, and it will be tried again. `ignored`: nothing to send.
 */
export interface TransferResult {
  readonly status: "sent" | "queued" | "ignored" | "failed";
  readonly payloads: readonly InternalTransferPayload[];
  readonly reason?: IgnoredReason;
}

interface Waiter {
  readonly callId: string;
  readonly events: { readonly id: string; readonly payload: InternalTransferPayload }[];
}

/** The calls that wait to hear what became of their events. */
export class Results {
  readonly #waiters = new Map<string, Waiter>();
  readonly #settle: (callId: string, result: TransferResult) => void;

  constructor(settle: (callId: string, result: TransferResult) => void) {
    this.#settle = settle;
  }

  /** Adds an event to what a call made. */
  add(callId: string, id: string, payload: InternalTransferPayload): void {
    const waiter = this.#waiters.get(callId) ?? { callId, events: [] };
    waiter.events.push({ id, payload });
    this.#waiters.set(callId, waiter);
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
   * @param undecided a call whose last event is not decided yet.
   */
  review(outbox: Outbox, trying: boolean, undecided: string | undefined): void {
    for (const { callId, events } of Array.from(this.#waiters.values())) {
      if (callId === undecided) continue;
      const left = outbox.filter((event) => events.some(({ id }) => id === event.id));
      if (trying && left.length > 0) continue;
      const tried = left.some((event) => event.round > 0 && event.status !== "sending");
      this.#waiters.delete(callId);
      this.#settle(callId, {
        status: left.length === 0 ? "sent" : tried ? "failed" : "queued",
        payloads: events.map(({ payload }) => payload),
      });
    }
  }
}
