import type { TransferConnection, TransferSdk } from "../domain/transfer/sdk.js";
import { Timeout } from "../platform/timeout.js";
import { isList } from "../platform/describe.js";
import { property } from "../platform/property.js";
import {
  readClosing,
  readEnd,
  readIdentity,
  readJoin,
  readLeave,
  readParticipants,
  type AgentLike,
  type EndOptions,
  type JoinOptions,
  type LeaveOptions,
  type TransferParticipant,
} from "./call-arguments.js";
import { isEmitter } from "./sinks/connection.js";
import type { ClosingStep } from "./rules/message.js";
import type { TransferResult } from "./store/results.js";
import type { CallIntent } from "./store/tracker-record.js";
import { emptySnapshot, type TrackerSnapshot, type TrackerState } from "./store/tracker-state.js";
import type { TrackerChange, TrackerStore } from "./store/tracker-store.js";
import type { TransferLogEntry, TransferMoment } from "./store/transfer-log.js";
import type { TrackerEnvironment } from "./tracker-environment.js";
import { storageOf, trackerStoreFor, type StorageChoice } from "./tracker-store-for.js";

export interface AgentTransferTrackerOptions {
  readonly sdk?: TransferSdk | null | undefined;
  readonly connection?: TransferConnection | null | undefined;
  readonly connected?: boolean;
  readonly conversationId?: string;
  readonly ownAgent?: string;
  readonly participants?: readonly TransferParticipant[];
  readonly storage?: StorageChoice;
  /** Milliseconds; 0 = until the end of the task. */
  readonly exitGrace?: number;
  /** Milliseconds, 2000: how long `participants` may lack agents after a reload before they have left. */
  readonly settle?: number;
  readonly closing?: string;
  readonly drop?: DropChoice;
}

/** What the SDK hears when the line breaks: nothing, as its guide has it, or that everybody is out. */
export type DropChoice = "silent" | "exit";

const OPTIONS = [
  "conversationId",
  "storage",
  "ownAgent",
  "exitGrace",
  "settle",
  "closing",
  "drop",
  "connection",
  "sdk",
  "connected",
  "participants",
] as const;

const LONGEST_WAIT = 600_000;

/**
 * Tells an agent-assist SDK who joins and who leaves a conversation, as its internalTransfer guide wants to hear it:
 * in order, once, and across reconnects, reloads and tabs. Everything that `<agent-transfer-tracker>` does, without
 * the element. Nothing here throws, and no promise rejects.
 *
 * All trackers of one conversation id in a document work on one and the same conversation.
 */
export class TransferTracker {
  readonly #environment: TrackerEnvironment;
  readonly #listeners = new Set<(change: TrackerChange) => void>();
  #store: TrackerStore | undefined;
  #unsubscribe: (() => void) | undefined;
  #attached = false;
  #visits = 0;
  #sdk: TransferSdk | undefined;
  #connection: TransferConnection | undefined;
  /** What the host last set `connected` to. */
  #vouched: boolean | undefined;
  #vouchWaits = false;
  #bound: unknown;
  #conversationId: string | undefined;
  #ownAgent: string | undefined;
  #participants: readonly TransferParticipant[] | undefined;
  #participantsWait = false;
  #storage: StorageChoice = "session";
  #exitGrace = 0;
  #closing: readonly ClosingStep[] = [];
  #drop: DropChoice = "silent";
  #settle = 2000;
  /** Set while a list of participants may not be whole. */
  readonly #settling: Timeout;

  /** Does nothing before {@link connect}. */
  constructor(environment: TrackerEnvironment, options: AgentTransferTrackerOptions = {}) {
    this.#environment = environment;
    this.#settling = new Timeout(environment.timers);
    for (const name of OPTIONS) if (options[name] !== undefined) Reflect.set(this, name, options[name]);
  }

  /** What takes the events: anything with `internalTransfer(data)`. The method may appear later. */
  get sdk(): TransferSdk | undefined {
    return this.#sdk;
  }
  set sdk(sdk: TransferSdk | null | undefined) {
    const before = this.#sdk;
    this.#sdk = sdk ?? undefined;
    const store = this.#attachedStore;
    if (!store) return;
    if (this.#sdk !== undefined || store.sdk.sink === before)
      store.sdk.setSink(this.#sdk, () => this.#bindConnection());
    else this.#bindConnection();
  }

  /** What emits `ON_SOCKET_CONNECTION`; by default the SDK, where it has `on`. */
  get connection(): TransferConnection | undefined {
    return this.#connection;
  }
  set connection(connection: TransferConnection | null | undefined) {
    this.#connection = connection ?? undefined;
    if (this.#connection !== undefined && !isEmitter(this.#connection)) {
      this.#warn("connection has no on().");
    }
    this.#bindConnection();
  }

  /** Whether entries may go. Set by the connection, or by a host that knows; `false` holds entries again. */
  get connected(): boolean {
    return this.#vouchWaits ? this.#vouched! : (this.#store?.sdk.connected ?? false);
  }
  set connected(connected: boolean) {
    this.#vouched = Boolean(connected);
    this.#vouchWaits = !this.#attachedStore;
    this.#attachedStore?.sdk.setConnected(this.#vouched);
  }

  /** Names the conversation. Without it the tracker is private and in memory. */
  get conversationId(): string | undefined {
    return this.#conversationId;
  }
  set conversationId(value: string | number | undefined | null) {
    const id = readIdentity(value ?? "");
    if (id === undefined && (value ?? "") !== "") this.#warn("conversationId is no text.");
    if (id === this.#conversationId) return;
    if (!this.#conversationId && this.state.phase !== "new") {
      this.#warn("what came before conversationId stays in a conversation of its own.");
    }
    const attached = this.#attached;
    // The old outbox stays with the old store and its old SDK.
    if (attached) this.#detach();
    this.#store = undefined;
    this.#conversationId = id;
    if (attached) this.#attach(true);
  }

  /** Identity of this desktop's agent; every call about another one is then unannounced. */
  get ownAgent(): string | undefined {
    return this.#ownAgent;
  }
  set ownAgent(value: string | number | undefined | null) {
    this.#ownAgent = readIdentity(value);
    if (this.#ownAgent === undefined && value !== undefined && value !== null && value !== "") {
      this.#warn("ownAgent is no identity.");
    }
  }

  /** Where roster and outbox are kept, for all trackers of the conversation: the one set last counts. */
  get storage(): StorageChoice {
    return this.#storage;
  }
  set storage(choice: StorageChoice) {
    const usable =
      choice === "session" ||
      choice === "none" ||
      (typeof property(choice, "getItem") === "function" && typeof property(choice, "setItem") === "function");
    if (!usable && choice !== undefined && choice !== null)
      this.#warn('storage is neither "session" nor "none" nor an object with getItem and setItem.');
    const before = this.#storage;
    this.#storage = usable ? choice : "session";
    if (this.#storage !== before) this.#attachedStore?.keepIn(storageOf(this.#environment, this.#storage));
  }

  /** Milliseconds that a last leave waits for `conversationEnded()`; 0 = until the end of the task. */
  get exitGrace(): number {
    return this.#exitGrace;
  }
  set exitGrace(value: number | undefined | null) {
    this.#exitGrace = this.#milliseconds("exitGrace", value ?? 0) ?? this.#exitGrace;
  }

  /**
   * Milliseconds, 2000: how long after a reload a list of participants may lack agents who were in before it. A list
   * often comes in pieces; who joins does not wait.
   */
  get settle(): number {
    return this.#settle;
  }
  set settle(value: number | undefined | null) {
    this.#settle = this.#milliseconds("settle", value ?? 2000) ?? this.#settle;
  }

  /**
   * What follows the last exit after `conversationEnded()`: the words `summary` and `end`, or one of them. `summary` calls
   * the SDK's `triggerSummary()`, `end` its `endOfConversation()`.
   */
  get closing(): string | undefined {
    return this.#closing.join(" ") || undefined;
  }
  set closing(words: string | undefined | null) {
    this.#closing = readClosing(words, this.#warnPort);
  }

  /** `"exit"`: when the line breaks, the SDK is told that everybody is out. `"silent"`, as its guide has it: nothing. */
  get drop(): DropChoice {
    return this.#drop;
  }
  set drop(choice: DropChoice | undefined | null) {
    const known = choice === "exit" || choice === "silent";
    if (!known && choice !== undefined && choice !== null) this.#warn("drop is unknown.");
    this.#drop = known ? choice : "silent";
  }

  /** The agents now in the conversation, for hosts that state rather than tell. Takes effect in a microtask. */
  get participants(): readonly TransferParticipant[] | undefined {
    return this.#participants;
  }
  set participants(list: readonly TransferParticipant[] | undefined | null) {
    if (list !== undefined && list !== null && !isList(list)) {
      this.#warn("participants is no list.");
      return;
    }
    this.#participants = list ?? undefined;
    if (!list || this.#participantsWait) return;
    this.#participantsWait = true;
    void Promise.resolve().then(() => this.#takeParticipants());
  }

  /** The conversation as it is now; a new object after each change. */
  get state(): TrackerState {
    return this.#snapshot.state;
  }

  /** The events that this document saw, oldest first; at most 10,000. */
  get log(): readonly TransferLogEntry[] {
    return this.#snapshot.log;
  }

  /** Who came and went while this document looked on. */
  get moments(): readonly TransferMoment[] {
    return this.#snapshot.moments;
  }

  /** Epoch milliseconds of the entry of each agent who is in or aside. */
  get since(): ReadonlyMap<string, number> {
    return this.#snapshot.since;
  }

  /** Identities of those who are being handed over. */
  get handedOver(): ReadonlySet<string> {
    return this.#snapshot.handedOver;
  }

  /** An agent is connected: not ringing, but in. A plain text or number is the identity. */
  agentJoined(agent: string | number | AgentLike, options?: JoinOptions): Promise<TransferResult> {
    return this.#call(readJoin(agent, options, this.#ownAgent, this.#warnPort));
  }

  agentLeft(identity: string | number | AgentLike, options?: LeaveOptions): Promise<TransferResult> {
    return this.#call(readLeave(identity, options, this.#ownAgent, this.#warnPort));
  }

  /** The line broke; those present are expected back. */
  conversationDropped(): Promise<TransferResult> {
    return this.#call({ type: "drop", ...(this.#drop === "exit" && { exit: true }) });
  }

  conversationEnded(options?: EndOptions): Promise<TransferResult> {
    return this.#call(readEnd(options, this.#closing, this.#warnPort));
  }

  /** Tries now what waits or was given up. */
  retry(): Promise<TransferResult> {
    return this.#call({ type: "retry" });
  }

  subscribe(listener: (change: TrackerChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Starts to listen and to send, synchronously. Called again it does nothing. */
  connect(): void {
    if (this.#attached) return;
    this.#attached = true;
    if (this.#visits === 0) this.#attach(false);
    if (this.#participantsWait) void Promise.resolve().then(() => this.#takeParticipants());
  }

  /** Leaves the conversation alone; what is still to be sent is sent. */
  release(): void {
    if (!this.#attached) return;
    this.#attached = false;
    if (this.#visits === 0) this.#detach();
  }

  get #snapshot(): TrackerSnapshot {
    return this.#store?.snapshot ?? emptySnapshot(this.connected);
  }

  get #attachedStore(): TrackerStore | undefined {
    return this.#attached || this.#visits > 0 ? this.#store : undefined;
  }

  /** `switching`: comes from another conversation. */
  #attach(switching: boolean): void {
    const store = (this.#store ??= trackerStoreFor(this.#environment, this.#conversationId, this.#storage));
    this.#unsubscribe = store.subscribe((change) => this.#tell(change));
    store.attach(this);
    if (this.#sdk !== undefined) store.sdk.setSink(this.#sdk, () => this.#bindConnection());
    else this.#bindConnection();
    // What a host said counts once; for another conversation again only where no connection could say it.
    if (this.#vouched !== undefined && (this.#vouchWaits || (switching && this.#bound === undefined))) {
      store.sdk.setConnected(this.#vouched);
    }
    this.#vouchWaits = false;
    this.#tell({ type: "state" });
  }

  #detach(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#bound = undefined;
    this.#store?.detach(this);
  }

  #bindConnection(): void {
    const store = this.#attachedStore;
    if (!store) return;
    const emitter = isEmitter(this.#connection) ? this.#connection : isEmitter(this.#sdk) ? this.#sdk : undefined;
    // Without a connection of its own it leaves alone the one that another element brought to the conversation.
    if (emitter !== undefined || this.#bound !== undefined) store.sdk.setConnection(emitter);
    this.#bound = emitter;
  }

  /** A call also works while the tracker is not connected: it visits its store for as long as that takes. */
  async #call(intent: CallIntent | undefined): Promise<TransferResult> {
    if (!intent) return { status: "ignored", payloads: [], reason: "invalid" };
    const visiting = !this.#attached;
    if (visiting) {
      this.#visits += 1;
      if (this.#visits === 1) this.#attach(false);
    } else this.#bindConnection();
    const result = await this.#store!.call(intent, this.#exitGrace);
    if (visiting) {
      this.#visits -= 1;
      if (this.#visits === 0 && !this.#attached) this.#detach();
    }
    return result;
  }

  #takeParticipants(): void {
    if (!this.#attached || !this.#participantsWait) return;
    this.#participantsWait = false;
    const agents = readParticipants(this.#participants, this.#ownAgent, this.#warnPort);
    const store = this.#store!;
    if (!agents || (agents.length === 0 && !store.listed)) return;
    store.listed = true;
    const settling = store.unsettled && this.#settle > 0;
    if (settling && !this.#settling.isSet) this.#settling.set(this.#settle, () => this.#settled(store));
    const own = this.#ownAgent === undefined ? {} : { ownAgent: this.#ownAgent };
    void this.#call({ type: "participants", agents, ...own, ...(settling ? { settling } : {}) });
  }

  /** The list is as whole as it gets: who is not in it has left. */
  #settled(store: TrackerStore): void {
    store.unsettled = false;
    if (store !== this.#store || !this.#participants) return;
    this.#participantsWait = true;
    this.#takeParticipants();
  }

  #tell(change: TrackerChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }

  /** @returns what is milliseconds; `undefined`, with a warning, for anything else. */
  #milliseconds(name: string, value: unknown): number | undefined {
    if (typeof value === "number" && value >= 0 && value <= LONGEST_WAIT) return value;
    this.#warn(`${name} must be milliseconds from 0 to ${LONGEST_WAIT}.`);
    return undefined;
  }

  readonly #warnPort = (message: string): void => this.#environment.warn(message);

  #warn(message: string): void {
    this.#environment.warn(message);
  }
}
