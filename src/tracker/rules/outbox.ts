import { isEntry, keptMessage, repeated, type OutboxMessage } from "./message.js";

/** Tries before an event is given up, until a fresh start. */
const TRIES_PER_ROUND = 5;

/** Events without an answer that are kept: an SDK that never answers would collect them. */
const UNCONFIRMED_LIMIT = 100;

/**
 * `queued`: waits for its turn, its connection or its next try. `sending`: with the SDK. `failed`: given up.
 * `unconfirmed`: handed over, but the SDK never answered.
 */
export type OutboxStatus = "queued" | "sending" | "failed" | "unconfirmed";

/** How far a message has come. */
interface OutboxPlace {
  /** Unique within the conversation. */
  readonly id: string;
  readonly status: OutboxStatus;
  /** Tries in all. */
  readonly attempts: number;
  /** Tries since the last fresh start; see {@link TRIES_PER_ROUND}. */
  readonly round: number;
}

export type OutboxEvent = OutboxMessage & OutboxPlace;

/** What the SDK has yet to be told, in order. Only the head is ever tried. */
export type Outbox = readonly OutboxEvent[];

export function append(outbox: Outbox, id: string, message: OutboxMessage): Outbox {
  return [...outbox, { ...keptMessage(message), id, status: "queued", attempts: 0, round: 0 }];
}

/** The head goes to the SDK. */
export function beginTry(outbox: Outbox): Outbox {
  return withHead(outbox, (head) => ({
    ...head,
    status: "sending",
    attempts: head.attempts + 1,
    round: head.round + 1,
  }));
}

/** The SDK took the head. */
export function delivered(outbox: Outbox): Outbox {
  return outbox.slice(1);
}

/** The SDK did not take the head: it stays, and after the last try of a round it is given up. */
export function refused(outbox: Outbox): Outbox {
  return withHead(outbox, (head) => ({ ...head, status: head.round >= TRIES_PER_ROUND ? "failed" : "queued" }));
}

/** Puts an event that was handed over, but not answered in time, with the others of its kind, the newest last. */
export function unanswered(unconfirmed: Outbox, event: OutboxEvent): Outbox {
  return [...unconfirmed, { ...event, status: "unconfirmed" as const }].slice(-UNCONFIRMED_LIMIT);
}

/** Whose entry or exit it is. */
export function identityOf(event: OutboxMessage): string | undefined {
  return event.kind === "transfer" ? event.payload.participant.identity : undefined;
}

/** A person wants to hear of these again. They come first, but what is with the SDK right now stays the head. */
export function sayAgain(outbox: Outbox, unconfirmed: Outbox): Outbox {
  const again = unconfirmed.map((event) => requeued(event.status === "unconfirmed" ? repeated(event) : event));
  const rest = startAfresh(outbox);
  return rest[0]?.status === "sending" ? rest.toSpliced(1, 0, ...again) : [...again, ...rest];
}

/** Milliseconds from a failed try to the next one: 1, 2, 4, 8 s. */
export function retryDelay(event: OutboxEvent): number {
  return 1000 * 2 ** (event.round - 1);
}

/** A fresh start: a new SDK, a new connection, or a person's Retry. What is with the SDK right now stays there. */
export function startAfresh(outbox: Outbox): Outbox {
  return withHead(outbox, (head) => (head.status === "sending" ? head : requeued(head)));
}

/**
 * The document that was sending is gone, and it is not known whether the SDK got the head. A summary is not asked for
 * twice.
 */
export function reviveOutbox(outbox: Outbox): Outbox {
  if (outbox[0]?.kind === "summary" && outbox[0].status === "sending") return outbox.slice(1);
  return withHead(outbox, (head) => (head.status === "sending" ? requeued(repeated(head)) : head));
}

function requeued(event: OutboxEvent): OutboxEvent {
  return { ...event, status: "queued", round: 0 };
}

/** Whether an entry of this agent has yet to reach the SDK. */
export function entryWaits(outbox: Outbox, identity: string): boolean {
  return outbox.some((event) => isEntry(event) && event.payload.participant.identity === identity);
}

function withHead(outbox: Outbox, change: (head: OutboxEvent) => OutboxEvent): Outbox {
  const head = outbox[0];
  return head ? outbox.with(0, change(head)) : outbox;
}

/** How one outbox became the next: some left at the front, the head is another object, some came at the end. */
export interface OutboxChange {
  readonly gone: number;
  readonly head?: OutboxEvent;
  readonly added: Outbox;
}

/** @returns `undefined` where more has changed than that. */
export function outboxChange(before: Outbox, after: Outbox): OutboxChange | undefined {
  const first = after[0];
  const gone = first && before.length > 0 ? before.findIndex(({ id }) => id === first.id) : before.length;
  const kept = before.length - gone;
  if (gone < 0 || (kept > 1 && after[kept - 1] !== before.at(-1))) return undefined;
  return { gone, ...(kept > 0 && first !== before[gone] && { head: first! }), added: after.slice(kept) };
}
