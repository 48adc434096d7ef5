import type { TransferEffect } from "../../domain/transfer/intent.js";
import {
  append,
  entryWaits,
  reviveOutbox,
  startAfresh,
  type Outbox,
  type OutboxEvent,
} from "../../domain/transfer/outbox.js";
import { transition } from "../../domain/transfer/transition.js";
import { Calls } from "./calls.js";
import { SdkBinding } from "./sdk-binding.js";
import { TrackerLog, type TransferLogEntry, type TransferMoment } from "./log.js";
import { readMessage, type TabMessage } from "./messages.js";
import type { TrackerEnvironment, TrackerStorage } from "./ports.js";
import { EMPTY_RECORD, isNewer, markSeen, type CallIntent, type TrackerCall, type TrackerRecord } from "./record.js";
import { Results, type TransferResult } from "./results.js";
import { Sender } from "./sender.js";
import { isUsable } from "./sink.js";
import { ConversationStorage } from "./storage.js";
import { Tabs } from "./tabs.js";
import { rosterDiffers, trackerState, type TrackerState } from "./view.js";

/** A leave and an end of one task in another tab come as two messages: milliseconds that the first waits at least. */
const PASSED_ON_GRACE = 50;

/** What subscribers hear. `state` comes with every change; the others come besides it. */
export type TrackerChange =
  | { readonly type: "state" }
  | { readonly type: "roster" }
  | { readonly type: "sent"; readonly entry: TransferLogEntry }
  | { readonly type: "failed"; readonly entry: TransferLogEntry };

/**
 * One conversation in one document: decides what calls mean, keeps what the SDK has yet to be told, and sends it while
 * this document holds the conversation's lock. Elements come and go; the store stays.
 */
export class TrackerStore {
  readonly #environment: TrackerEnvironment;
  readonly #storage: ConversationStorage | undefined;
  readonly #tabs: Tabs;
  readonly #sender: Sender;
  readonly #calls: Calls;
  readonly #results: Results;
  readonly #log = new TrackerLog();
  readonly #listeners = new Set<(change: TrackerChange) => void>();
  readonly #owners = new Set<object>();
  readonly sdk: SdkBinding;
  #record: TrackerRecord = EMPTY_RECORD;
  /** Others may know more: nobody has held the lock since this was read or last heard. */
  #provisional = true;
  #shown: TrackerState;
  #cancelLeave: (() => void) | undefined;
  #leaveGrace = 0;
  #running = false;
  /** A list of participants was set that was not empty; before that an empty one says nothing. */
  listed = false;

  /** Without an id the conversation is private to whoever made the store, and nothing of it is kept. */
  constructor(environment: TrackerEnvironment, conversationId?: string, storage?: TrackerStorage) {
    this.#environment = environment;
    const warn = (message: string) => environment.warn(message);
    if (conversationId !== undefined && storage) this.#storage = new ConversationStorage(storage, conversationId, warn);
    const remembered = this.#storage?.load();
    this.#calls = new Calls(environment.uniqueId(), remembered?.calls ?? []);
    this.#results = new Results((id, result) => this.#settled(id, result));
    this.sdk = new SdkBinding(warn, {
      connectionChanged: () => this.#changed(),
      freshStart: () => this.#freshStart(),
    });
    this.#sender = this.#makeSender();
    this.#tabs = this.#makeTabs(conversationId);
    if (remembered) this.#revive(remembered.record);
    this.#shown = trackerState(this.#record, this.connected);
  }

  get state(): TrackerState {
    return this.#shown;
  }

  get connected(): boolean {
    return this.sdk.connected;
  }

  get log(): readonly TransferLogEntry[] {
    return this.#log.entries;
  }

  get moments(): readonly TransferMoment[] {
    return this.#log.moments;
  }

  /** Epoch milliseconds of each known agent's entry, for a timeline that began before this document. */
  get since(): ReadonlyMap<string, number> {
    return new Map(this.#record.state.agents.map((agent) => [agent.identity, agent.since]));
  }

  /** Nobody uses it and it has nothing left to do. */
  get isIdle(): boolean {
    const { state, outbox } = this.#record;
    return (
      this.#owners.size === 0 &&
      outbox.length === 0 &&
      !state.leaving &&
      !this.#sender.busy &&
      this.#calls.undecided.length === 0
    );
  }

  subscribe(listener: (change: TrackerChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Somebody uses the store from now on. */
  attach(owner: object): void {
    this.#owners.add(owner);
    if (this.#running) return;
    this.#running = true;
    this.sdk.resume();
    this.#tabs.start();
  }

  /** What is still to be sent is sent; then the SDK is let go. */
  detach(owner: object): void {
    this.#owners.delete(owner);
    this.#restIfIdle();
  }

  /** Never rejects. `grace`: milliseconds that a last leave in it stays open. */
  call(intent: CallIntent, grace: number): Promise<TransferResult> {
    const { call, result } = this.#calls.make(intent, grace);
    if (this.#tabs.holding) {
      this.#decide(call);
      this.#sender.pump();
    } else {
      this.#persist();
      this.#post({ type: "call", call });
      this.#tabs.review();
    }
    return result;
  }

  #makeSender(): Sender {
    const store = this;
    return new Sender(
      {
        get outbox() {
          return store.#record.outbox;
        },
        get maySend() {
          return store.#tabs.holding;
        },
        get connected() {
          return store.connected;
        },
        get sink() {
          return store.sdk.sink;
        },
        changed: (outbox) => this.#commit({ ...this.#record, outbox, state: this.#entered(outbox) }),
        sent: (event) => this.#sent(event),
        tried: (event, error) => this.#tried(event, error),
        rested: () => this.#rested(),
      },
      this.#environment.timers,
    );
  }

  #makeTabs(conversationId: string | undefined): Tabs {
    const store = this;
    const name = conversationId === undefined ? undefined : `handoff-elements:tracker:${conversationId}`;
    return new Tabs(this.#environment, name, {
      get wantsLock() {
        return store.#wantsLock;
      },
      receive: (data) => this.#receive(readMessage(data)),
      granted: () => this.#granted(),
      lost: () => this.#lost(),
    });
  }

  /** Something to decide, or the means to send what comes next. */
  get #wantsLock(): boolean {
    const { state, outbox } = this.#record;
    if (this.#calls.undecided.length > 0 || state.leaving || this.#sender.busy) return true;
    const entryFirst = outbox[0]?.payload.transition === "entry";
    return isUsable(this.sdk.sink) && (!entryFirst || this.connected);
  }

  #granted(): void {
    const { outbox, version, state } = this.#record;
    this.#provisional = false;
    // Whoever was sending is gone, or never was: this document has not begun.
    this.#commit({ ...this.#record, version: [version[0] + 1, 0], outbox: reviveOutbox(outbox) });
    if (state.leaving) this.#decideLater(this.#leaveGrace);
    this.#post({ type: "took" });
    for (const call of this.#calls.undecided) this.#decide(call);
    // This document's SDK is a new one to what another could not deliver.
    this.#sender.startAfresh();
  }

  #lost(): void {
    this.#sender.stop();
    this.#cancelLeave?.();
    this.#cancelLeave = undefined;
    this.#results.review(this.#record.outbox, false, undefined);
  }

  #receive(message: TabMessage | undefined): void {
    switch (message?.type) {
      case "hello":
        this.#postState([], message.id);
        break;
      case "took":
        for (const call of this.#calls.undecided) this.#post({ type: "call", call });
        break;
      case "state":
        this.#adopt(message);
        if (message.answers !== undefined) this.#tabs.answered(message.answers);
        break;
      case "call":
        if (!this.#tabs.holding) break;
        this.#decide({ ...message.call, grace: Math.max(message.call.grace, PASSED_ON_GRACE) });
        this.#sender.pump();
        break;
      case "decided":
        if (this.#calls.decided(message.id)) this.#persist();
        this.#tabs.review();
        break;
      case "result":
        this.#calls.settle(message.id, message.result);
        break;
      default:
    }
  }

  /** Another document decided something. */
  #adopt({ record, provisional, moments }: TabMessage & { type: "state" }): void {
    if (this.#tabs.holding) return;
    const known = this.#record;
    const sameButSure = this.#provisional && !provisional && !isNewer(known, record);
    if (!isNewer(record, known) && !sameButSure) return;
    if (record.version[0] > known.version[0] && !this.#provisional) this.#calls.orphaned();
    this.#record = record;
    this.#provisional &&= provisional;
    for (const { id } of this.#calls.undecided) if (!markSeen(record, id)) this.#calls.decided(id);
    this.#log.mark(moments);
    this.#persist();
    this.#changed();
  }

  /** Takes up what a document before this one in the same tab had stored. */
  #revive(record: TrackerRecord): void {
    const [state, effects] = transition(record.state, { type: "revive" });
    this.#record = { ...record, state, outbox: reviveOutbox(record.outbox) };
    this.#log.follow(this.#record.outbox, this.#environment.clock.now());
    this.#log.mark(this.#momentsOf(effects));
  }

  #decide(call: TrackerCall): void {
    const seen = markSeen(this.#record, call.id);
    this.#calls.decided(call.id);
    this.#post({ type: "decided", id: call.id });
    if (!seen) {
      // Passed on twice, or decided by a holder that is gone: what came of it is in the record.
      if (this.#record.leavingCall !== call.id) this.#results.known(call.id);
      return;
    }
    this.#record = seen;
    if (call.intent.type === "retry") this.#retry(call);
    else {
      const [state, effects] = transition(seen.state, call.intent, this.#environment.clock.now());
      this.#apply(state, effects, call);
    }
  }

  #retry(call: TrackerCall): void {
    const { outbox } = this.#record;
    if (outbox.length === 0) this.#results.ignored(call.id);
    for (const { id, payload } of outbox) this.#results.add(call.id, id, payload);
    this.#commit({ ...this.#record, outbox: startAfresh(outbox) });
    this.#sender.startAfresh();
  }

  /** Does what the machine said. `call` is what made it, or nothing where a last leave's time was up. */
  #apply(state: TrackerRecord["state"], effects: readonly TransferEffect[], call?: TrackerCall): void {
    let { outbox, events, leavingCall } = this.#record;
    for (const effect of effects) {
      if (effect.type === "defer" && call) {
        leavingCall = call.id;
        this.#leaveGrace = call.grace;
      } else if (effect.type === "send") {
        events += 1;
        const id = `event-${events}`;
        outbox = append(outbox, id, effect.payload);
        const payload = outbox.at(-1)!.payload;
        const callers = new Set([effect.settles ? leavingCall : call?.id]);
        // An end that makes a last leave its own speaks for both.
        if (call?.intent.type === "end") callers.add(call.id);
        for (const caller of callers) if (caller) this.#results.add(caller, id, payload);
      }
    }
    const { leavingCall: _, ...rest } = this.#record;
    const kept = state.leaving && leavingCall ? { leavingCall } : {};
    this.#commit({ ...rest, ...kept, state, outbox, events }, this.#momentsOf(effects));
    const ignored = effects.find((effect) => effect.type === "ignored");
    if (ignored && call) this.#results.ignored(call.id, ignored.reason);
    if (!state.leaving) this.#cancelLeave?.();
    else if (effects.some((effect) => effect.type === "defer")) this.#decideLater(this.#leaveGrace);
  }

  #decideLater(grace: number): void {
    this.#cancelLeave?.();
    this.#cancelLeave = this.#environment.timers.after(grace, () => {
      this.#cancelLeave = undefined;
      const [state, effects] = transition(this.#record.state, { type: "decide" });
      this.#apply(state, effects);
      this.#sender.pump();
    });
  }

  /** Those whose entry has left the outbox are known to the SDK from now on. */
  #entered(outbox: Outbox): TrackerRecord["state"] {
    let { state } = this.#record;
    for (const { waiting, identity } of state.agents) {
      if (waiting && !entryWaits(outbox, identity)) [state] = transition(state, { type: "entered", identity });
    }
    return state;
  }

  #sent(event: OutboxEvent): void {
    const entry = this.#log.entries.find(({ id }) => id === event.id);
    if (entry) this.#tell({ type: "sent", entry });
  }

  #tried(event: OutboxEvent, error: unknown): void {
    this.#log.failed(event.id, error);
    this.#tell({ type: "state" });
    const entry = this.#log.entries.find(({ id }) => id === event.id);
    if (entry && event.status === "failed") this.#tell({ type: "failed", entry });
  }

  #rested(): void {
    this.#results.review(this.#record.outbox, this.#sender.busy, this.#record.leavingCall);
    this.#tabs.review();
    this.#restIfIdle();
  }

  #restIfIdle(): void {
    // A framework that moves or re-mounts an element does so within the task; what looks idle may not be.
    if (!this.#running || !this.isIdle) return;
    void Promise.resolve().then(() => {
      if (!this.#running || !this.isIdle) return;
      this.#running = false;
      this.#provisional = true;
      this.sdk.rest();
      this.#tabs.stop();
    });
  }

  /** A new SDK or a connection: waiting entries may go, and what was given up is tried again. */
  #freshStart(): void {
    this.#changed();
    this.#sender.startAfresh();
  }

  #settled(id: string, result: TransferResult): void {
    if (!this.#calls.settle(id, result)) this.#post({ type: "result", id, result });
  }

  /** Keeps a new truth: stored and told to the others before anything is done about it. */
  #commit(record: TrackerRecord, moments: readonly TransferMoment[] = []): void {
    const [term, change] = record.version;
    this.#record = { ...record, version: [term, change + 1] };
    this.#log.mark(moments);
    this.#persist();
    this.#postState(moments);
    this.#changed();
  }

  /** Shows what is now so. */
  #changed(): void {
    this.#log.follow(this.#record.outbox, this.#environment.clock.now());
    const before = this.#shown;
    this.#shown = trackerState(this.#record, this.connected);
    this.#tell({ type: "state" });
    if (rosterDiffers(before, this.#shown)) this.#tell({ type: "roster" });
    this.#tabs.review();
  }

  #persist(): void {
    this.#storage?.save({ record: this.#record, calls: this.#calls.undecided });
  }

  #postState(moments: readonly TransferMoment[], answers?: string): void {
    const state = { type: "state", record: this.#record, provisional: this.#provisional, moments } as const;
    this.#post(answers === undefined ? state : { ...state, answers });
  }

  #post(message: TabMessage): void {
    this.#tabs.post(message);
  }

  #momentsOf(effects: readonly TransferEffect[]): readonly TransferMoment[] {
    const at = this.#environment.clock.now();
    return effects.flatMap((effect) => {
      if (effect.type !== "mark") return [];
      const { identity, name, remote } = effect.agent ?? {};
      const agent = identity === undefined ? {} : { agent: { identity, name: name!, remote: remote! } };
      return [{ kind: effect.kind, at, ...agent, ...(effect.transfer ? { transfer: effect.transfer } : {}) }];
    });
  }

  #tell(change: TrackerChange): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(change);
      } catch (error) {
        this.#environment.warn(`agent-transfer-tracker: a listener threw (${String(error)}).`);
      }
    }
  }
}
