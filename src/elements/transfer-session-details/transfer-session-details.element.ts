import type { PropertyValues, TemplateResult } from "lit";
import { HandoffElement } from "../../lit/handoff-element.js";
import { property, state } from "lit/decorators.js";
import type { Redact } from "../../domain/json/masks/masks.js";
import type { TransferSession } from "../../domain/session/session.js";
import {
  TransferSessionEndedEvent,
  TransferSessionEndFailedEvent,
  TransferSessionEndRequestEvent,
  TransferSessionOpenEvent,
} from "../../events/session-events.js";
import { sessionDetailsEnglish } from "../../i18n/session-details-strings.js";
import { LocalizeController } from "../../lit/controllers/localize-controller.js";
import { SessionStoreController } from "../../lit/controllers/session-store-controller.js";
import { acceptFunction } from "../../lit/properties/accept-function.js";
import type { CanEnd } from "../../lit/properties/can-end.js";
import type { SessionLinks } from "../../lit/properties/session-links.js";
import { base } from "../../lit/styles/base.styles.js";
import { button } from "../../lit/styles/button.styles.js";
import { room } from "../../lit/styles/room.styles.js";
import { tokens } from "../../lit/styles/tokens.styles.js";
import { attempt } from "../../platform/attempt.js";
import { copyText } from "../../platform/page/clipboard.js";
import { VERSION } from "../../platform/version.js";
import { warnOnce } from "../../platform/warn-once.js";
import type { TransferDataSource } from "../../sources/data-source.js";
import { badge } from "../shared/badge/badge.styles.js";
import { EndConfirmation } from "../shared/ending/end-confirmation.js";
import { question } from "../shared/ending/question.styles.js";
import { Modal } from "../shared/modal.js";
import { sizeSegments } from "./body/timeline-view.js";
import type { DetailsIntents } from "./details-intents.js";
import { detailsModelOf, type DetailsModel } from "./details-model.js";
import { detailsView } from "./details-view.js";
import { FollowedSession } from "./session/followed-session.js";
import { mergeRecords } from "./session/merge-records.js";
import { SessionRecordController } from "./session/session-record-controller.js";
import { details } from "./styles/details.styles.js";
import { Toast } from "../shared/toast.js";
import { browserEnvironment } from "../../platform/browser-environment.js";

/**
 * Everything that is known of one transfer session, in a dialog or, `inline`, in a side panel. The list's row shows at
 * once; where the source has a `get`, the fuller record follows. A session that leaves the list keeps its last record.
 *
 * @summary One transfer session in full.
 * @element transfer-session-details
 *
 * @csspart panel - The whole view.
 * @csspart header - Title, status and buttons.
 * @csspart fields - The list of fields.
 * @csspart timeline - The statuses that were seen.
 * @csspart badge - A status badge.
 *
 * @fires {TransferSessionOpenEvent} transfer-session-open - A person goes on to the next or previous session. Cancelable.
 * @fires {TransferSessionEndRequestEvent} transfer-session-end-request - A person confirmed an End. Cancelable.
 * @fires {TransferSessionEndedEvent} transfer-session-ended - The source has ended the session.
 * @fires {TransferSessionEndFailedEvent} transfer-session-end-failed - The source could not end the session.
 * @fires {TransferJsonRevealEvent} transfer-json-reveal - A person asks to see a masked value. Cancelable.
 * @fires close - The dialog has closed.
 */
export class TransferSessionDetails extends HandoffElement {
  static readonly version = VERSION;
  static override styles = [tokens, base, button, room, badge, question, details];

  readonly #data = new SessionStoreController(this, undefined, { follows: true, box: ".panel" });
  readonly #record = new SessionRecordController(this);
  readonly #localize = new LocalizeController(this, "details", sessionDetailsEnglish);
  readonly #followed = new FollowedSession();
  readonly #modal = new Modal(() => {
    this.open = false;
    this.#tellClosed();
  });
  readonly #toast = new Toast(
    () => (this.#data.store?.environment ?? browserEnvironment).timers,
    () => this.requestUpdate(),
  );
  readonly #confirmation = new EndConfirmation(
    (session) => this.#end(session),
    () => this.requestUpdate(),
  );
  readonly #intents: DetailsIntents = {
    show: (session) => this.#goTo(session),
    askEnd: (session, from) => this.#confirmation.ask(session, from),
    end: (session) => this.#end(session),
    refresh: () => void this.#refresh(),
    copy: (text, field) => void this.#copy(text, field),
    close: () => this.close(),
  };
  #model: DetailsModel | undefined;
  #sessionLinks: SessionLinks | undefined;
  /** The host's rule, the same function for both panes until another is set. */
  #redact: Redact | undefined;

  @state() private announcement = "";
  @state() private refreshing = false;

  /** Where the session comes from. Without one, the nearest `<transfer-sessions-provider>` gives it. */
  @property({ attribute: false })
  get dataSource(): TransferDataSource | undefined {
    return this.#data.dataSource;
  }
  set dataSource(value: TransferDataSource | undefined) {
    this.#data.setDataSource(value);
  }

  /** Id of the session; of several, the one created last is meant. It may be set before the list is there. */
  @property({ attribute: "session-id" })
  get sessionId(): string | undefined {
    return this.#followed.id;
  }
  set sessionId(value: string | undefined) {
    const id: unknown = value ?? undefined;
    if (id !== undefined && typeof id !== "string") {
      warnOnce("session-id must be a string; ignored.");
      return;
    }
    this.#followed.setId(id === "" ? undefined : id);
  }

  /** The very session, such as a row of the list. */
  @property({ attribute: false })
  get session(): TransferSession | undefined {
    return mergeRecords(this.#followed.last, this.#record.record);
  }
  set session(value: TransferSession | undefined) {
    const session: unknown = value ?? undefined;
    if (session !== undefined && !isSession(session)) {
      warnOnce("session must be a session with an id; ignored.");
      return;
    }
    this.#followed.setSession(session);
  }

  /** Whether the dialog is open. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** Shows the session in the flow of the page, not in a dialog. */
  @property({ type: Boolean, reflect: true }) inline = false;

  /** The sessions that next and previous go through; without it, the list in the source's order. */
  @property({ attribute: false }) order: readonly TransferSession[] | undefined;

  /** Says whether a person may end the session: `true`, `false`, or text that says why not. */
  @property({ attribute: false }) canEnd: CanEnd | undefined;

  /** Gives the links of a session, `[{ label, href }]`, http(s) only; without it, the provider element's. */
  @property({ attribute: false })
  get sessionLinks(): SessionLinks | undefined {
    return this.#sessionLinks;
  }
  set sessionLinks(value: SessionLinks | undefined) {
    this.#sessionLinks = acceptFunction("sessionLinks", value, this.#sessionLinks);
  }

  /** A rule for the JSON panes: `true` masks, a text is shown instead. */
  @property({ attribute: false }) redact: Redact | undefined;

  /** Overrides of words: a partial `SessionDetailsStrings`. */
  @property({ attribute: false }) strings: unknown;

  /** Opens the dialog. */
  show(): void {
    this.announcement = "";
    this.open = true;
    // Dismissed a moment ago it is still `open`, until the event of that comes.
    this.#modal.want();
    this.requestUpdate();
  }

  /** Closes the dialog. */
  close(): void {
    this.open = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Moved while open: the dialog has left the top layer and has to go there again.
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    // First: Lit lets go of the dialogs. The element itself stays `open`.
    this.#confirmation.close();
    this.#modal.withdraw();
    this.#toast.clear();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has("redact")) this.#takeRedact();
    const { store } = this.#data;
    const visible = this.open || this.inline;
    const isNews = this.#followed.follow(store);
    this.#record.setSubject(visible ? store : undefined, visible ? this.#followed.id : undefined);
    // The list says that it changed: so has the fuller record.
    if (isNews) this.#record.reload();
  }

  /** The model is made here and not earlier: only now the controllers are up to date, such as that of the words. */
  protected override render(): TemplateResult {
    this.#model = detailsModelOf(
      {
        words: this.#localize.words,
        data: this.#data,
        followed: this.#followed,
        session: this.session,
        loading: this.#record.loading,
        inline: this.inline,
        open: this.open,
        order: this.order,
        canEnd: this.canEnd,
        sessionLinks: this.#sessionLinks,
        redact: this.#redact,
        refreshing: this.refreshing,
        asking: this.#confirmation.isOpen,
        announcement: this.announcement,
        said: this.#toast.text,
      },
      this.#model,
    );
    const confirmation = this.#confirmation.view(this.#data.snapshot?.sessions ?? [], this.#localize.words);
    return detailsView(this.#model, this.#intents, this.#modal, confirmation);
  }

  protected override updated(): void {
    if (!this.open) {
      if (this.#modal.close()) this.#tellClosed();
    } else if (this.#modal.show()) {
      this.renderRoot.querySelector<HTMLElement>(".title")?.focus();
    }
    this.#confirmation.show();
    sizeSegments(this.renderRoot);
  }

  #takeRedact(): void {
    const rule = acceptFunction<Redact>("redact", this.redact, undefined);
    this.#redact = rule && ((path, value) => rule(path, value));
  }

  #end(session: TransferSession): void {
    const { store } = this.#data;
    if (!store || !this.dispatchEvent(new TransferSessionEndRequestEvent(session))) return;
    void store.end(session).then((result) => {
      const { strings } = this.#localize;
      this.announcement = result.ended ? strings.endedSpoken : strings.endFailed;
      this.dispatchEvent(
        result.ended
          ? new TransferSessionEndedEvent(session)
          : new TransferSessionEndFailedEvent(session, result.error),
      );
      if (result.ended) this.#record.reload();
    });
  }

  async #refresh(): Promise<void> {
    const { store } = this.#data;
    if (!store || this.refreshing) return;
    this.refreshing = true;
    this.announcement = "";
    this.#record.reload();
    await store.refresh();
    this.refreshing = false;
    if (!store.snapshot.stale) this.announcement = this.#localize.strings.refreshed;
  }

  async #copy(text: string, field: string): Promise<void> {
    const { strings, common } = this.#localize;
    this.#toast.say((await copyText(text, this)) ? strings.copiedField(field) : common.copyFailed);
  }

  #goTo(session: TransferSession): void {
    if (!this.dispatchEvent(new TransferSessionOpenEvent(session))) return;
    this.session = session;
    this.renderRoot.querySelector(".body")?.scrollTo({ top: 0 });
  }

  #tellClosed(): void {
    this.dispatchEvent(new Event("close"));
  }
}

/** A session as the store makes them; what stands in it is the host's to see to. */
function isSession(value: unknown): value is TransferSession {
  return typeof attempt(() => (value as TransferSession).id) === "string";
}
