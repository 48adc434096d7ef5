import type { Clock } from "../../platform/environment.js";
import { reasonOf } from "../../platform/reason-of.js";
import type { TabsEnvironment } from "../../platform/tabs/tabs-environment.js";
import { Timeout } from "../../platform/timeout.js";
import { Tabs } from "../../platform/tabs/tabs.js";
import { isEntry } from "../rules/message.js";
import type { OutboxEvent } from "../rules/outbox.js";
import type { TransferState } from "../rules/state.js";
import { SdkBinding, type SdkChange } from "../sinks/sdk-binding.js";
import { isUsable } from "../sinks/sink.js";
import { Calls } from "./calls.js";
import { ConversationStorage, type TrackerStorage } from "./conversation-storage.js";
import { Conversation } from "./conversation.js";
import { Decisions } from "./decisions.js";
import { Results, type TransferResult } from "./results.js";
import { Sender } from "./sender.js";
import { readTrackerMessage, type TrackerMessage } from "./tracker-messages.js";
import type { CallIntent, TrackerCall } from "./tracker-record.js";
import { rosterDiffers, trackerSnapshot, type TrackerSnapshot } from "./tracker-state.js";
import type { TransferLogEntry } from "./transfer-log.js";

/** Milliseconds that a leave from another tab stays open at least: the end of the same task is a second message. */
const PASSED_ON_GRACE = 50;

/** Milliseconds of deciding after which others get a turn. */
const DECIDING_SLICE = 12;

/** What one conversation needs of the world. */
export interface ConversationEnvironment extends TabsEnvironment {
  readonly clock: Clock;
}

/** What subscribers hear. `state` comes with every change, the others in addition. */
export type TrackerChange =
  | { readonly type: "state" }
  | { readonly type: "roster" }
  | { readonly type: "sent"; readonly entry: TransferLogEntry }
  | { readonly type: "failed"; readonly entry: TransferLogEntry };

/**
 * One conversation in one document: takes calls, and while this document holds the conversation's lock decides what
 * they mean and tells the SDK. Elements come and go; the store stays.
 */
export class TrackerStore {
  readonly sdk: SdkBinding;
  /** A list of participants was set that was not empty; before that an empty one says nothing. */
  listed = false;
  /** A list of participants may still lack agents whom a reload put aside. */
  unsettled: boolean;
  readonly #environment: ConversationEnvironment;
  readonly #conversationId: string | undefined;
  readonly #calls: Calls;
  readonly #tabs: Tabs;
  readonly #conversation: Conversation;
  readonly #results: Results;
  readonly #sender: Sender;
  readonly #decisions: Decisions;
  readonly #listeners = new Set<(change: TrackerChange) => void>();
  readonly #owners = new Set<object>();
  /** What listeners last heard of. */
  #shown: TransferState;
  /** Made when it is asked for. */
  #seen: TrackerSnapshot | undefined;
  #running = false;
  /** Set while others have their turn before the next calls are decided. */
  readonly #turn: Timeout;
  /** The holder was asked for all that it knows. */
  #asking = false;

  /** Without an id the conversation is private to whoever made the store, and nothing of it is kept. */
  constructor(environment: ConversationEnvironment, conversationId?: string, kept?: TrackerStorage) {
    const { clock, timers } = environment;
    this.#environment = environment;
    this.#turn = new Timeout(timers);
    this.#conversationId = conversationId;
    this.#calls = new Calls(environment.uniqueId());
    this.#tabs = new Tabs(environment, conversationId && `handoff-elements:tracker:${conversationId}`, {
      loss: "tabs cannot share a conversation",
      wantsLock: () => this.#wantsLock(),
      receive: (data) => this.#receive(readTrackerMessage(data)),
      granted: () => this.#granted(),
      lost: () => this.#lost(),
    });
    this.#conversation = new Conversation({ clock, calls: this.#calls, tabs: this.#tabs }, this.#storageIn(kept), () =>
      this.#changed(),
    );
    this.#results = new Results((id, result) => this.#settled(id, result));
    this.sdk = new SdkBinding(
      (message) => environment.warn(message),
      (change) => this.#sdkChanged(change),
    );
    this.#sender = new Sender(
      { conversation: this.#conversation, sdk: this.sdk, tabs: this.#tabs, clock, timers },
      {
        sent: (event) => this.#sent(event),
        skipped: (event, method) => {
          this.#results.left(event);
          environment.warn(`the SDK has no ${method}(), so it was left out.`);
        },
        tried: (event, error) => this.#tried(event, error),
        rested: () => this.#rested(),
      },
    );
    this.#decisions = new Decisions(this.#conversation, this.#results, environment, () => this.#sender.pump());
    this.#conversation.load();
    this.#shown = this.#conversation.record.state;
    this.unsettled = this.snapshot.state.aside.length > 0;
  }

  /** What can be seen of the conversation; a new object after each change. */
  get snapshot(): TrackerSnapshot {
    return (this.#seen ??= trackerSnapshot(this.#conversation.record, this.sdk.connected, this.#conversation.log));
  }

  /** Nobody uses it and it has nothing left to do. */
  get isIdle(): boolean {
    const { state, outbox } = this.#conversation.record;
    const busy = this.#sender.busy || this.#calls.size > 0;
    return this.#owners.size === 0 && outbox.length === 0 && !state.leaving && !busy;
  }

  /** Nobody will ask for the store again. */
  forget(): void {
    this.#leave();
  }

  subscribe(listener: (change: TrackerChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Where the conversation is kept from now on. */
  keepIn(kept: TrackerStorage | undefined): void {
    this.#conversation.keepIn(this.#storageIn(kept));
    if (this.#tabs.holding) this.#granted();
    else this.#changed();
  }

  /** Tells others what is known of the conversation, though nobody uses the store here. */
  answer(): void {
    this.#tabs.start();
  }

  /** Somebody uses the store from now on. */
  attach(owner: object): void {
    this.#owners.add(owner);
    if (!this.#running) this.sdk.resume();
    this.#running = true;
    this.#tabs.start();
  }

  /** What is still to be sent is sent; then the SDK is let go. */
  detach(owner: object): void {
    this.#owners.delete(owner);
    this.#reviewPresence();
  }

  /** Never rejects. `grace`: milliseconds that a last leave in it stays open. */
  call(intent: CallIntent, grace: number): Promise<TransferResult> {
    const { call, result } = this.#calls.make(intent, grace);
    if (this.#tabs.holding && !this.#turn.isSet) {
      this.#decide(call);
      this.#goOn(call);
    } else {
      this.#conversation.persist();
      this.#tabs.post({ type: "call", call });
      this.#tabs.review();
    }
    return result;
  }

  #storageIn(kept: TrackerStorage | undefined): ConversationStorage | undefined {
    if (this.#conversationId === undefined || !kept) return undefined;
    return new ConversationStorage(kept, this.#conversationId, (message) => this.#environment.warn(message));
  }

  /** Something to decide, or the means to send what comes next. */
  #wantsLock(): boolean {
    const { state, outbox } = this.#conversation.record;
    if (this.#calls.size > 0 || state.leaving || this.#sender.busy) return true;
    const entryFirst = outbox[0] !== undefined && isEntry(outbox[0]);
    return isUsable(this.sdk.sink) && (!entryFirst || this.sdk.connected);
  }

  #granted(): void {
    this.#conversation.takeOver();
    this.#calls.inherited();
    this.#decisions.resume();
    this.#tabs.post({ type: "took" });
    this.#decideAll();
  }

  /** Decides what has been called so far, and gives others a turn now and then. */
  #decideAll(): void {
    const { clock } = this.#environment;
    const until = clock.now() + DECIDING_SLICE;
    for (const call of this.#calls.undecided) {
      if (clock.now() >= until) return this.#turn.set(0, () => this.#decideAll());
      this.#decide(call);
    }
    // Another document could not deliver these; this one has another SDK.
    this.#sender.startAfresh();
  }

  #lost(): void {
    this.#turn.clear();
    this.#sender.stop();
    this.#decisions.stop();
    this.#results.review(this.#conversation.record.outbox[0], false, undefined);
  }

  #receive(message: TrackerMessage | undefined): void {
    switch (message?.type) {
      case "hello":
        this.#conversation.postState([], message.id);
        break;
      case "took":
        for (const call of this.#calls.undecided) this.#tabs.post({ type: "call", call });
        break;
      case "change":
        if (this.#tabs.holding || this.#conversation.adoptChange(message) || this.#asking) break;
        this.#asking = true;
        this.#tabs.post({ type: "hello", id: this.#environment.uniqueId() });
        break;
      case "state":
        this.#asking = false;
        if (!this.#tabs.holding) this.#conversation.adopt(message);
        if (message.answers !== undefined) this.#tabs.answered(message.answers);
        break;
      case "call":
        if (!this.#tabs.holding) break;
        this.#decide({ ...message.call, grace: Math.max(message.call.grace, PASSED_ON_GRACE) });
        this.#goOn(message.call);
        break;
      case "decided":
        if (this.#calls.decidedElsewhere(message.id)) this.#conversation.persist();
        this.#tabs.review();
        break;
      case "result":
        this.#calls.settle(message.id, message.result);
        break;
      default:
    }
  }

  #decide(call: TrackerCall): void {
    this.#calls.decided(call.id);
    this.#tabs.post({ type: "decided", id: call.id });
    this.#decisions.decide(call);
  }

  #goOn({ intent }: TrackerCall): void {
    if (intent.type === "retry") this.#sender.startAfresh();
    else this.#sender.pump();
  }

  #sent(event: OutboxEvent): void {
    this.#results.left(event);
    this.#tell({ type: "sent", entry: this.#entryOf(event) });
  }

  #tried(event: OutboxEvent, error: unknown): void {
    this.#conversation.log.failed(event.id, error);
    this.#seen = undefined;
    this.#tell({ type: "state" });
    if (event.status === "failed") this.#tell({ type: "failed", entry: this.#entryOf(event) });
  }

  #entryOf(event: OutboxEvent): TransferLogEntry {
    return this.#conversation.log.entryOf(event, this.#environment.clock.now());
  }

  #rested(): void {
    const { outbox, leavingCall } = this.#conversation.record;
    this.#results.review(outbox[0], this.#sender.busy, leavingCall);
    this.#tabs.review();
    this.#reviewPresence();
  }

  /** While nobody uses the store, it is among the tabs only for what it can do by itself. */
  #reviewPresence(): void {
    if (!this.#running || this.#owners.size > 0) return;
    // A framework that moves or re-mounts an element does so within the task; what looks idle may not be.
    void Promise.resolve().then(() => {
      if (!this.#running || this.#owners.size > 0) return;
      if (this.isIdle) this.#rest();
      else if (this.#wantsLock()) this.#tabs.start();
      // What was decided here still holds, unless others go on from it.
      else this.#tabs.stop();
    });
  }

  #rest(): void {
    this.#running = false;
    this.sdk.rest();
    // A duplicate of this tab still believes in what was stored before the end: somebody has to tell it.
    if (this.#conversation.record.state.phase === "ended") this.#tabs.rest();
    else this.#leave();
  }

  #leave(): void {
    this.#conversation.lookAway();
    this.#tabs.stop();
  }

  #sdkChanged(change: SdkChange): void {
    this.#changed();
    if (change === "fresh") this.#sender.startAfresh();
    else this.#reviewPresence();
  }

  #settled(id: string, result: TransferResult): void {
    if (!this.#calls.settle(id, result)) this.#tabs.post({ type: "result", id, result });
  }

  /** Shows what is so now. */
  #changed(): void {
    const before = this.#shown;
    this.#seen = undefined;
    this.#shown = this.#conversation.record.state;
    this.#tell({ type: "state" });
    if (before !== this.#shown && rosterDiffers(before, this.#shown)) this.#tell({ type: "roster" });
    this.#tabs.review();
  }

  #tell(change: TrackerChange): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(change);
      } catch (error) {
        this.#environment.warn(`a listener threw (${reasonOf(error)}).`);
      }
    }
  }
}
