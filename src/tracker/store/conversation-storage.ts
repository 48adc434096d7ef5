import type { Calls } from "./calls.js";
import { fail, fieldsOf, list } from "./readers.js";
import { changedBy, recordChange } from "./record-change.js";
import { checkedRecord, readCall, readChange, readRecord } from "./record-reader.js";
import { EMPTY_RECORD, isNewer, RECORD_FORMAT, type TrackerCall, type TrackerRecord } from "./tracker-record.js";

const PREFIX = "handoff-elements:tracker:";
/** What changed since the record was stored whole: with many events waiting that is stored anew only now and then. */
const STEP_PREFIX = "handoff-elements:tracker-step:";
/** Which conversations have ended, newest last: the only way to find the oldest through get, set and remove. */
const ENDED_INDEX = "handoff-elements:tracker-ended";
const ENDED_LIMIT = 50;

/** The part of the Web Storage interface that the tracker uses; a host may hand over its own. */
export interface TrackerStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** What a document knows of a conversation: the record, and its own calls that nobody has decided. */
interface Remembered {
  readonly record: TrackerRecord;
  readonly calls: readonly TrackerCall[];
}

/**
 * Keeps one conversation in a storage that may be full, blocked, or written to by strangers. No method throws: trouble
 * is said once, and the tracker goes on in memory.
 */
export class ConversationStorage {
  readonly #storage: TrackerStorage;
  readonly #key: string;
  readonly #conversationId: string;
  readonly #warn: (message: string) => void;
  #endedNoted = false;
  /** Something of this conversation is stored. */
  #kept = false;
  /** What storage says, with the steps that are stored after the whole record; `undefined`: not known. */
  #stored: TrackerRecord | undefined;
  #steps = 0;
  /** Characters of the steps, and of the whole record before them. */
  #stepSize = 0;
  #wholeSize = 0;

  constructor(storage: TrackerStorage, conversationId: string, warn: (message: string) => void) {
    this.#storage = storage;
    this.#key = PREFIX + conversationId;
    this.#conversationId = conversationId;
    this.#warn = warn;
  }

  /** @returns `undefined` where nothing is stored, or nothing that can be trusted. */
  load(): Remembered | undefined {
    const text = this.#try(() => this.#storage.getItem(this.#key));
    if (typeof text !== "string") return undefined;
    this.#kept = true;
    try {
      return this.#withSteps(this.#read(JSON.parse(text)));
    } catch {
      this.#setAside(text);
      return undefined;
    }
  }

  save(record: TrackerRecord, calls: Calls): void {
    const fresh = calls.takeFresh();
    const { phase, closed } = record.state;
    const over = phase === "ended" && record.outbox.length === 0 && calls.size === 0;
    if (phase === "new" && record.events === 0 && calls.size === 0) return this.#keepNothing();
    this.#kept = true;
    if (this.#saveStep(record, fresh, calls.size)) return;
    const kept = over
      ? { format: RECORD_FORMAT, phase, version: record.version, ...(closed && { closed }) }
      : { format: RECORD_FORMAT, conversation: this.#conversationId, record, calls: calls.undecided };
    const text = JSON.stringify(kept);
    const saved = this.#put(this.#key, text, true);
    // What could not be replaced is out of date, and a reload must not believe it; without it there may be room.
    if (saved) this.#forgetSteps();
    else this.forget();
    if (saved || this.#put(this.#key, text)) this.#stored = record;
    this.#wholeSize = text.length;
    if (over && !this.#endedNoted) this.#noteEnded();
    this.#endedNoted = over;
  }

  /** Leaves nothing behind. */
  forget(): void {
    this.#forgetSteps();
    this.#try(() => this.#storage.removeItem(this.#key));
  }

  /** @returns whether that was enough. The steps never become longer than the record that they save writing. */
  #saveStep(record: TrackerRecord, fresh: readonly TrackerCall[], open: number): boolean {
    const change = this.#stored && recordChange(this.#stored, record, open);
    if (!change || this.#stepSize > this.#wholeSize) return false;
    // Calls that were decided meanwhile are known from the record.
    if (record === this.#stored && fresh.length === 0) return true;
    const text = JSON.stringify({ ...change, calls: fresh });
    // Where there is no room for it, there may be for the whole.
    if (!this.#put(this.#stepKey(this.#steps + 1), text, true)) return false;
    this.#steps += 1;
    this.#stepSize += text.length;
    this.#stored = record;
    return true;
  }

  #withSteps(whole: Remembered): Remembered {
    let { record } = whole;
    const calls = [...whole.calls];
    for (;;) {
      const text = this.#storage.getItem(this.#stepKey(this.#steps + 1));
      if (typeof text !== "string") break;
      this.#steps += 1;
      const step: unknown = JSON.parse(text);
      const change = readChange(step);
      const next = changedBy(record, change);
      // Left over from before the whole record was stored; but what is newer must fit.
      if (!next && !isNewer(change, record)) continue;
      record = next ?? fail();
      calls.push(...list(readCall)(fieldsOf(step)["calls"]));
    }
    return { record: this.#steps > 0 ? checkedRecord(record) : record, calls };
  }

  /** From the last to the first: if this is cut short, none is left that nobody finds. */
  #forgetSteps(): void {
    for (; this.#steps > 0; this.#steps -= 1) this.#try(() => this.#storage.removeItem(this.#stepKey(this.#steps)));
    this.#stepSize = 0;
    this.#stored = undefined;
  }

  /** @returns whether there was room. */
  #put(key: string, text: string, quiet?: boolean): boolean | undefined {
    return this.#try(() => (this.#storage.setItem(key, text), true), quiet);
  }

  #stepKey(step: number): string {
    return `${STEP_PREFIX}${step}:${this.#conversationId}`;
  }

  /** A conversation in which nothing has happened leaves no trace. */
  #keepNothing(): void {
    if (this.#kept) this.forget();
    this.#kept = false;
  }

  #read(value: unknown): Remembered {
    const { format, conversation, phase, closed, version, record, calls } = fieldsOf(value);
    if (format !== RECORD_FORMAT) fail();
    if (phase === "ended") {
      this.#endedNoted = true;
      return { record: readRecord({ ...EMPTY_RECORD, version, state: { phase, agents: [], closed } }), calls: [] };
    }
    if (conversation !== this.#conversationId) fail();
    return { record: readRecord(record), calls: list(readCall)(calls) };
  }

  #setAside(text: string): void {
    this.#put(`${this.#key}:damaged`, text);
    this.#try(() => this.#storage.removeItem(this.#key));
    this.#warn("what was stored could not be read: set aside.");
  }

  #noteEnded(): void {
    this.#try(() => {
      const ids = endedConversations(this.#storage).filter((id) => id !== this.#conversationId);
      ids.push(this.#conversationId);
      for (const id of ids.splice(0, Math.max(0, ids.length - ENDED_LIMIT))) this.#forget(id);
      this.#storage.setItem(ENDED_INDEX, JSON.stringify(ids));
    });
  }

  /** Removes a conversation, unless it was reopened since it ended. */
  #forget(id: string): void {
    const text = this.#storage.getItem(PREFIX + id);
    try {
      if (typeof text === "string" && fieldsOf(JSON.parse(text))["phase"] !== "ended") return;
    } catch {
      // Not ours to judge: it goes.
    }
    this.#storage.removeItem(PREFIX + id);
  }

  #try<T>(work: () => T, quiet?: boolean): T | undefined {
    try {
      return work();
    } catch {
      if (!quiet) this.#warn("storage does not work.");
      return undefined;
    }
  }
}

/** Ids of the conversations that a storage knows to have ended, the newest last. Never throws. */
export function endedConversations(storage: TrackerStorage): string[] {
  try {
    const list: unknown = JSON.parse(storage.getItem(ENDED_INDEX) ?? "[]");
    return Array.isArray(list) ? list.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}
