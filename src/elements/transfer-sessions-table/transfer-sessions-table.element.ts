import type { PropertyDeclarations, PropertyValues, TemplateResult } from "lit";
import { HandoffElement } from "../../lit/handoff-element.js";
import type { SessionView } from "../../domain/query/view.js";
import type { AttentionThresholds } from "../../domain/session/attention.js";
import type { TransferSession } from "../../domain/session/session.js";
import { TransferSessionOpenEvent } from "../../events/session-events.js";
import { tableEnglish } from "../../i18n/table-strings.js";
import { AttentionController } from "../../lit/controllers/attention-controller.js";
import { LocalizeController } from "../../lit/controllers/localize-controller.js";
import { SessionStoreController } from "../../lit/controllers/session-store-controller.js";
import { acceptFunction } from "../../lit/properties/accept-function.js";
import type { CanEnd } from "../../lit/properties/can-end.js";
import { safeUrl } from "../../lit/properties/safe-url.js";
import type { SessionLinks } from "../../lit/properties/session-links.js";
import { base } from "../../lit/styles/base.styles.js";
import { button } from "../../lit/styles/button.styles.js";
import { room } from "../../lit/styles/room.styles.js";
import { tokens } from "../../lit/styles/tokens.styles.js";
import { copyText } from "../../platform/page/clipboard.js";
import { VERSION } from "../../platform/version.js";
import type { TransferDataSource } from "../../sources/data-source.js";
import { badge } from "../shared/badge/badge.styles.js";
import { clip } from "../shared/clip.js";
import { question } from "../shared/ending/question.styles.js";
import { readColumns, type TransferColumn } from "./columns/transfer-column.js";
import { tableCsv } from "./export/table-csv.js";
import { TableNews } from "./notices/table-news.js";
import type { TransferRowAction } from "./rows/row-actions.js";
import { bars } from "./styles/bars.styles.js";
import { rowActions } from "./styles/row-actions.styles.js";
import { selectBox } from "./styles/select-box.styles.js";
import { table } from "./styles/table.styles.js";
import type { TableIntents } from "./table-intents.js";
import { TableParts } from "./table-parts.js";
import { TableState } from "./table-state.js";
import { tableView } from "./table-view.js";

export type { CanEnd } from "../../lit/properties/can-end.js";
export type { TransferColumn } from "./columns/transfer-column.js";
export type { TransferRowAction } from "./rows/row-actions.js";

/**
 * Every active or recent transfer session of a data source, kept up to date.
 *
 * @summary A live table of transfer sessions.
 * @element transfer-sessions-table
 *
 * @csspart toolbar - Title, search, freshness, Pause and Refresh.
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
 * @fires {TransferSessionOpenEvent} transfer-session-open - A person opened a session. Cancelable.
 * @fires {TransferSessionEndRequestEvent} transfer-session-end-request - A person confirmed an End. Cancelable.
 * @fires {TransferSessionEndedEvent} transfer-session-ended - The source has ended a session.
 * @fires {TransferSessionEndFailedEvent} transfer-session-end-failed - The source could not end a session.
 * @fires {TransferSessionsUpdatedEvent} transfer-sessions-updated - An answer changed the list; counts only.
 * @fires {TransferSelectionChangeEvent} transfer-selection-change - A person selected other sessions.
 * @fires {TransferViewChangeEvent} transfer-view-change - A person changed filter, sort, columns, widths or density.
 * @fires {TransferAttentionEvent} transfer-attention - A session newly needs attention: once per row and rule.
 * @fires {TransferExportEvent} transfer-export - A person asked for a file, in it `blob` and `filename`. Cancelable.
 * @fires {TransferAuthRequiredEvent} transfer-auth-required - 401 or 403; polling has stopped.
 */
export class TransferSessionsTable extends HandoffElement {
  static readonly version = VERSION;
  static override styles = [tokens, base, button, badge, room, table, selectBox, bars, rowActions, question];

  /** Not by decorators: they, and what they need, would be a hundredth of all that a page loads for a table. */
  static override properties: PropertyDeclarations = {
    dataSource: { attribute: false },
    pollInterval: { attribute: "poll-interval" },
    paused: { type: Boolean },
    view: { attribute: false },
    viewKey: { attribute: "view-key" },
    columns: { attribute: false },
    rowActions: { attribute: false },
    canEnd: { attribute: false },
    attention: { attribute: false },
    sessionLinks: { attribute: false },
    settingsUrl: { attribute: "settings-url" },
    openOn: { attribute: "open-on" },
    strings: { attribute: false },
  };

  static {
    // Which rows are near enough to be seen is known only once some are drawn: a second update is the way of it.
    this.disableWarning?.("change-in-update");
  }

  readonly #data = new SessionStoreController(
    this,
    (snapshot, changes) => {
      this.#applyPaused();
      this.#news.onSnapshot(snapshot, changes);
    },
    { beforeSubscribe: (store) => this.#applyPaused(store) },
  );
  readonly #attention = new AttentionController(this, this.#data, (change) => this.#news.onAttention(change));
  readonly #words = new LocalizeController(this, "table", tableEnglish);
  readonly #state = new TableState(this, this.#data, this.#attention, this.#words);
  readonly #news = new TableNews(this, this.#state);
  /** What a person can want, and who sees to it. */
  readonly #intents: TableIntents = {
    search: (text) => {
      const { isQuerying, store } = this.#data;
      // A server is asked when they pause; what is here is searched at once.
      this.#state.viewState.search(text, isQuerying ? store?.environment.timers : undefined);
    },
    goToSearch: () => this.renderRoot.querySelector<HTMLElement>(".search input")?.focus(),
    changeView: (fields) => this.#state.viewState.change(fields),
    applyView: (view) => this.#state.viewState.replace(view),
    saveView: (name) => {
      const { viewSaved, viewNotSaved } = this.#words.strings;
      const isSaved = this.#state.viewState.saveAs(name);
      this.#state.toast.say(isSaved ? viewSaved(clip(name)) : viewNotSaved);
      return isSaved;
    },
    forgetView: (name) => {
      this.#state.viewState.forget(name);
      this.requestUpdate();
    },
    clearFilters: () => this.#state.viewState.clearFilters(),
    sort: (column, add) => this.#state.viewState.sort(column, add),
    dragColumn: (column, event) => this.#state.resize.start(column, event),
    stepColumn: (column, target, by) => this.#state.resize.step(column, target, by),
    toggleMenu: (menu, anchor) => this.#state.late.want(this.#parts.menus, (menus) => menus.toggle(menu, anchor)),
    pause: (paused) => (this.paused = paused),
    refresh: () => void this.#state.request("refresh", () => this.refresh()),
    loadMore: () => {
      if (this.#state.model.isLoadingMore) return;
      // A person waits for it, wherever the pointer rests.
      void this.#state.request("more", () => this.#data.store?.loadMore().then(() => this.#state.showUpdates()));
    },
    showUpdates: () => this.#state.showUpdates(),
    dismissDeparture: () => this.#data.store?.dismissDeparture(),
    dismissNotLoaded: () => this.#state.dismissNotLoaded(),
    open: (session) => this.#open(session, false),
    copy: (text) => void this.#copy(text),
    runAction: (action, session) => void this.#state.rowActions.run(action, session),
    end: (session, from) => this.#parts.orders.ask(session, from),
    retryEnd: (session) => this.#parts.orders.request(session),
    select: (session, extend) => this.#state.selection.select(session, extend, this.#state.model.rows),
    selectAll: () => this.#state.selection.selectAll(this.#state.model.rows),
    clearSelection: () => this.#state.selection.clear(),
    endSelected: () => this.#parts.orders.askForSelected(),
    copySelectedIds: () => void this.#copy(this.#state.selected.map(({ id }) => id).join("\n")),
    exportCsv: () => {
      const { common, strings } = this.#words;
      const file = this.exportCsv();
      this.#state.late.want(this.#parts.files, (handOverFile) =>
        this.#state.toast.say(handOverFile(this, file, strings.csvFile, common)),
      );
    },
  };
  readonly #parts = new TableParts(this, this.#state, this.#intents);
  /** To be passed on as soon as there is a store, to which a pause belongs. */
  #paused: boolean | undefined;

  /** Where the sessions come from. Without one, the nearest `<transfer-sessions-provider>` gives it. */
  get dataSource(): TransferDataSource | undefined {
    return this.#data.dataSource;
  }
  set dataSource(value: TransferDataSource | undefined) {
    this.#data.setDataSource(value);
    this.#applyPaused();
  }

  /** Milliseconds between polls; 30 000 where neither this nor a provider says. */
  get pollInterval(): number | undefined {
    return this.#data.pollInterval;
  }
  set pollInterval(value: number | undefined) {
    this.#data.setPollInterval(value);
  }

  /** Polling is held back, here or by another element on the same source. */
  get paused(): boolean {
    return this.#data.snapshot?.paused ?? this.#paused ?? false;
  }
  set paused(value: boolean) {
    this.#paused = Boolean(value);
    this.#applyPaused();
  }

  /**
   * What is shown and how: filter, sort, columns, widths, density. Plain JSON. A bad field is dropped with a warning;
   * the getter gives the cleaned view.
   */
  get view(): SessionView {
    return this.#state.viewState.view;
  }
  set view(value: SessionView) {
    this.#state.viewState.set(value);
  }

  /** Opts into localStorage: under this key the view, and views with names, are kept from one visit to the next. */
  get viewKey(): string | undefined {
    return this.#state.viewState.key;
  }
  set viewKey(value: string | undefined) {
    this.#state.viewState.setKey(value);
  }

  /** Columns of the host's own: further ones, or in place of a built-in column of the same id. */
  get columns(): readonly TransferColumn[] {
    return this.#state.ownColumns;
  }
  set columns(value: readonly TransferColumn[]) {
    this.#state.ownColumns = readColumns(value, this.#state.ownColumns);
  }

  /** Actions of the host's on each row, as buttons before End: `[{ id, label, run(session), available?, danger? }]`. */
  get rowActions(): readonly TransferRowAction[] {
    return this.#state.rowActions.list;
  }
  set rowActions(value: readonly TransferRowAction[]) {
    this.#state.rowActions.set(value);
  }

  /** Says for each session whether a person may end it; without it, every session that has not ended. */
  get canEnd(): CanEnd | undefined {
    return this.#state.canEnd;
  }
  set canEnd(value: CanEnd | undefined) {
    this.#state.canEnd = acceptFunction("canEnd", value, this.#state.canEnd);
  }

  /** When sessions need attention, in seconds; what is left out is the provider element's, or the default. */
  get attention(): Partial<AttentionThresholds> | undefined {
    return this.#attention.thresholds;
  }
  set attention(value: Partial<AttentionThresholds> | undefined) {
    this.#attention.setThresholds(value);
  }

  /** Gives the links of a session, `[{ label, href }]`, http(s) only; without it, the provider element's. */
  get sessionLinks(): SessionLinks | undefined {
    return this.#state.sessionLinks;
  }
  set sessionLinks(value: SessionLinks | undefined) {
    this.#state.sessionLinks = acceptFunction("sessionLinks", value, this.#state.sessionLinks);
  }

  /** Where a person can configure integrations; http(s) only. */
  get settingsUrl(): string | undefined {
    return this.#state.settingsUrl;
  }
  set settingsUrl(value: string | undefined) {
    this.#state.settingsUrl = safeUrl(value, document.baseURI);
  }

  /** `dialog`: a session opens in the details dialog; `event`: the host shows it on `transfer-session-open`. */
  openOn: "dialog" | "event" = "dialog";

  /** Overrides of words: a partial `TableStrings` and `CommonStrings`. */
  strings: unknown;

  /** Polls now. Settles when the answer is on the page, or has failed; never rejects. */
  async refresh(): Promise<void> {
    await this.#data.store?.refresh();
    // Outside a document nothing is ever rendered, and the promise of a render would never settle.
    if (this.isConnected) await this.updateComplete;
  }

  /**
   * The selected sessions, those in view first, or else those that match the view, as a CSV file (UTF-8): every field
   * but metadata and provider data, and the host's columns, in the order of the table. No cell can start a formula.
   */
  exportCsv(): Blob {
    // What was set in this task counts, though it is not drawn yet.
    return tableCsv(this.#state.renew(), this.#state.selected);
  }

  /**
   * Opens a session as a click on its row does; of several of that id, the one created last. An id that the list does
   * not hold yet is waited for.
   */
  openSession(id: string): void {
    this.#open(this.#data.store?.find(id) ?? id, true);
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

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // Last: only when all else has settled can it be seen whether focus is lost.
    this.#state.focus.updated(() => this.#parts.input.focusGrid());
  }

  protected override render(): TemplateResult {
    return tableView(this.#state.model, this.#intents, this.#parts);
  }

  /** @param subject a session, or an id that the list does not hold. @param byHost focus returns to where it was. */
  #open(subject: TransferSession | string, byHost: boolean): void {
    if (typeof subject !== "string" && !this.dispatchEvent(new TransferSessionOpenEvent(subject))) return;
    if (this.openOn !== "event") this.#parts.opener.open(subject, byHost);
  }

  async #copy(text: string): Promise<void> {
    const isCopied = await copyText(text, this);
    const { copied, copyFailed } = this.#words.common;
    this.#state.toast.say(isCopied ? copied : copyFailed);
  }

  #applyPaused(store = this.#data.store): void {
    if (this.#paused === undefined || !store || !this.isConnected) return;
    if (this.#paused) store.pause();
    else store.resume();
    this.#paused = undefined;
  }
}
