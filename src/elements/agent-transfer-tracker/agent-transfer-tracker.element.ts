import { html, LitElement, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { completeTrackerEnvironment } from "../../tracker/agent-transfer-tracker.js";
import { LocalizeController } from "../../lit/controllers/localize-controller.js";
import { tickerFor } from "../../lit/time/ticker.js";
import {
  InternalTransferEvent,
  InternalTransferFailedEvent,
  TransferRosterChangeEvent,
} from "../../events/tracker-events.js";
import { trackerEnglish } from "../../i18n/tracker-strings.js";
import { browserEnvironment } from "../../platform/browser-environment.js";
import { VERSION } from "../../platform/version.js";
import type {
  AgentLike,
  EndOptions,
  JoinOptions,
  LeaveOptions,
  TransferParticipant,
} from "../../tracker/call-arguments.js";
import type { TransferResult } from "../../tracker/store/results.js";
import type { StorageChoice } from "../../tracker/tracker-store-for.js";
import type { TrackerChange } from "../../tracker/store/tracker-store.js";
import { TransferTracker } from "../../tracker/transfer-tracker.js";
import type { TrackerState } from "../../tracker/store/tracker-state.js";
import { base } from "../../lit/styles/base.styles.js";
import { button } from "../../lit/styles/button.styles.js";
import { tokens } from "../../lit/styles/tokens.styles.js";
import { tracker } from "./agent-transfer-tracker.styles.js";
import { controlsView, type AgentDraft, type ControlActions } from "./controls-view.js";
import { headerView } from "./header-view.js";
import { loadPane } from "./late-pane.js";
import { logView } from "./log-view.js";
import { rosterView, type RosterActions } from "./roster-view.js";
import { timelineOf } from "./lanes.js";
import { timelineView } from "./lanes-view.js";
import type { TrackerContext } from "./tracker-context.js";

/** Milliseconds of calm before assistive technology is told what was sent. */
const ANNOUNCE_AFTER = 1000;

/**
 * Tells an agent-assist SDK who joins and who leaves a conversation, as its internalTransfer guide wants to hear it: in
 * order, once, and across reconnects, reloads and tabs; and shows who is in, what was sent and what waits.
 *
 * @summary Sends `internalTransfer` events, and shows them.
 * @element agent-transfer-tracker
 *
 * @csspart header - Title, phase and connection.
 * @csspart phase - The phase of the conversation.
 * @csspart connection - Whether the SDK's connection is up.
 * @csspart error - What tells of an event that was given up.
 * @csspart waiting - What tells of events that wait.
 * @csspart controls - The buttons for a person.
 * @csspart roster - The agents who are in or expected back.
 * @csspart agent - One of them.
 * @csspart timeline - The lanes.
 * @csspart lane - One agent's lane.
 * @csspart log - The events.
 * @csspart event - One of them.
 * @csspart payload - Its payload.
 *
 * @fires {InternalTransferEvent} internal-transfer - The SDK has taken an event.
 * @fires {InternalTransferFailedEvent} internal-transfer-failed - The SDK has not taken an event in five tries.
 * @fires {TransferRosterChangeEvent} transfer-roster-change - Somebody came, went, or has another role.
 */
export class AgentTransferTrackerElement extends LitElement {
  static readonly version = VERSION;
  static override styles = [tokens, base, button, tracker];

  readonly #tracker = new TransferTracker(completeTrackerEnvironment(undefined));
  readonly #localize = new LocalizeController(this, "tracker", trackerEnglish);
  #untick: (() => void) | undefined;
  #sentSince = 0;
  #cancelAnnouncement: (() => void) | undefined;

  /** Who is typed into the controls. */
  @state() private draft: AgentDraft | undefined;

  /** What assistive technology is told next. */
  @state() private announcement = "";

  /** What takes the events: anything with `internalTransfer(data)`. The method may appear later. */
  @property({ attribute: false })
  get sdk(): unknown {
    return this.#tracker.sdk;
  }
  set sdk(value: unknown) {
    this.#tracker.sdk = value;
  }

  /** What emits `ON_SOCKET_CONNECTION`, with `on(name, callback)`; by default the SDK. */
  @property({ attribute: false })
  get connection(): unknown {
    return this.#tracker.connection;
  }
  set connection(value: unknown) {
    this.#tracker.connection = value;
  }

  /** Whether entries may go. Set by the connection, or by a host that knows; `false` holds entries again. */
  @property({ type: Boolean })
  get connected(): boolean {
    return this.#tracker.connected;
  }
  set connected(value: boolean) {
    this.#tracker.connected = value;
  }

  /** Names the conversation. Without it the tracker is private and in memory. */
  @property({ attribute: "conversation-id" })
  get conversationId(): string | undefined {
    return this.#tracker.conversationId;
  }
  set conversationId(value: string | undefined | null) {
    this.#tracker.conversationId = value;
  }

  /** Identity of this desktop's agent; every call about another one is then unannounced. */
  @property({ attribute: "own-agent" })
  get ownAgent(): string | undefined {
    return this.#tracker.ownAgent;
  }
  set ownAgent(value: string | undefined | null) {
    this.#tracker.ownAgent = value;
  }

  /** The agents now in the conversation, for hosts that state rather than tell. Takes effect in a microtask. */
  @property({ attribute: false })
  get participants(): readonly TransferParticipant[] | undefined {
    return this.#tracker.participants;
  }
  set participants(value: readonly TransferParticipant[] | undefined | null) {
    this.#tracker.participants = value;
  }

  /** `"session"`, `"none"`, or an object with `getItem`, `setItem` and `removeItem`. */
  @property()
  get storage(): StorageChoice {
    return this.#tracker.storage;
  }
  set storage(value: StorageChoice) {
    this.#tracker.storage = value;
  }

  /** Milliseconds that a last leave waits for `conversationEnded()` before it is decided. */
  @property({ attribute: "exit-grace", type: Number })
  get exitGrace(): number {
    return this.#tracker.exitGrace;
  }
  set exitGrace(value: number) {
    this.#tracker.exitGrace = value ?? 0;
  }

  /** Shows buttons for a person to accept, add, hand over, leave, drop, rejoin and end. */
  @property({ type: Boolean, reflect: true }) controls = false;

  /** Overrides of words: a partial `TrackerStrings`. */
  @property({ attribute: false }) strings: unknown;

  /** The conversation as it is now; a new object after each change. */
  get state(): TrackerState {
    return this.#tracker.state;
  }

  constructor() {
    super();
    this.#tracker.subscribe((change) => this.#onChange(change));
  }

  /** An agent is connected: not ringing, but in. */
  agentJoined(agent: AgentLike, options?: JoinOptions): Promise<TransferResult> {
    return this.#tracker.agentJoined(agent, options);
  }

  /** An agent has left. Whether that was a handover or the end shows in what follows. */
  agentLeft(identity: string | AgentLike, options?: LeaveOptions): Promise<TransferResult> {
    return this.#tracker.agentLeft(identity, options);
  }

  /** The line broke; those present are expected back. */
  conversationDropped(): Promise<TransferResult> {
    return this.#tracker.conversationDropped();
  }

  /** The conversation is over for everybody. */
  conversationEnded(options?: EndOptions): Promise<TransferResult> {
    return this.#tracker.conversationEnded(options);
  }

  /** Tries now what waits or was given up. */
  retry(): Promise<TransferResult> {
    return this.#tracker.retry();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Properties set before the upgrade reach their setters with the first update, and an SDK may speak at once.
    if (!this.hasUpdated) this.performUpdate();
    this.#tracker.connect();
    this.#untick = tickerFor(browserEnvironment).subscribe(() => this.#onTick());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#tracker.release();
    this.#untick?.();
    this.#untick = undefined;
    this.#cancelAnnouncement?.();
    this.#cancelAnnouncement = undefined;
  }

  protected override render() {
    const { strings, lang, dir } = this.#localize;
    const context: TrackerContext = { strings, lang, rtl: dir === "rtl" };
    const now = browserEnvironment.clock.now();
    const { state, log, moments, since, sdk } = this.#tracker;
    const failed = log.find((entry) => entry.status === "failed");
    const actions = this.controls ? this.#rosterActions : undefined;
    return html`
      <section class="base panel" dir=${dir} aria-label=${strings.title}>
        ${headerView(state, sdk !== undefined, failed, () => void this.retry(), context)}
        ${this.controls ? controlsView(state, this.#draftNow(state), this.#controlActions, context) : nothing}
        <div class="body">
          <section class="part agents" aria-label=${strings.agents}>
            <h3>${strings.agents}</h3>
            ${rosterView(state, this.#tracker.handedOver, actions, context)}
          </section>
          <section class="part" aria-label=${strings.timeline}>
            <h3>${strings.timeline}</h3>
            ${timelineView(timelineOf(moments, state, since, now), now, context)}
          </section>
          <section class="part" aria-label=${strings.log}>
            <h3>${strings.log}</h3>
            ${logView(log, state.connected, context)}
          </section>
        </div>
        <p class="visually-hidden" role="status">${this.announcement}</p>
      </section>
    `;
  }

  protected override updated(): void {
    if (this.#tracker.log.length > 0) loadPane();
  }

  readonly #rosterActions: RosterActions = {
    leave: ({ identity }) => void this.agentLeft(identity),
    rejoin: ({ identity, name }) => void this.agentJoined({ identity, name }),
  };

  readonly #controlActions: ControlActions = {
    change: (draft) => (this.draft = draft),
    accept: () => this.#enter(),
    add: () => this.#enter(),
    handOver: () => this.#handOver(),
    drop: () => void this.conversationDropped(),
    end: () => void this.conversationEnded(),
  };

  /** One agent hands over as the guide tells it: out, then in. Where there are several, the next one comes in cold. */
  #handOver(): void {
    const { roster, aside } = this.state;
    const only = roster.length + aside.length === 1 ? roster[0] : undefined;
    if (only) void this.agentLeft(only.identity);
    this.#enter(only ? {} : { transfer: "cold" });
  }

  #enter(options: JoinOptions = {}): void {
    const { identity, name } = this.#draftNow(this.state);
    void this.agentJoined(name ? { identity, name } : { identity }, options);
    this.draft = undefined;
  }

  /** What is typed, or this desktop's own agent where he is not in yet. */
  #draftNow({ roster, aside }: TrackerState): AgentDraft {
    if (this.draft) return this.draft;
    const own = this.ownAgent;
    const known = own === undefined || [...roster, ...aside].some(({ identity }) => identity === own);
    return { identity: known ? "" : own, name: "" };
  }

  #onChange(change: TrackerChange): void {
    this.requestUpdate();
    if (change.type === "sent") {
      this.dispatchEvent(new InternalTransferEvent(change.entry.payload, change.entry.attempts));
      this.#sentSince += 1;
      this.#announceSoon();
    } else if (change.type === "failed") {
      const { payload, attempts, error } = change.entry;
      this.dispatchEvent(new InternalTransferFailedEvent(payload, attempts, error ?? ""));
      this.#announceSoon();
    } else if (change.type === "roster") {
      const { phase, roster, aside } = this.state;
      this.dispatchEvent(new TransferRosterChangeEvent(phase, roster, aside));
    }
  }

  /** Says how many, once it is calm: a handover is four events within a second. */
  #announceSoon(): void {
    this.#cancelAnnouncement?.();
    this.#cancelAnnouncement = browserEnvironment.timers.after(ANNOUNCE_AFTER, () => {
      const { strings, lang } = this.#localize;
      const { outbox } = this.state;
      const parts = this.#sentSince > 0 ? [strings.sentCount(this.#sentSince, lang)] : [];
      if (outbox.length > 0) parts.push(strings.waiting(outbox.length, lang));
      this.#sentSince = 0;
      this.announcement = parts.join(", ");
    });
  }

  /** The lanes of those who are in grow. */
  #onTick(): void {
    const { roster, aside } = this.state;
    if (roster.length + aside.length > 0) this.requestUpdate();
  }
}
