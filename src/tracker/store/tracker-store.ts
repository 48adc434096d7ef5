import type { OutboxEvent } from "../rules/outbox.js";
import type { Clock } from "../../platform/environment.js";
import { Tabs } from "../../platform/tabs/tabs.js";
import type { TabsEnvironment } from "../../platform/tabs/tabs-environment.js";
import { Calls } from "./calls.js";
import { Conversation } from "./conversation.js";
import { Decisions } from "./decisions.js";
import type { TransferLogEntry, TransferMoment } from "./transfer-log.js";
import { readMessage, type TabMessage } from "./tracker-messages.js";
import type { CallIntent, TrackerCall } from "./tracker-record.js";
import { Results, type TransferResult } from "./results.js";
import { SdkBinding } from "../sinks/sdk-binding.js";
import { Sender } from "./sender.js";
import { isUsable } from "../sinks/sink.js";
import { ConversationStorage, type TrackerStorage } from "./conversation-storage.js";
import { rosterDiffers, trackerState, type TrackerState } from "./tracker-state.js";
import { reasonOf } from "../../platform/reason-of.js";

/** A leave and an end of one task in another tab come as two messages: milliseconds that the first waits at least. */
const PASSED_ON_GRACE = 50;

/** What one conversation needs of the world. */
export interface ConversationEnvironment extends TabsEnvironment {
  readonly clock: Clock;
}

/** What subscribers hear. `state` comes with every change; the others come besides it. */
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
  readonly #environment: ConversationEnvironment;
  readonly #conversationId: string | undefined;
  readonly #calls: Calls;
  readonly #conversation: Conversation;
  readonly #results: Results;
  readonly #decisions: Decisions;
  readonly #sender: Sender;
  readonly #tabs: Tabs;
  readonly #listeners = new Set<(change: TrackerChange) => void>();
  readonly #owners = new Set<object>();
  #shown: TrackerState;
  #running = false;

  /** Without an id the conversation is private to whoever made the store, and nothing of it is kept. */
  constructor(environment: ConversationEnvironment, conversationId?: string, kept?: TrackerStorage) {
    this.#environment = environment;
    const { clock, timers } = environment;
    const warn = (message: string) => environment.warn(message);
    this.#conversationId = conversationId;
    this.#calls = new Calls(environment.uniqueId());
    this.#conversation = new Conversation(clock, this.#calls, this.#storageIn(kept), {
      post: (message) => this.#tabs.post(message),
      changed: () => this.#changed(),
    });
    this.#results = new Results((id, result) => this.#settled(id, result));
    this.#decisions = new Decisions(this.#conversation, this.#results, environment, () => this.#sender.pump());
    this.sdk = new SdkBinding(warn, {
      connectionChanged: () => this.#changed(),
      freshStart: () => this.#freshStart(),
    });
    this.#sender = new Sender(
      {
        outbox: () => this.#conversation.record.outbox,
        maySend: () => this.#tabs.holding,
        connected: () => this.sdk.connected,
        sink: () => this.sdk.sink,
        changed: (outbox) => this.#conversation.commitOutbox(outbox),
        sent: (event) => this.#sent(event),
        tried: (event, error) => this.#tried(event, error),
        rested: () => this.#rested(),
      },
      timers,
    );
    this.#tabs = new Tabs(environment, conversationId && `handoff-elements:tracker:${conversationId}`, {
      subject: "agent-transfer-tracker",
      loss: "tabs cannot share a conversation",
      wantsLock: () => this.#wantsLock(),
      receive: (data) => this.#receive(readMessage(data)),
      granted: () => this.#granted(),
      lost: () => this.#lost(),
    });
    this.#conversation.load();
    this.#shown = trackerState(this.#conversation.record, this.connected);
  }

  get state(): TrackerState {
    return this.#shown;
  }

  get connected(): boolean {
    return this.sdk.connected;
  }

  get log(): readonly TransferLogEntry[] {
    return this.#conversation.log.entries;
  }

  get moments(): readonly TransferMoment[] {
    return this.#conversation.log.moments;
  }

  /** Epoch milliseconds of each known agent's entry, for a timeline that began before this document. */
  get since(): ReadonlyMap<string, number> {
    return new Map(this.#conversation.record.state.agents.map((agent) => [agent.identity, agent.since]));
  }

  /** Identities of those who are being handed over. */
  get handedOver(): ReadonlySet<string> {
    const { agents } = this.#conversation.record.state;
    return new Set(agents.filter((agent) => agent.handedOver).map((agent) => agent.identity));
  }

  /** Nobody uses it and it has nothing left to do. */
  get isIdle(): boolean {
    const { state, outbox } = this.#conversation.record;
    const busy = this.#sender.busy || this.#calls.undecided.length > 0;
    return this.#owners.size === 0 && outbox.length === 0 && !state.leaving && !busy;
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
    if (this.#calls.undecided.length > 0 || state.leaving || this.#sender.busy) return true;
    const entryFirst = outbox[0]?.payload.transition === "entry";
    return isUsable(this.sdk.sink) && (!entryFirst || this.connected);
  }

  #granted(): void {
    this.#conversation.takeOver();
    this.#calls.inherited();
    this.#decisions.resume();
    this.#tabs.post({ type: "took" });
    for (const call of this.#calls.undecided) this.#decide(call);
    // This document's SDK is a new one to what another could not deliver.
    this.#sender.startAfresh();
  }

  #lost(): void {
    this.#sender.stop();
    this.#decisions.stop();
    this.#results.review(this.#conversation.record.outbox, false, undefined);
  }

  #receive(message: TabMessage | undefined): void {
    switch (message?.type) {
      case "hello":
        this.#conversation.postState([], message.id);
        break;
      case "took":
        for (const call of this.#calls.undecided) this.#tabs.post({ type: "call", call });
        break;
      case "state":
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
    const entry = this.log.find(({ id }) => id === event.id);
    if (entry) this.#tell({ type: "sent", entry });
  }

  #tried(event: OutboxEvent, error: unknown): void {
    this.#conversation.log.failed(event.id, error);
    this.#tell({ type: "state" });
    const entry = this.log.find(({ id }) => id === event.id);
    if (entry && event.status === "failed") this.#tell({ type: "failed", entry });
  }

  #rested(): void {
    const { outbox, leavingCall } = this.#conversation.record;
    this.#results.review(outbox, this.#sender.busy, leavingCall);
    this.#tabs.review();
    this.#restIfIdle();
  }

  #restIfIdle(): void {
    // A framework that moves or re-mounts an element does so within the task; what looks idle may not be.
    if (!this.#running || !this.isIdle) return;
    void Promise.resolve().then(() => {
      if (!this.#running || !this.isIdle) return;
      this.#running = false;
      this.#conversation.lookAway();
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
    if (!this.#calls.settle(id, result)) this.#tabs.post({ type: "result", id, result });
  }

  /** Shows what is now so. */
  #changed(): void {
    this.#conversation.follow();
    const before = this.#shown;
    this.#shown = trackerState(this.#conversation.record, this.connected);
    this.#tell({ type: "state" });
    if (rosterDiffers(before, this.#shown)) this.#tell({ type: "roster" });
    this.#tabs.review();
  }

  #tell(change: TrackerChange): void {
    for (const listener of Array.from(this.#listeners)) {
      try {
        listener(change);
      } catch (error) {
        this.#environment.warn(`agent-transfer-tracker: a listener threw (${reasonOf(error)}).`);
      }
    }
  }
}
