import type { TransferEffect } from "../rules/intent.js";
import { isEntry } from "../rules/message.js";
import { entryWaits, reviveOutbox, type Outbox } from "../rules/outbox.js";
import { transition } from "../rules/transition.js";
import type { Clock } from "../../platform/environment.js";
import type { Tabs } from "../../platform/tabs/tabs.js";
import type { Calls } from "./calls.js";
import { TransferLog, type TransferMoment } from "./transfer-log.js";
import type { TrackerMessage } from "./tracker-messages.js";
import { changedBy, recordChange } from "./record-change.js";
import { isConsistent } from "./record-reader.js";
import { EMPTY_RECORD, isNewer, markSeen, type TrackerRecord } from "./tracker-record.js";
import type { ConversationStorage } from "./conversation-storage.js";

/** What a conversation works with. */
interface ConversationParts {
  readonly clock: Clock;
  readonly calls: Calls;
  readonly tabs: Tabs;
}

/** What is true of a conversation: kept, stored, and told to the other documents before anything is done about it. */
export class Conversation {
  readonly log = new TransferLog();
  readonly #clock: Clock;
  readonly #calls: Calls;
  readonly #tabs: Tabs;
  readonly #onChange: () => void;
  #storage: ConversationStorage | undefined;
  #record: TrackerRecord = EMPTY_RECORD;
  /** The same, as the other documents and the log last heard of it. */
  #told: TrackerRecord = EMPTY_RECORD;
  /** Others may know more: nobody has held the lock since this was read or last heard. */
  #provisional = true;
  /** Something was decided or heard in this document, so it knows more than any storage. */
  #touched = false;

  /** @param onChange something that can be seen is different now. */
  constructor(
    { clock, calls, tabs }: ConversationParts,
    storage: ConversationStorage | undefined,
    onChange: () => void,
  ) {
    this.#clock = clock;
    this.#calls = calls;
    this.#tabs = tabs;
    this.#storage = storage;
    this.#onChange = onChange;
  }

  get record(): TrackerRecord {
    return this.#record;
  }

  /** Goes on from what an earlier document in this tab had stored, if it can be read. */
  load(): void {
    const remembered = this.#storage?.load();
    this.#calls.restore(remembered?.calls ?? []);
    this.#revive(remembered?.record ?? EMPTY_RECORD);
  }

  /** The conversation is kept elsewhere from now on. Before anything has happened, what is kept there counts. */
  keepIn(storage: ConversationStorage | undefined): void {
    const before = this.#storage;
    this.#storage = storage;
    if (!this.#touched) return this.load();
    before?.forget();
    this.persist();
  }

  #revive(record: TrackerRecord): void {
    const [state, effects] = transition(record.state, { type: "revive" });
    this.#set({ ...record, state, outbox: reviveOutbox(record.outbox) });
    this.log.mark(this.momentsOf(effects));
  }

  /** This document decides from now on. Whoever was sending is gone: nothing is in flight. */
  takeOver(): void {
    const { version, outbox } = this.#record;
    this.#provisional = false;
    const touched = this.#touched;
    this.commit({ ...this.#record, version: [version[0] + 1, 0], outbox: reviveOutbox(outbox) });
    this.#touched = touched;
  }

  /** This document looks away; when it looks again, others may know more. */
  lookAway(): void {
    this.#provisional = true;
  }

  /** Keeps a changed record, stores it, and tells the other documents and the views. */
  commit(record: TrackerRecord, moments: readonly TransferMoment[] = []): void {
    const before = this.#told;
    const [term, change] = record.version;
    this.#set({ ...record, version: [term, change + 1] });
    this.#touched = true;
    this.log.mark(moments);
    this.persist();
    const step = recordChange(before, this.#record);
    if (step) this.#tabs.post({ type: "change", change: step, moments } satisfies TrackerMessage);
    else this.postState(moments);
    this.#onChange();
  }

  /** The outbox moved on: those whose entry has left it are known to the SDK. */
  commitOutbox(outbox: Outbox, more?: Partial<TrackerRecord>): void {
    let { state } = this.#record;
    const [head] = this.#record.outbox;
    if (head && head.id !== outbox[0]?.id && isEntry(head)) {
      const { identity } = head.payload.participant;
      if (!entryWaits(outbox, identity)) [state] = transition(state, { type: "entered", identity });
    }
    this.commit({ ...this.#record, ...more, outbox, state });
  }

  /** The call counts as decided from the next commit on. @returns whether it did not already. */
  see(callId: string): boolean {
    const seen = markSeen(this.#record, callId);
    if (seen) this.#record = seen;
    return seen !== undefined;
  }

  /** Another document, which holds the lock or answers, says what it knows. */
  adopt({ record, provisional, moments }: TrackerMessage & { type: "state" }): void {
    const known = this.#record;
    const sameButSure = this.#provisional && !provisional && !isNewer(known, record);
    if (!isNewer(record, known) && !sameButSure) return;
    if (record.version[0] > known.version[0] && !this.#provisional) this.#calls.orphaned();
    this.#set(record);
    this.#touched ||= !provisional;
    this.#provisional &&= provisional;
    for (const { id } of this.#calls.undecided) {
      if (!markSeen(record, id)) this.#calls.decidedElsewhere(id);
      // Those of this document are decided in their order.
      else if (this.#calls.isOwn(id)) break;
    }
    this.log.mark(moments);
    this.persist();
    this.#onChange();
  }

  /** The holder says how what it last said has changed. @returns whether this document could follow. */
  adoptChange({ change, moments }: TrackerMessage & { type: "change" }): boolean {
    // What was read from storage was put aside, where an entry had been sent: it is none of the holder's versions.
    const record = this.#provisional ? undefined : changedBy(this.#record, change);
    if (record && change.state.agents && !isConsistent(record.state)) return false;
    if (record) this.adopt({ type: "state", record, provisional: false, moments });
    return record !== undefined || !isNewer(change, this.#record);
  }

  #set(record: TrackerRecord): void {
    this.log.follow(this.#told, record, this.#clock.now());
    this.#record = this.#told = record;
  }

  persist(): void {
    this.#storage?.save(this.#record, this.#calls);
  }

  /** `answers`: the `hello` that asked. */
  postState(moments: readonly TransferMoment[], answers?: string): void {
    const message: TrackerMessage = {
      type: "state",
      record: this.#record,
      provisional: this.#provisional,
      moments,
      ...(answers === undefined ? {} : { answers }),
    };
    this.#tabs.post(message);
  }

  momentsOf(effects: readonly TransferEffect[]): readonly TransferMoment[] {
    const at = this.#clock.now();
    return effects.flatMap((effect) => {
      if (effect.type !== "mark") return [];
      const { kind, agent, transfer, step } = effect;
      const { identity = "", name = "", remote = false, since = at } = agent ?? {};
      const who = agent && { agent: { identity, name, remote, since } };
      return [{ kind, at, ...who, ...(transfer && { transfer }), ...(step && { step }) }];
    });
  }
}
