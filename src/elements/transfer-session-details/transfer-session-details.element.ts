import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { LocalizeController } from "../../lit/controllers/localize-controller.js";
import { mergeRecords, SessionRecordController } from "./session-record-controller.js";
import { SessionStoreController } from "../../lit/controllers/session-store-controller.js";
import type { Redact } from "../../domain/json/masks/masks.js";
import { effectiveLifecycle } from "../../domain/session/lifecycle.js";
import { sessionKey, type TransferSession } from "../../domain/session/session.js";
import { timelineOf, type Timeline } from "../../domain/session/timeline.js";
import {
  TransferSessionEndedEvent,
  TransferSessionEndFailedEvent,
  TransferSessionEndRequestEvent,
  TransferSessionOpenEvent,
} from "../../events/session-events.js";
import { sessionDetailsEnglish } from "../../i18n/session-details-strings.js";
import { browserEnvironment } from "../../platform/browser-environment.js";
import { copyText } from "../../platform/clipboard.js";
import { acceptFunction } from "../../lit/properties/accept-function.js";
import { linksOf, type SessionLinks } from "../../lit/properties/session-links.js";
import { VERSION } from "../../platform/version.js";
import { askCanEnd, type CanEnd } from "../../lit/properties/can-end.js";
import { warnOnce } from "../../platform/warn-once.js";
import type { TransferDataSource } from "../../sources/data-source.js";
import { base } from "../../lit/styles/base.styles.js";
import { button } from "../../lit/styles/button.styles.js";
import { tokens } from "../../lit/styles/tokens.styles.js";
import { EndConfirmation } from "../shared/ending/end-confirmation.js";
import { badge } from "../shared/badge/badge.styles.js";
import type { DetailsContext, Presence, SessionLink } from "./details-context.js";
import { fieldsView } from "./fields-view.js";
import { headerView } from "./header-view.js";
import { neighboursOf, type Neighbours } from "./neighbours.js";
import { linksView, noticesView } from "./notices-view.js";
import { placeholderView } from "./placeholder-view.js";
import { Subject } from "./subject.js";
import { sizeSegments, timelineView } from "./timeline-view.js";
import { details } from "./transfer-session-details.styles.js";

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
export class TransferSessionDetails extends LitElement {
  static readonly version = VERSION;
  static override styles = [tokens, base, button, badge, details];

  readonly #data = new SessionStoreController(this, undefined, { follows: true });
  readonly #record = new SessionRecordController(this);
  readonly #localize = new LocalizeController(this, "details", sessionDetailsEnglish);
  readonly #subject = new Subject();
  readonly #confirmation = new EndConfirmation(
    (session) => this.#requestEnd(session),
    () => this.requestUpdate(),
  );
  #sessionLinks: SessionLinks | undefined;
  /** The host's rule, the same function for both panes until another is set. */
  #redact: Redact | undefined;
  #followed: TransferSession | undefined;
  #neighbours: Neighbours = { place: -1 };
  /** Dialogs closed by this element whose event is still to come. */
  #closings = 0;

  @query(".details") private readonly dialog!: HTMLDialogElement | null;
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
    return this.#subject.id;
  }
  set sessionId(value: string | undefined) {
    const id: unknown = value ?? undefined;
    if (id !== undefined && typeof id !== "string") {
      warnOnce("session-id must be a string; ignored.");
      return;
    }
    this.#subject.setId(id === "" ? undefined : id);
  }

  /** The very session, such as a row of the list. */
  @property({ attribute: false })
  get session(): TransferSession | undefined {
    return this.#shown;
  }
  set session(value: TransferSession | undefined) {
    const session: unknown = value ?? undefined;
    if (session !== undefined && !isSession(session)) {
      warnOnce("session must be a session with an id; ignored.");
      return;
    }
    this.#subject.setSession(session);
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
    this.#confirmation.close();
    super.disconnectedCallback();
    if (this.dialog?.open) this.#closeQuietly();
  }

  get #visible(): boolean {
    return this.open || this.inline;
  }

  get #shown(): TransferSession | undefined {
    return mergeRecords(this.#subject.last, this.#record.record);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has("redact")) this.#takeRedact();
    const { store } = this.#data;
    this.#subject.follow(store);
    this.#record.setSubject(this.#visible ? store : undefined, this.#visible ? this.#subject.id : undefined);
    const { last } = this.#subject;
    // The list says that it changed: so has the fuller record.
    if (last && this.#followed && last !== this.#followed && sessionKey(last) === sessionKey(this.#followed)) {
      this.#record.reload();
    }
    this.#followed = last;
    this.#neighbours = this.#findNeighbours(store?.snapshot.sessions ?? []);
  }

  protected override updated(): void {
    const { dialog } = this;
    if (dialog && this.isConnected) {
      if (this.open && !dialog.open) {
        dialog.showModal();
        dialog.querySelector<HTMLElement>("h2")?.focus();
      } else if (!this.open && dialog.open) {
        this.#closings++;
        dialog.close();
        this.#afterClose();
      }
    }
    this.#confirmation.show();
    sizeSegments(this.renderRoot);
  }

  protected override render(): TemplateResult {
    const { common } = this.#localize;
    const panel = this.#visible ? this.#panel() : nothing;
    const confirmation = this.#confirmation.view(this.#data.snapshot?.sessions ?? [], {
      strings: this.#localize.strings,
      common,
    });
    const status = html`<div class="visually-hidden" role="status">${this.announcement}</div>`;
    if (this.inline) {
      return html`<div class="base">
        <section class="panel" part="panel" aria-labelledby="title" @keydown=${this.#onKey}>${panel}</section>
        ${confirmation} ${status}
      </div>`;
    }
    return html`<div class="base">
      <dialog
        class="details"
        aria-labelledby="title"
        @close=${this.#onClose}
        @cancel=${this.#onCancel}
        @click=${this.#onBackdrop}
        @keydown=${this.#onKey}
      >
        <div class="panel" part="panel">${panel}</div>
        ${confirmation} ${status}
      </dialog>
    </div>`;
  }

  #takeRedact(): void {
    const rule = this.redact ?? undefined;
    const usable = typeof rule === "function";
    if (rule !== undefined && !usable) warnOnce("redact must be a function; ignored.");
    this.#redact = usable ? (path, value) => rule(path, value) : undefined;
  }

  #findNeighbours(listed: readonly TransferSession[]): Neighbours {
    const { last } = this.#subject;
    const { place } = this.#neighbours;
    try {
      return neighboursOf(this.order ?? listed, last, place);
    } catch {
      warnOnce("order must be a list of sessions; ignored.");
      return neighboursOf(listed, last, place);
    }
  }

  #context(): DetailsContext {
    const { store } = this.#data;
    const { strings, common, lang } = this.#localize;
    const environment = store?.environment ?? browserEnvironment;
    return {
      environment,
      now: () => store?.now() ?? environment.clock.now(),
      lifecycle: effectiveLifecycle(store?.snapshot.lifecycle, this.#data.provided?.lifecycle),
      lang,
      strings,
      common,
      onCopy: (text, field) => void this.#copy(text, field),
    };
  }

  #panel(): TemplateResult {
    const context = this.#context();
    const session = this.#shown;
    const { store, snapshot } = this.#data;
    const presence = session && this.#subject.presence(session);
    const ending = session && snapshot?.endings.get(sessionKey(session));
    return html`${headerView({
        presence,
        context,
        neighbours: this.#neighbours,
        allowed: presence ? this.#mayEnd(presence) : false,
        ending,
        refreshing: this.refreshing || this.#record.loading.pending,
        canRefresh: store !== undefined,
        closable: !this.inline,
        onStep: (neighbour) => this.#step(neighbour),
        onEnd: (from) => session && this.#confirmation.ask(session, from),
        onRetryEnd: () => session && this.#requestEnd(session),
        onRefresh: () => void this.#refresh(),
        onClose: () => this.close(),
      })}
      <div class="body">
        ${
          presence
            ? this.#body(presence, context)
            : placeholderView({
                context,
                id: this.#subject.id,
                snapshot,
                loading: this.#record.loading,
                onRetry: () => void this.#refresh(),
              })
        }
      </div>`;
  }

  #body(presence: Presence, context: DetailsContext): TemplateResult {
    const { session, left } = presence;
    const { strings } = context;
    return html`${noticesView(presence, this.#record.loading, this.#data.snapshot, context, () => void this.#refresh())}
    ${fieldsView(session, left !== undefined, context)} ${linksView(this.#links(session), context)}
    ${this.#timeline(session, context)}
    ${
      // Another session is another document: what was opened or revealed in this one says nothing of that.
      keyed(
        sessionKey(session),
        html`<div class="panes">
          ${this.#pane(strings.metadata, session.metadata, strings.noMetadata)}
          ${this.#pane(strings.providerData, session.providerData, strings.noProviderData)}
        </div>`,
      )
    }`;
  }

  #pane(label: string, value: unknown, none: string): TemplateResult {
    if (value === undefined || value === null) {
      const pending = this.#record.loading.pending;
      return html`<p class="no-data muted">
        <strong>${label}</strong> ${pending ? this.#localize.strings.loadingFull : none}
      </p>`;
    }
    return html`<transfer-json-pane .label=${label} .value=${value} .redact=${this.#redact}></transfer-json-pane>`;
  }

  #timeline(session: TransferSession, context: DetailsContext): TemplateResult | typeof nothing {
    const { store } = this.#data;
    const history = store && this.#subject.last && store.history.of(this.#subject.last);
    if (!history) return nothing;
    const last = history.steps.at(-1);
    // The fuller record may already know of a change that the list has not told yet.
    const steps =
      last && session.status && last.status !== session.status
        ? [
            ...history.steps,
            { status: session.status, seenAt: Math.max(last.seenAt, session.updatedAt ?? context.now()) },
          ]
        : history.steps;
    const timeline: Timeline = timelineOf(session, { ...history, steps }, context.now());
    return timelineView(timeline, context);
  }

  #links(session: TransferSession): readonly SessionLink[] {
    return linksOf(session, this.#sessionLinks ?? this.#data.provided?.sessionLinks, document.baseURI);
  }

  #mayEnd({ session, left }: Presence): boolean | string {
    if (left || session.status === "ended" || typeof this.#data.store?.source.end !== "function") return false;
    return askCanEnd(this.canEnd, session);
  }

  #requestEnd(session: TransferSession): void {
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
    this.announcement = "";
    this.announcement = (await copyText(text)) ? strings.copiedField(field) : common.copyFailed;
  }

  #step(neighbour: TransferSession): void {
    if (!this.dispatchEvent(new TransferSessionOpenEvent(neighbour))) return;
    this.session = neighbour;
    this.renderRoot.querySelector(".body")?.scrollTo({ top: 0 });
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    // Escape is for this layer; a host that closes its own dialog by it shall not hear it.
    if (event.key === "Escape" && !this.inline) event.stopPropagation();
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || this.#confirmation.isOpen) return;
    const target = event.composedPath()[0];
    if (target instanceof Element && target.matches("input, textarea, select, [contenteditable], [role=treeitem]"))
      return;
    const neighbour =
      event.key === "j" ? this.#neighbours.next : event.key === "k" ? this.#neighbours.previous : undefined;
    if (!neighbour) return;
    event.preventDefault();
    this.#step(neighbour);
  };

  readonly #onBackdrop = (event: MouseEvent): void => {
    if (event.target === this.dialog) this.close();
  };

  readonly #onCancel = (event: Event): void => {
    // That of a dialog inside bubbles in some browsers.
    if (event.target !== this.dialog) event.stopPropagation();
  };

  readonly #onClose = (event: Event): void => {
    if (event.target !== this.dialog) return;
    // Our own closing is told of later, when the dialog may be open again.
    if (this.#closings > 0) {
      this.#closings--;
      return;
    }
    this.open = false;
    this.#afterClose();
  };

  #afterClose(): void {
    this.dispatchEvent(new Event("close"));
  }

  /** The element itself stays `open`: it comes back where it is put next. */
  #closeQuietly(): void {
    this.dialog?.removeAttribute("open");
  }
}

/** A session as the store makes them; what stands in it is the host's to see to. */
function isSession(value: unknown): value is TransferSession {
  try {
    return typeof (value as TransferSession).id === "string";
  } catch {
    return false;
  }
}
