import type { TemplateResult } from "lit";
import { HandoffElement } from "../../lit/handoff-element.js";
import { property, state } from "lit/decorators.js";
import type { TransferConnection, TransferSdk } from "../../domain/transfer/sdk.js";
import {
  InternalTransferEvent,
  InternalTransferFailedEvent,
  TransferRosterChangeEvent,
} from "../../events/tracker-events.js";
import { trackerEnglish, type TrackerStrings } from "../../i18n/tracker-strings.js";
import { LocalizeController } from "../../lit/controllers/localize-controller.js";
import { base } from "../../lit/styles/base.styles.js";
import { button } from "../../lit/styles/button.styles.js";
import { room } from "../../lit/styles/room.styles.js";
import { tokens } from "../../lit/styles/tokens.styles.js";
import { tickerFor } from "../../lit/time/ticker.js";
import { browserEnvironment, environmentIn } from "../../platform/browser-environment.js";
import { nextFrame } from "../../platform/page/next-frame.js";
import { Timeout } from "../../platform/timeout.js";
import { VERSION } from "../../platform/version.js";
import { browserTrackerEnvironment } from "../../tracker/browser-tracker-environment.js";
import type {
  AgentLike,
  EndOptions,
  JoinOptions,
  LeaveOptions,
  TransferParticipant,
} from "../../tracker/call-arguments.js";
import type { TransferResult } from "../../tracker/store/results.js";
import type { TrackerState } from "../../tracker/store/tracker-state.js";
import type { TrackerChange } from "../../tracker/store/tracker-store.js";
import type { StorageChoice } from "../../tracker/tracker-store-for.js";
import { TransferTracker, type DropChoice } from "../../tracker/transfer-tracker.js";
import { loadPane } from "./late-pane.js";
import { tracker } from "./styles/tracker.styles.js";
import type { AgentDraft, TrackerIntents } from "./tracker-intents.js";
import { draftOf, trackerModelOf } from "./tracker-model.js";
import { trackerView } from "./tracker-view.js";

/** Milliseconds of calm before assistive technology is told what was sent. */
const ANNOUNCE_AFTER = 1000;

/** Events of the log that are drawn, and how many more a person gets at a time. */
const LOG_WINDOW = 100;

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
export class AgentTransferTrackerElement extends HandoffElement {
  static readonly version = VERSION;
  static override styles = [tokens, base, button, room, tracker];

  static {
    // What can be set on a tracker can be set on its element: it reaches the tracker at once, and is read as the tracker
    // took it. The properties below only say how each is called and what it means.
    for (const [name, { set }] of Object.entries(Object.getOwnPropertyDescriptors(TransferTracker.prototype))) {
      if (!set) continue;
      Object.defineProperty(this.prototype, name, {
        get(this: AgentTransferTrackerElement): unknown {
          return Reflect.get(this.#tracker, name);
        },
        set(this: AgentTransferTrackerElement, value: unknown): void {
          Reflect.set(this.#tracker, name, value);
        },
        configurable: true,
        enumerable: true,
      });
    }
  }

  readonly #tracker = new TransferTracker(browserTrackerEnvironment);
  readonly #localize = new LocalizeController(this, "tracker", trackerEnglish);
  readonly #calm = new Timeout(browserEnvironment.timers);
  #untick: (() => void) | undefined;
  /** Set from a draw to the next frame. */
  #drawn: Promise<void> | undefined;
  /** Events sent since assistive technology was last told. */
  #sentCount = 0;

  readonly #intents: TrackerIntents = {
    retry: () => void this.retry(),
    openEvent: (id) => (this.opened = new Set(this.opened).add(id)),
    showEarlier: () => (this.logWindow += LOG_WINDOW),
    type: (part) => (this.typed = { ...draftOf(this.typed, this.state, this.ownAgent), ...part }),
    accept: () => this.#enter(),
    add: () => this.#enter(),
    handOver: () => this.#handOver(),
    leave: ({ identity }) => void this.agentLeft(identity),
    rejoin: ({ identity, name }) => void this.agentJoined({ identity, name }),
    drop: () => void this.conversationDropped(),
    end: () => void this.conversationEnded(),
  };

  @state() private typed: AgentDraft | undefined;
  @state() private announcement = "";
  @state() private opened: ReadonlySet<string> = new Set();
  @state() private logWindow = LOG_WINDOW;

  /** What takes the events: anything with `internalTransfer(data)`. The method may appear later. */
  @property({ attribute: false }) sdk: TransferSdk | null | undefined;

  /** What emits `ON_SOCKET_CONNECTION`, with `on(name, callback)`; by default the SDK. */
  @property({ attribute: false }) connection: TransferConnection | null | undefined;

  /** Whether entries may go. Set by the connection, or by a host that knows; `false` holds entries again. */
  @property({ type: Boolean }) connected!: boolean;

  /** Names the conversation. Without it the tracker is private and in memory. */
  @property({ attribute: "conversation-id" }) conversationId: string | undefined;

  /** Identity of this desktop's agent; every call about another one is then unannounced. */
  @property({ attribute: "own-agent" }) ownAgent: string | undefined;

  /** The agents now in the conversation, for hosts that state rather than tell. Takes effect in a microtask. */
  @property({ attribute: false }) participants: readonly TransferParticipant[] | undefined;

  /** `"session"`, `"none"`, or an object with `getItem`, `setItem` and `removeItem`. */
  @property() storage!: StorageChoice;

  /** Milliseconds that a last leave waits for `conversationEnded()` before it is decided. */
  @property({ attribute: "exit-grace", type: Number }) exitGrace!: number;

  /**
   * Milliseconds, 2000: how long after a reload a list of `participants` may lack agents who were in before it, until
   * they have left. Who joins does not wait.
   */
  @property({ type: Number }) settle!: number;

  /**
   * What follows the last exit after `conversationEnded()`: the words `summary` and `end`, or one of them. `summary` calls
   * the SDK's `triggerSummary()`, `end` its `endOfConversation()`.
   */
  @property() closing: string | undefined;

  /** `"exit"`: when the line breaks, the SDK is told that everybody is out. `"silent"`, as its guide has it: nothing. */
  @property() drop!: DropChoice;

  /** Shows buttons for a person to accept, add, hand over, leave, drop, rejoin and end. */
  @property({ type: Boolean, reflect: true }) controls = false;

  /** Overrides of words: a partial `TrackerStrings`. */
  @property({ attribute: false }) strings: Partial<TrackerStrings> | undefined;

  constructor() {
    super();
    this.#tracker.subscribe((change) => this.#onChange(change));
  }

  /** The conversation as it is now; a new object after each change. */
  get state(): TrackerState {
    return this.#tracker.state;
  }

  /** An agent is connected: not ringing, but in. A plain text or number is the identity. */
  agentJoined(agent: string | number | AgentLike, options?: JoinOptions): Promise<TransferResult> {
    return this.#tracker.agentJoined(agent, options);
  }

  /** An agent has left. Whether that was a handover or the end shows in what follows. */
  agentLeft(identity: string | number | AgentLike, options?: LeaveOptions): Promise<TransferResult> {
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
    this.#untick = tickerFor(environmentIn(this.ownerDocument, browserEnvironment)).subscribe(() => this.#onTick());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#tracker.release();
    this.#untick?.();
    this.#untick = undefined;
    this.#calm.clear();
  }

  protected override render(): TemplateResult {
    const model = trackerModelOf(this.#tracker, {
      words: this.#localize.words,
      now: browserEnvironment.clock.now(),
      controls: this.controls,
      draft: this.typed,
      announcement: this.announcement,
      logWindow: this.logWindow,
      opened: this.opened,
    });
    return trackerView(model, this.#intents);
  }

  /** Many events are sent in slices, several of them in a frame: they are drawn with the next one. */
  protected override async scheduleUpdate(): Promise<void> {
    await this.#drawn;
    super.scheduleUpdate();
  }

  protected override updated(): void {
    this.#drawn = nextFrame();
    if (this.#tracker.log.length > 0) loadPane();
  }

  /** One agent hands over as the guide tells it: out, then in. Where there are several, the next one comes in cold. */
  #handOver(): void {
    const { roster, aside } = this.state;
    const only = roster.length + aside.length === 1 ? roster[0] : undefined;
    if (only) void this.agentLeft(only.identity);
    this.#enter(only ? {} : { transfer: "cold" });
  }

  #enter(options: JoinOptions = {}): void {
    const { identity, name } = draftOf(this.typed, this.state, this.ownAgent);
    void this.agentJoined(name ? { identity, name } : { identity }, options);
    this.typed = undefined;
  }

  #onChange(change: TrackerChange): void {
    this.requestUpdate();
    if (change.type === "sent") {
      const { entry } = change;
      const { payload, attempts, status } = entry;
      if ("transition" in payload) {
        this.dispatchEvent(new InternalTransferEvent(payload, attempts, status === "unconfirmed"));
      }
      this.#sentCount += 1;
      this.#announceSoon();
    } else if (change.type === "failed") {
      const { entry } = change;
      if (entry.kind === "transfer") {
        this.dispatchEvent(new InternalTransferFailedEvent(entry.payload, entry.attempts, entry.error ?? ""));
      }
      this.#announceSoon();
    } else if (change.type === "roster") {
      const { phase, roster, aside } = this.state;
      this.dispatchEvent(new TransferRosterChangeEvent(phase, roster, aside));
    }
  }

  /** Says how many, once it is calm: a handover is four events within a second. */
  #announceSoon(): void {
    this.#calm.set(ANNOUNCE_AFTER, () => {
      const { strings, lang } = this.#localize;
      const { outbox } = this.state;
      const parts = this.#sentCount > 0 ? [strings.sentCount(this.#sentCount, lang)] : [];
      const waiting = outbox.filter(({ status }) => status !== "unconfirmed").length;
      if (waiting > 0) parts.push(strings.waiting(waiting, lang));
      this.#sentCount = 0;
      this.announcement = parts.join(", ");
    });
  }

  /** The lanes of those who are in grow. */
  #onTick(): void {
    const { roster, aside } = this.state;
    if (roster.length + aside.length > 0) this.requestUpdate();
  }
}
