import {
  beginTry,
  delivered,
  refused,
  retryDelay,
  startAfresh,
  unanswered,
  type OutboxEvent,
} from "../rules/outbox.js";
import { isEntry } from "../rules/message.js";
import type { Clock, Timers } from "../../platform/environment.js";
import type { Tabs } from "../../platform/tabs/tabs.js";
import { Timeout } from "../../platform/timeout.js";
import type { SdkBinding } from "../sinks/sdk-binding.js";
import { deliver, isUsable } from "../sinks/sink.js";
import type { Conversation } from "./conversation.js";
import type { TrackerRecord } from "./tracker-record.js";

/** How long a sink may take over one event before those behind it go on. */
const SETTLE_LIMIT = 10_000;

/** Milliseconds of sending after which others get a turn. */
const SLICE = 12;

/** Events left out that are remembered: only as long as other documents may not have heard of it. */
const SKIPPED_LIMIT = 8;

/** How often an SDK that has no method yet is looked at again while something waits for it. */
const RELOOK_INTERVAL = 1000;

/** What the sender works with. */
interface SenderParts {
  readonly conversation: Conversation;
  readonly sdk: SdkBinding;
  /** Only the document that holds the lock sends. */
  readonly tabs: Tabs;
  readonly clock: Clock;
  readonly timers: Timers;
}

interface SenderListener {
  /** The SDK has it. `event.status` is `unconfirmed` where it has not answered. */
  sent(event: OutboxEvent): void;
  /** The SDK has no such method. */
  skipped(event: OutboxEvent, method: string): void;
  /** A try failed; `event.status` says whether it will be tried again. */
  tried(event: OutboxEvent, error: unknown): void;
  /** Nothing more can be done for now. */
  rested(): void;
}

interface Refusal {
  readonly error: unknown;
}

/** Hands the head of the outbox to the sink, one at a time and in order, and tries again when the sink refuses. */
export class Sender {
  readonly #parts: SenderParts;
  readonly #listener: SenderListener;
  #pumping = false;
  /** The try under way: the sink's promise has not settled. */
  #current: object | undefined;
  /** Ends the try under way. */
  readonly #limit: Timeout;
  /** Set while a refused event waits for its next try. */
  readonly #pause: Timeout;
  readonly #relook: Timeout;
  /** Set while others have their turn. */
  readonly #turn: Timeout;

  constructor(parts: SenderParts, listener: SenderListener) {
    this.#parts = parts;
    this.#listener = listener;
    this.#limit = new Timeout(parts.timers);
    this.#pause = new Timeout(parts.timers);
    this.#relook = new Timeout(parts.timers);
    this.#turn = new Timeout(parts.timers);
  }

  /** Whether a try is under way. */
  get busy(): boolean {
    return this.#current !== undefined || this.#pumping || this.#turn.isSet;
  }

  /** Sends what can be sent. Safe to call at any time, also from within a sink. */
  pump(): void {
    if (this.#pumping) return;
    this.#pumping = true;
    this.#turn.clear();
    const { clock } = this.#parts;
    const until = clock.now() + SLICE;
    try {
      while (this.#step()) {
        if (clock.now() < until) continue;
        this.#turn.set(0, () => this.pump());
        break;
      }
    } finally {
      this.#pumping = false;
    }
    this.#listener.rested();
  }

  /** What was given up, or waits for its next try, is tried now. */
  startAfresh(): void {
    const { conversation, tabs } = this.#parts;
    const { outbox } = conversation.record;
    this.#pause.clear();
    const tried = outbox[0] !== undefined && outbox[0].round > 0;
    if (tabs.holding && tried && !this.#current) conversation.commitOutbox(startAfresh(outbox));
    this.pump();
  }

  /** Forgets the try under way and the pause before the next one. */
  stop(): void {
    this.#pause.clear();
    this.#turn.clear();
    this.#limit.clear();
    this.#current = undefined;
  }

  /** @returns whether there may be more to send at once. */
  #step(): boolean {
    const { conversation, sdk, tabs } = this.#parts;
    const { outbox } = conversation.record;
    const { sink } = sdk;
    const head = outbox[0];
    this.#relook.clear();
    if (!head) return false;
    if (!isUsable(sink)) {
      // Also while another document sends: this one seeks the lock as soon as its SDK has the method.
      if (sink !== undefined && sink !== null) this.#relook.set(RELOOK_INTERVAL, () => this.pump());
      return false;
    }
    if (!tabs.holding || this.#current || this.#pause.isSet || head.status === "failed") return false;
    if (isEntry(head) && !sdk.connected) return false;
    conversation.commitOutbox(beginTry(outbox));
    const answer = deliver(sink, head);
    // The sink may have called back in, so the outbox is read again. Its head is still this event.
    if (answer.kind === "taken") this.#sent(head.id);
    else if (answer.kind === "refused") this.#refused(head.id, answer);
    else if (answer.kind === "missing") this.#skipped(head.id, answer.method);
    else this.#wait(head.id, head.attempts + 1, answer.settled);
    return answer.kind === "taken" || answer.kind === "missing";
  }

  #wait(eventId: string, attempts: number, settled: PromiseLike<unknown>): void {
    const attempt = {};
    this.#current = attempt;
    this.#limit.set(SETTLE_LIMIT, () => {
      this.#current = undefined;
      this.#unanswered(eventId);
      this.pump();
    });
    const answered = (refusal?: Refusal) => {
      if (this.#current !== attempt) return this.#answeredLate(eventId, attempts, refusal);
      this.stop();
      if (refusal) this.#refused(eventId, refusal);
      else this.#sent(eventId);
      this.pump();
    };
    // A foreign thenable may throw, call back twice, or answer with another one: `resolve` takes care of all that.
    Promise.resolve(settled).then(
      () => answered(),
      (error: unknown) => answered({ error }),
    );
  }

  /** It was handed over. Said again it might open a second segment, so it is not, and those behind it go on. */
  #unanswered(eventId: string): void {
    const head = this.#takeHead(eventId, ({ unconfirmed }, event) => ({
      unconfirmed: unanswered(unconfirmed, event),
    }));
    if (head) this.#listener.sent({ ...head, status: "unconfirmed" });
  }

  /** The SDK answered for an event that had been given up as unconfirmed, if it still is. */
  #answeredLate(eventId: string, attempts: number, refusal?: Refusal): void {
    const { conversation, tabs } = this.#parts;
    const { outbox, unconfirmed } = conversation.record;
    const event = unconfirmed.find(({ id }) => id === eventId);
    if (!tabs.holding || event?.status !== "unconfirmed" || event.attempts !== attempts) return;
    const failed: OutboxEvent = { ...event, status: "failed" };
    conversation.commitOutbox(outbox, {
      unconfirmed: unconfirmed.flatMap((other) => (other !== event ? other : refusal ? failed : [])),
    });
    if (refusal) this.#listener.tried(failed, refusal.error);
  }

  #sent(eventId: string): void {
    const head = this.#takeHead(eventId);
    if (head) this.#listener.sent(head);
  }

  #skipped(eventId: string, method: string): void {
    const head = this.#takeHead(eventId, ({ skipped = [] }) => ({
      skipped: [...skipped, eventId].slice(-SKIPPED_LIMIT),
    }));
    if (head) this.#listener.skipped(head, method);
  }

  /** @returns the head, which has left the outbox, if it was still this event. */
  #takeHead(
    eventId: string,
    more?: (record: TrackerRecord, head: OutboxEvent) => Partial<TrackerRecord>,
  ): OutboxEvent | undefined {
    const { conversation } = this.#parts;
    const { record } = conversation;
    const head = record.outbox[0];
    if (head?.id !== eventId) return undefined;
    conversation.commitOutbox(delivered(record.outbox), more?.(record, head));
    return head;
  }

  #refused(eventId: string, { error }: Refusal): void {
    const { conversation } = this.#parts;
    const { outbox } = conversation.record;
    if (outbox[0]?.id !== eventId) return;
    const after = refused(outbox);
    const head = after[0]!;
    if (head.status === "queued") this.#pause.set(retryDelay(head), () => this.pump());
    conversation.commitOutbox(after);
    this.#listener.tried(head, error);
  }
}
