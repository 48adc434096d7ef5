import type { TransferMark } from "../rules/intent.js";
import type { OutboxStatus } from "../rules/outbox.js";
import type { InternalTransferPayload } from "../rules/payload.js";
import type { TrackerRecord } from "./tracker-record.js";
import { maskSecrets } from "../../domain/json/masks/mask-secrets.js";
import { reasonOf } from "../../platform/reason-of.js";

/** Older entries are forgotten: a conversation may live for a day in one tab. */
const LIMIT = 500;

/** One event, from its decision to its delivery, as this document saw it. Times are epoch milliseconds. */
export interface TransferLogEntry {
  readonly id: string;
  readonly payload: InternalTransferPayload;
  readonly status: OutboxStatus | "sent";
  readonly attempts: number;
  readonly decidedAt: number;
  /** When the SDK had it; without its answer, when that was given up. */
  readonly sentAt?: number;
  /** What the last failed try said. */
  readonly error?: string;
}

/** A moment of the timeline: who came, went or was put aside. */
export interface TransferMoment extends Omit<TransferMark, "type"> {
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What happened while this document looked on. It is kept in memory only, and never trusted for a decision. */
export class TransferLog {
  #entries: readonly TransferLogEntry[] = [];
  #moments: readonly TransferMoment[] = [];

  get entries(): readonly TransferLogEntry[] {
    return this.#entries;
  }

  get moments(): readonly TransferMoment[] {
    return this.#moments;
  }

  mark(moments: readonly TransferMoment[]): void {
    if (moments.length > 0) this.#moments = [...this.#moments, ...moments].slice(-LIMIT);
  }

  /** Takes over what a record says; what is no longer in its outbox was sent. */
  follow({ outbox, unconfirmed }: TrackerRecord, now: number): void {
    const waiting = new Map([...unconfirmed, ...outbox].map((event) => [event.id, event]));
    const entries = this.#entries.map((entry): TransferLogEntry => {
      const event = waiting.get(entry.id);
      waiting.delete(entry.id);
      if (!event) return entry.status === "sent" ? entry : { ...entry, status: "sent", sentAt: now };
      if (event.status === entry.status && event.attempts === entry.attempts && event.payload === entry.payload) {
        return entry;
      }
      const sentAt = event.status === "unconfirmed" ? { sentAt: now } : {};
      return { ...entry, payload: event.payload, status: event.status, attempts: event.attempts, ...sentAt };
    });
    for (const { id, payload, status, attempts } of waiting.values()) {
      entries.push({ id, payload, status, attempts, decidedAt: now });
    }
    this.#entries = entries.slice(-LIMIT);
  }

  failed(id: string, error: unknown): void {
    const text = maskSecrets(reasonOf(error));
    this.#entries = this.#entries.map((entry) => (entry.id === id ? { ...entry, error: text } : entry));
  }
}
