import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { live } from "../../controllers/live.js";
import { LocalizeController } from "../../controllers/localize-controller.js";
import { SessionStoreController } from "../../controllers/session-store-controller.js";
import type { TransferSession } from "../../domain/session.js";
import {
  TransferAuthRequiredEvent,
  TransferSessionEndedEvent,
  TransferSessionEndFailedEvent,
  TransferSessionEndRequestEvent,
  TransferSessionsUpdatedEvent,
} from "../../events/session-events.js";
import { formatNumber } from "../../i18n/format.js";
import { tableEnglish } from "../../i18n/table-strings.js";
import { pauseIcon, refreshIcon, resumeIcon } from "../../internal/icons.js";
import { safeUrl } from "../../internal/safe-url.js";
import { VERSION } from "../../internal/version.js";
import { warnOnce } from "../../internal/warn-once.js";
import type { TransferDataSource } from "../../sources/data-source.js";
import type { SessionChanges } from "../../stores/session-ledger.js";
import type { SessionSnapshot, SessionStore } from "../../stores/session-store.js";
import { base } from "../../styles/base.styles.js";
import { button } from "../../styles/button.styles.js";
import { tokens } from "../../styles/tokens.styles.js";
import type { SessionLink } from "../transfer-session-details/details-context.js";
import { badge } from "../transfer-status-badge/transfer-status-badge.styles.js";
import { contactName } from "./cells.js";
import { COLUMNS } from "./columns.js";
import { displayRows, type DisplayedRow } from "./displayed-rows.js";
import { EndConfirmation } from "./end-confirmation.js";
import { quarantineNotice, staleNotice } from "./notices.js";
import type { RowContext } from "./row-context.js";
import { rowView } from "./row-view.js";
import { stateView } from "./state-view.js";
import { SessionOpener } from "./session-opener.js";
import { statusLine } from "./status-line.js";
import { tableState, type TableState } from "./table-state.js";
import { table } from "./transfer-sessions-table.styles.js";

/** Tells whether a session may be ended: `true`, `false` (no End is shown), or text that says why not. */
export type CanEnd = (session: TransferSession) => boolean | string;

/**
 * Every active or recent transfer session of a data source, kept up to date.
 *
 * @summary A live table of transfer sessions.
 * @element transfer-sessions-table
 *
 * @csspart toolbar - Title, freshness, Pause and Refresh.
 * @csspart status-line - "Updated … ago · next in …".
 * @csspart table - The table itself.
 * @csspart header - The row of column headers.
 * @csspart row - A row of data.
 * @csspart cell - A cell of data.
 * @csspart badge - A status badge.
 * @csspart actions - The cell with a row's actions.
 * @csspart empty - What stands in place of rows where there are none.
 * @csspart error - What tells of a failure.
 *
 * @fires {TransferSessionOpenEvent} transfer-session-open - A person opens a session. Cancelable.
 * @fires {TransferSessionEndRequestEvent} transfer-session-end-request - A person confirmed an End. Cancelable.
 * @fires {TransferSessionEndedEvent} transfer-session-ended - The source has ended a session.
 * @fires {TransferSessionEndFailedEvent} transfer-session-end-failed - The source could not end a session.
 * @fires {TransferSessionsUpdatedEvent} transfer-sessions-updated - An answer changed the list; counts only.
 * @fires {TransferAuthRequiredEvent} transfer-auth-required - 401 or 403; polling has stopped.
 */
export class TransferSessionsTable extends LitElement {
  static readonly version = VERSION;
  static override styles = [tokens, base, button, badge, table];

  readonly #data = new SessionStoreController(this, (snapshot, changes) => this.#onSnapshot(snapshot, changes));
  readonly #localize = new LocalizeController(this, "table", tableEnglish);
  readonly #confirmation = new EndConfirmation(
    (session) => this.#requestEnd(session),
    () => this.requestUpdate(),
  );
  readonly #opener = new SessionOpener(
    this,
    () => ({
      dataSource: this.#data.store?.source,
      order: this.#order,
      canEnd: this.#canEnd,
      sessionLinks: this.sessionLinks,
      openOn: this.openOn === "event" ? "event" : "dialog",
    }),
    (key) => this.#rows.find((row) => row.key === key)?.session,
  );
  #order: readonly TransferSession[] = [];
  #paused: boolean | undefined;
  #canEnd: CanEnd | undefined;
  #settingsUrl: string | undefined;
  #rows: readonly DisplayedRow[] = [];
  #rowsOf: Pick<SessionSnapshot, "sessions" | "lingering"> | undefined;
  #context: RowContext | undefined;
  #contextOf: readonly unknown[] = [];
  #lastAuthFailure: number | undefined;

  /** What assistive technology is told next. */
  @state() private announcement = "";

  /** A person asked for a refresh that is still out. */
  @state() private refreshing = false;

  /** Where the sessions come from. Without one, the nearest `<transfer-sessions-provider>` gives it. */
  @property({ attribute: false })
  get dataSource(): TransferDataSource | undefined {
    return this.#data.dataSource;
  }
  set dataSource(value: TransferDataSource | undefined) {
    this.#data.setDataSource(value);
    this.#applyPaused();
  }

  /** Milliseconds between polls; 30 000 where neither this nor a provider says. */
  @property({ attribute: "poll-interval" })
  get pollInterval(): number | undefined {
    return this.#data.pollInterval;
  }
  set pollInterval(value: number | undefined) {
    this.#data.setPollInterval(value);
  }

  /** Polling is held back, here or by another element on the same source. */
  @property({ type: Boolean })
  get paused(): boolean {
    return this.#data.snapshot?.paused ?? this.#paused ?? false;
  }
  set paused(value: boolean) {
    this.#paused = Boolean(value);
    this.#applyPaused();
  }

  /** Says for each session whether a person may end it; without it, every session that has not ended. */
  @property({ attribute: false })
  get canEnd(): CanEnd | undefined {
    return this.#canEnd;
  }
  set canEnd(value: CanEnd | undefined) {
    if (value !== undefined && value !== null && typeof value !== "function") {
      warnOnce("canEnd must be a function; ignored.");
      return;
    }
    this.#canEnd = value ?? undefined;
  }

  /** Where a person can configure integrations; http(s) only. */
  @property({ attribute: "settings-url" })
  get settingsUrl(): string | undefined {
    return this.#settingsUrl;
  }
  set settingsUrl(value: string | undefined) {
    this.#settingsUrl = safeUrl(value, document.baseURI);
  }

  /** Links for each session, such as to the provider's console; http(s) only. */
  @property({ attribute: false }) sessionLinks: ((session: TransferSession) => readonly SessionLink[]) | undefined;

  /** `dialog`: a session opens in the details dialog; `event`: the host shows it on `transfer-session-open`. */
  @property({ attribute: "open-on" }) openOn: "dialog" | "event" = "dialog";

  /** Overrides of words: a partial `TableStrings` and `CommonStrings`. */
  @property({ attribute: false }) strings: unknown;

  /** Polls now. Settles when the answer is on the page, or has failed; never rejects. */
  async refresh(): Promise<void> {
    await this.#data.store?.refresh();
    // Outside a document nothing is ever rendered, and the promise of a render would never settle.
    if (this.isConnected) await this.updateComplete;
  }

  /**
   * Opens a session as a click on its row does; of several of that id, the one created last. An id that the list does
   * not hold yet is waited for.
   */
  openSession(id: string): void {
    const session = this.#data.store?.find(id);
    if (session) this.#opener.open(session);
    else this.#opener.openId(id);
  }

  /** Holds polling back for every element on the same source. */
  pause(): void {
    this.paused = true;
  }

  /** Lets polling go on; at once, if the interval has passed. */
  resume(): void {
    this.paused = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#applyPaused();
  }

  override disconnectedCallback(): void {
    // First: Lit lets go of the dialog.
    this.#confirmation.close();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const snapshot = this.#data.snapshot;
    if (snapshot?.sessions !== this.#rowsOf?.sessions || snapshot?.lingering !== this.#rowsOf?.lingering) {
      this.#rows = snapshot ? displayRows(this.#rows, snapshot.sessions, snapshot.lingering) : [];
      this.#order = this.#rows.map(({ session }) => session);
      this.#rowsOf = snapshot;
    }
  }

  protected override updated(): void {
    this.#confirmation.show();
    this.#opener.updated();
  }

  protected override render(): TemplateResult {
    const { strings, common, lang } = this.#localize;
    const { store } = this.#data;
    const snapshot = store?.snapshot;
    const current = tableState(snapshot, this.#rows.length);
    const notices = store && { store, strings, common, lang, onRetry: () => void this.#refreshByPerson() };
    return html`<div class="base">
      ${this.#toolbar(snapshot, store)} ${notices ? staleNotice(notices) : nothing}
      <div class="scroller">
        ${this.#table(store, current)}
        ${
          current === "rows"
            ? nothing
            : stateView(current, {
                strings,
                common,
                error: snapshot?.error,
                settingsUrl: this.#settingsUrl,
                onRetry: () => void this.#refreshByPerson(),
              })
        }
      </div>
      ${notices ? quarantineNotice(notices) : nothing}
      ${this.#confirmation.view(snapshot?.sessions ?? [], { strings, common })} ${this.#opener.view()}
      <div class="visually-hidden" role="status">${this.announcement}</div>
    </div>`;
  }

  #toolbar(snapshot: SessionSnapshot | undefined, store: SessionStore | undefined): TemplateResult {
    const { strings, common, lang } = this.#localize;
    const line = () => {
      const text = store ? statusLine(store.snapshot, store.environment, strings, lang) : "";
      return { key: text, content: text };
    };
    return html`<div class="toolbar" part="toolbar">
      <h2 class="title" id="title">
        ${strings.title}
        ${
          snapshot?.status === "ready"
            ? html`<span class="count">${formatNumber(snapshot.sessions.length, lang)}</span>`
            : nothing
        }
      </h2>
      ${
        store && snapshot
          ? html`<span class="status-line" part="status-line">${live(store.environment, line)}</span>
              <button
                type="button"
                class="button quiet pause"
                @click=${() => (snapshot.paused ? this.resume() : this.pause())}
              >
                ${snapshot.paused ? resumeIcon : pauseIcon}<span class="button-label"
                  >${snapshot.paused ? strings.resume : strings.pause}</span
                >
              </button>
              <button
                type="button"
                class="button refresh"
                aria-busy=${this.refreshing ? "true" : "false"}
                @click=${() => void this.#refreshByPerson()}
              >
                ${refreshIcon} ${common.refresh}
              </button>`
          : nothing
      }
    </div>`;
  }

  #table(store: SessionStore | undefined, current: TableState): TemplateResult {
    const { strings } = this.#localize;
    const context = store && this.#rowContext(store);
    const endings = store?.snapshot.endings;
    const rows = current === "rows" && context ? this.#rows : [];
    return html`<table
      role="table"
      part="table"
      class=${current === "rows" ? "" : "bare"}
      aria-labelledby="title"
      aria-rowcount=${rows.length + 1}
      aria-busy=${current === "loading" ? "true" : "false"}
    >
      <thead role="rowgroup">
        <tr role="row" part="header" aria-rowindex="1">
          ${COLUMNS.map(
            ({ id }) => html`<th role="columnheader" scope="col" data-column=${id}>${strings.columns[id] ?? id}</th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup" @click=${this.#opener.onClick} @keydown=${this.#opener.onKey}>
        ${repeat(
          rows,
          ({ key }) => key,
          (row, index) => {
            const ending = endings?.get(row.key);
            return guard([row.session, row.left, ending, context, index], () =>
              rowView(row, ending, context!, index + 2),
            );
          },
        )}
      </tbody>
    </table>`;
  }

  /** The same object until something in it changes: rows are skipped by comparing it. */
  #rowContext(store: SessionStore): RowContext {
    const { strings, common, lang } = this.#localize;
    const canSourceEnd = typeof store.source.end === "function";
    const parts = [store, strings, common, lang, this.#canEnd, canSourceEnd];
    if (!this.#context || parts.some((part, index) => part !== this.#contextOf[index])) {
      this.#contextOf = parts;
      this.#context = {
        store,
        strings,
        common,
        lang,
        canEnd: (session) => canSourceEnd && this.#mayEnd(session),
        onEnd: (session, from) => this.#confirmation.ask(session, from),
        onRetryEnd: (session) => this.#requestEnd(session),
        onCopy: (text) => void this.#copy(text),
      };
    }
    return this.#context;
  }

  #mayEnd(session: TransferSession): boolean | string {
    if (!this.#canEnd) return true;
    try {
      const answer: unknown = this.#canEnd(session);
      return typeof answer === "string" && answer !== "" ? answer : Boolean(answer);
    } catch (error) {
      warnOnce(`canEnd threw: ${String(error)}`);
      return false;
    }
  }

  #requestEnd(session: TransferSession): void {
    const { store } = this.#data;
    const { strings } = this.#localize;
    if (!store || !this.dispatchEvent(new TransferSessionEndRequestEvent(session))) return;
    void store.end(session).then((result) => {
      this.dispatchEvent(
        result.ended
          ? new TransferSessionEndedEvent(session)
          : new TransferSessionEndFailedEvent(session, result.error),
      );
      if (!result.ended) this.announcement = strings.endFailedMessage(contactName(session, { strings }));
    });
  }

  async #refreshByPerson(): Promise<void> {
    this.refreshing = true;
    await this.refresh();
    this.refreshing = false;
  }

  async #copy(text: string): Promise<void> {
    const { common } = this.#localize;
    try {
      await navigator.clipboard.writeText(text);
      this.announcement = common.copied;
    } catch {
      this.announcement = common.copyFailed;
    }
  }

  /** Pause belongs to the store: it is passed on as soon as there is one. */
  #applyPaused(): void {
    const { store } = this.#data;
    if (this.#paused === undefined || !store || !this.isConnected) return;
    if (this.#paused) store.pause();
    else store.resume();
    this.#paused = undefined;
  }

  #onSnapshot(snapshot: SessionSnapshot, { added, changed, removed }: SessionChanges): void {
    this.#applyPaused();
    if (added.length || changed.length || removed.length) {
      this.dispatchEvent(new TransferSessionsUpdatedEvent(added.length, changed.length, removed.length));
    }
    const authFailure = snapshot.unauthorized ? snapshot.failedAt : undefined;
    if (authFailure === this.#lastAuthFailure) return;
    this.#lastAuthFailure = authFailure;
    if (authFailure !== undefined) this.dispatchEvent(new TransferAuthRequiredEvent(snapshot.error));
  }
}
