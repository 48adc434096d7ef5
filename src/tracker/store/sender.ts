import {
  beginTry,
  delivered,
  refused,
  retryDelay,
  startAfresh,
  type Outbox,
  type OutboxEvent,
} from "../rules/outbox.js";
import { internalTransferPayload } from "../rules/payload.js";
import type { Timers } from "../../platform/environment.js";
import { deliver, isUsable } from "../sinks/sink.js";

/** How long a sink may take over one event before the try counts as failed. */
export const SETTLE_LIMIT = 10_000;

/** How often an SDK that has no method yet is looked at again while something waits for it. */
export const RELOOK_INTERVAL = 1000;

/** What the sender works on; owned by the store. */
export interface SenderHost {
  outbox(): Outbox;
  /** Whether this document is the one that sends. */
  maySend(): boolean;
  connected(): boolean;
  sink(): unknown;
  /** Keeps and shows a changed outbox, before anything else happens. */
  changed(outbox: Outbox): void;
  sent(event: OutboxEvent): void;
  /** A try failed; `event.status` says whether it was the last of its round. */
  tried(event: OutboxEvent, error: unknown): void;
  /** Nothing more can be done for now. */
  rested(): void;
}

interface Try {
  readonly eventId: string;
  readonly cancelLimit: () => void;
}

/** Hands the head of the outbox to the sink, one at a time and in order, and tries again when the sink refuses. */
export class Sender {
  readonly #host: SenderHost;
  readonly #timers: Timers;
  #pumping = false;
  /** Under way: the sink's promise has not settled. */
  #current: Try | undefined;
  /** Counted as failed, but may still fulfil until the next try begins. */
  #late: Try | undefined;
  #cancelPause: (() => void) | undefined;
  #cancelRelook: (() => void) | undefined;

  constructor(host: SenderHost, timers: Timers) {
    this.#host = host;
    this.#timers = timers;
  }

  /** Whether a try is under way. */
  get busy(): boolean {
    return this.#current !== undefined || this.#pumping;
  }

  /** Sends what can be sent. Safe to call at any time, also from within a sink. */
  pump(): void {
    if (this.#pumping) return;
    this.#pumping = true;
    try {
      while (this.#step());
    } finally {
      this.#pumping = false;
    }
    this.#host.rested();
  }

  /** Something gives hope: what was given up, or waits for its next try, is tried now. */
  startAfresh(): void {
    this.#clearPause();
    const outbox = this.#host.outbox();
    const tried = outbox[0] !== undefined && outbox[0].round > 0;
    if (this.#host.maySend() && tried && !this.#current) this.#host.changed(startAfresh(outbox));
    this.pump();
  }

  /** Another document sends from now on. */
  stop(): void {
    this.#clearPause();
    this.#current?.cancelLimit();
    this.#current = undefined;
    this.#late = undefined;
  }

  #step(): boolean {
    this.#clearRelook();
    const outbox = this.#host.outbox();
    const sink = this.#host.sink();
    const head = outbox[0];
    if (!head) return false;
    if (!isUsable(sink)) {
      // Also while another document sends: it is the method that makes this one seek the lock.
      if (sink !== undefined && sink !== null) this.#relookLater();
      return false;
    }
    if (!this.#host.maySend() || this.#current || this.#cancelPause || head.status === "failed") return false;
    if (head.payload.transition === "entry" && !this.#host.connected()) return false;
    this.#late = undefined;
    this.#host.changed(beginTry(outbox));
    const { transfertype, transition, participant } = head.payload;
    const answer = deliver(sink, internalTransferPayload(transfertype, transition, participant));
    // The sink may have called back in: what counts is the outbox as it is now. Its head is still this event.
    if (answer.kind === "taken") this.#sent(head.id);
    else if (answer.kind === "refused") this.#refused(head.id, answer.error);
    else this.#wait(head.id, answer.settled);
    return answer.kind === "taken";
  }

  #wait(eventId: string, settled: PromiseLike<unknown>): void {
    const cancelLimit = this.#timers.after(SETTLE_LIMIT, () => {
      this.#current = undefined;
      this.#late = attempt;
      this.#refused(eventId, new Error(`no answer within ${SETTLE_LIMIT / 1000} s`));
      this.pump();
    });
    const attempt: Try = { eventId, cancelLimit };
    this.#current = attempt;
    const fulfilled = () => {
      if (this.#current !== attempt && this.#late !== attempt) return;
      attempt.cancelLimit();
      this.#current = undefined;
      this.#late = undefined;
      this.#clearPause();
      this.#sent(eventId);
      this.pump();
    };
    const rejected = (error: unknown) => {
      if (this.#current !== attempt) return;
      attempt.cancelLimit();
      this.#current = undefined;
      this.#refused(eventId, error);
      this.pump();
    };
    // A foreign thenable may throw, call back twice, or answer with another one: `resolve` tames all of it.
    Promise.resolve(settled).then(fulfilled, rejected);
  }

  #sent(eventId: string): void {
    const outbox = this.#host.outbox();
    const head = outbox[0];
    if (head?.id !== eventId) return;
    this.#host.changed(delivered(outbox));
    this.#host.sent(head);
  }

  #refused(eventId: string, error: unknown): void {
    const outbox = this.#host.outbox();
    if (outbox[0]?.id !== eventId) return;
    const after = refused(outbox);
    const head = after[0]!;
    if (head.status === "queued") {
      this.#cancelPause = this.#timers.after(retryDelay(head), () => {
        this.#cancelPause = undefined;
        this.pump();
      });
    }
    this.#host.changed(after);
    this.#host.tried(head, error);
  }

  #relookLater(): void {
    this.#cancelRelook = this.#timers.after(RELOOK_INTERVAL, () => {
      this.#cancelRelook = undefined;
      this.pump();
    });
  }

  #clearPause(): void {
    this.#cancelPause?.();
    this.#cancelPause = undefined;
  }

  #clearRelook(): void {
    this.#cancelRelook?.();
    this.#cancelRelook = undefined;
  }
}
