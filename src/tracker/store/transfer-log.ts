import type { TransferMark } from "../rules/intent.js";
import { outboxChange, type OutboxEvent, type OutboxStatus } from "../rules/outbox.js";
import type { OutboxMessage } from "../rules/message.js";
import type { TrackerRecord } from "./tracker-record.js";
import { maskMessage } from "../../domain/json/masks/mask-message.js";
import { reasonOf } from "../../platform/reason-of.js";

/** Older entries are forgotten: a conversation may live for a day in one tab. */
const LIMIT = 10_000;
const MOMENTS_LIMIT = 500;

/** Times are epoch milliseconds. */
interface LogFields {
  readonly id: string;
  /** `skipped`: the SDK has no such method. */
  readonly status: OutboxStatus | "sent" | "skipped";
  readonly attempts: number;
  readonly decidedAt: number;
  /** When the SDK had it; without its answer, when that was given up. */
  readonly sentAt?: number;
  /** What the last failed try said. */
  readonly error?: string;
}

/** One event, from its decision to its delivery, as this document saw it. */
export type TransferLogEntry = LogFields & OutboxMessage;

/** A moment of the timeline: who came, went or was put aside. */
export interface TransferMoment extends Omit<TransferMark, "type"> {
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What happened while this document looked on. It is kept in memory only, and never trusted for a decision. */
export class TransferLog {
  readonly #entries = new Map<string, TransferLogEntry>();
  #list: readonly TransferLogEntry[] | undefined;
  #moments: readonly TransferMoment[] = [];

  /** The same list until something changes. */
  get entries(): readonly TransferLogEntry[] {
    return (this.#list ??= [...this.#entries.values()]);
  }

  get moments(): readonly TransferMoment[] {
    return this.#moments;
  }

  mark(moments: readonly TransferMoment[]): void {
    if (moments.length > 0) this.#moments = [...this.#moments, ...moments].slice(-MOMENTS_LIMIT);
  }

  /** What became of an event that has just left the outbox, or failed; also of one that the log has forgotten. */
  entryOf(event: OutboxEvent, now: number): TransferLogEntry {
    const { round: _, ...rest } = event;
    const status = event.status === "sending" ? "sent" : event.status;
    return this.#entries.get(event.id) ?? { ...rest, status, decidedAt: now };
  }

  /** Takes over how a record changed; what has left its outbox was sent. */
  follow(before: TrackerRecord, after: TrackerRecord, now: number): void {
    const all = { gone: before.outbox.length, head: undefined, added: after.outbox };
    const { gone, head, added } = outboxChange(before.outbox, after.outbox) ?? all;
    const { unconfirmed, skipped = [] } = after;
    const seen = [...(head ? [head] : []), ...added, ...unconfirmed];
    const left = new Set([...before.outbox.slice(0, gone), ...before.unconfirmed].map(({ id }) => id));
    for (const { id } of seen) left.delete(id);
    for (const id of left) {
      this.#alter(id, (entry) => (skipped.includes(id) ? { ...entry, status: "skipped" } : sentAt(entry, now)));
    }
    for (const event of seen) this.#take(event, now);
  }

  failed(id: string, error: unknown): void {
    this.#alter(id, (entry) => ({ ...entry, error: maskMessage(reasonOf(error)) }));
  }

  #alter(id: string, change: (entry: TransferLogEntry) => TransferLogEntry): void {
    const entry = this.#entries.get(id);
    if (entry) this.#set(change(entry));
  }

  #take(taken: OutboxEvent, now: number): void {
    const { round: _, ...event } = taken;
    const known = this.#entries.get(event.id);
    const { status, attempts } = event;
    if (known?.status === status && known.attempts === attempts && known.payload === event.payload) return;
    const at = status === "unconfirmed" ? { sentAt: now } : {};
    this.#set({ decidedAt: now, ...known, ...event, ...at });
  }

  #set(entry: TransferLogEntry): void {
    this.#entries.set(entry.id, entry);
    this.#list = undefined;
    if (this.#entries.size > LIMIT) this.#entries.delete(this.#entries.keys().next().value!);
  }
}

function sentAt(entry: TransferLogEntry, now: number): TransferLogEntry {
  // What was handed over before has kept the time of that.
  return { sentAt: now, ...entry, status: "sent" };
}
