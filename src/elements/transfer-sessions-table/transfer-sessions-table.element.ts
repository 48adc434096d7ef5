import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { AttentionController } from "../../controllers/attention-controller.js";
import { LocalizeController } from "../../controllers/localize-controller.js";
import { SessionStoreController } from "../../controllers/session-store-controller.js";
import { VirtualRows } from "../../controllers/virtual-rows.js";
import type { AttentionThresholds } from "../../domain/attention.js";
import type { Sort } from "../../domain/query.js";
import { TextRanks, type QueryContext } from "../../domain/session-query.js";
import { sessionKey, type TransferSession } from "../../domain/session.js";
import type { SessionView } from "../../domain/view.js";
import { TransferAttentionEvent } from "../../events/attention-event.js";
import {
  TransferAuthRequiredEvent,
  TransferSelectionChangeEvent,
  TransferSessionOpenEvent,
  TransferSessionsUpdatedEvent,
  TransferViewChangeEvent,
} from "../../events/session-events.js";
import { tableEnglish } from "../../i18n/table-strings.js";
import { activeElement } from "../../internal/active-element.js";
import { askCanEnd, type CanEnd } from "../../internal/can-end.js";
import { checkSessionLinks, linksOf, type SessionLinks } from "../../internal/session-links.js";
import { copyText } from "../../internal/clipboard.js";
import { csvOfSessions } from "../../internal/csv.js";
import { download } from "../../internal/download.js";
import { LatePart } from "../../internal/late-part.js";
import { reasonOf } from "../../internal/reason-of.js";
import { safeUrl } from "../../internal/safe-url.js";
import { VERSION } from "../../internal/version.js";
import { warnOnce } from "../../internal/warn-once.js";
import type { TransferDataSource } from "../../sources/data-source.js";
import type { AttentionChange } from "../../stores/attention-monitor.js";
import type { Environment } from "../../stores/ports.js";
import type { SessionChanges } from "../../stores/session-ledger.js";
import type { SessionSnapshot, SessionStore } from "../../stores/session-store.js";
import { base } from "../../styles/base.styles.js";
import { button } from "../../styles/button.styles.js";
import { room } from "../../styles/room.styles.js";
import { tokens } from "../../styles/tokens.styles.js";
import { badge } from "../transfer-status-badge/transfer-status-badge.styles.js";
import { Announcer } from "./announcer.js";
import { bars } from "./bars.styles.js";
import { bodyView } from "./body-view.js";
import { hasLeft } from "./cells.js";
import { cells } from "./cells.styles.js";
import { allColumns, checkColumns, shownColumns, type TableColumn, type TransferColumn } from "./columns.js";
import { departureNotice } from "./departure-notice.js";
import { EndOrders } from "./end-orders.js";
import { FocusKeeper } from "./focus-keeper.js";
import { GridInput } from "./grid-input.js";
import { headerView } from "./header-view.js";
import { ConnectedProviders, integrationStrip } from "./integration-strip.js";
import { Marks } from "./marks.js";
import { SeenValues } from "./menus/seen-values.js";
import { failedAgo, notLoadedNotice, quarantineNotice, staleNotice, type NoticeContext } from "./notices.js";
import { Presence } from "./presence.js";
import { ColumnResize } from "./column-resize.js";
import { RowActions, type TransferRowAction } from "./row-actions.js";
import { questions } from "./questions.styles.js";
import { rowActions } from "./row-actions.styles.js";
import type { RowContext } from "./row-context.js";
import { RowList } from "./row-list.js";
import { RowSlots } from "./row-slots.js";
import { Selection } from "./selection.js";
import { selectionBar } from "./selection-bar.js";
import { size } from "./size.js";
import { stateView } from "./state-view.js";
import { tableWidth } from "./table-width.js";
import { tableState, type TableState } from "./table-state.js";
import { filterBar, isFiltering, toolbar, type ToolbarContext } from "./toolbar.js";
import { table } from "./transfer-sessions-table.styles.js";
import { TroubleNews } from "./trouble-news.js";
import { queryOf, ViewState } from "./view-state.js";

export type { CanEnd } from "../../internal/can-end.js";
export type { TransferColumn } from "./columns.js";
export type { TransferRowAction } from "./row-actions.js";

/** Milliseconds without a keystroke before a server is asked to search. */
const SEARCH_PAUSE = 300;

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
 * @fires {TransferAuthRequiredEvent} transfer-auth-required - 401 or 403; polling has stopped.
 */
export class TransferSessionsTable extends LitElement {
  static readonly version = VERSION;
  static override styles = [tokens, base, button, badge, room, table, cells, bars, rowActions, questions];

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

  readonly #data = new SessionStoreController(this, (snapshot, changes) => this.#onSnapshot(snapshot, changes), {
    beforeSubscribe: (store) => this.#applyPaused(store),
  });
  readonly #attention = new AttentionController(this, this.#data, (change) => this.#onAttention(change));
  readonly #connected = new ConnectedProviders();
  readonly #localize = new LocalizeController(this, "table", tableEnglish);
  readonly #presence = new Presence(this, () => this.#data.store?.environment);
  readonly #announcer = new Announcer(() => this.requestUpdate());
  readonly #rows = new RowList();
  readonly #slots = new RowSlots();
  readonly #ranks = new TextRanks();
  readonly #selection = new Selection();
  readonly #marks = new Marks(() => this.requestUpdate());
  readonly #window = new VirtualRows(this, {
    count: () => this.#rows.length,
    body: () => this.renderRoot.querySelector("tbody"),
    scroller: () => this.renderRoot.querySelector<HTMLElement>(".scroller"),
    header: () => this.renderRoot.querySelector("thead"),
    sample: () => this.renderRoot.querySelector<HTMLElement>("tbody [part~=row]"),
  });
  readonly #rowActions = new RowActions(() => this.requestUpdate());
  readonly #view = new ViewState((byPerson) => this.#onViewChange(byPerson));
  readonly #resize = new ColumnResize(
    (id, width) => this.#view.change({ widths: { ...this.#view.view.widths, [id]: width } }),
    () => this.requestUpdate(),
  );
  readonly #seen = new SeenValues();
  readonly #menus = this.#late(async () => {
    const { TableMenus } = await import("./menus/table-menus.js");
    return new TableMenus(
      this,
      this.#presence,
      this.#view,
      () => ({
        ...this.#localize,
        sessions: this.#data.snapshot?.sessions ?? [],
        isQuerying: this.#data.isQuerying,
        seen: this.#seen,
        query: this.#queryContext(this.#data.store),
        all: this.#all,
        shown: this.#columns,
        allSelected: this.#selectedHere() === true,
      }),
      {
        exportCsv: () => this.#downloadCsv(),
        selectAll: () => this.#selectAll(),
        say: (text) => this.#announcer.say(text),
      },
    );
  });
  readonly #orders = new EndOrders(
    this,
    this.#presence,
    this.#announcer,
    () => ({
      ...this.#localize,
      store: this.#data.store,
      canEnd: this.#canEnd,
      isQuerying: this.#data.isQuerying,
    }),
    {
      closing: () => this.#focus.expectLoss(),
      // Where the list holds all, it says so itself.
      ended: (session) => {
        if (this.#data.isQuerying && this.#selection.forget(session)) this.#tellSelection(false);
      },
    },
    (load) => this.#late(load),
  );
  readonly #opener = this.#late(async () => {
    const { SessionOpener } = await import("./session-opener.js");
    return new SessionOpener(this, () => ({
      dataSource: this.#data.store?.source,
      order: this.#rows.sessions,
      canEnd: this.#canEnd,
      sessionLinks: this.sessionLinks,
    }));
  });
  readonly #input = new GridInput(this, {
    rows: this.#rows,
    presence: this.#presence,
    columns: () => this.#columns,
    pageSize: () => this.#window.pageSize,
    actions: {
      open: (session) => this.#open(session, false),
      sort: (column, add) => this.#sort(column, add),
      select: (session, extend) => this.#select(session, extend),
      selectAll: () => this.#selectAll(),
      copy: (text) => void this.#copy(text),
      resize: ({ id }, target, by) => this.#resize.step(id, target, by),
      search: () => this.renderRoot.querySelector<HTMLElement>(".search input")?.focus(),
    },
  });
  readonly #focus = new FocusKeeper(this, () => this.#input.focusGrid());
  readonly #trouble = new TroubleNews();

  #paused: boolean | undefined;
  #canEnd: CanEnd | undefined;
  #sessionLinks: SessionLinks | undefined;
  #settingsUrl: string | undefined;
  #ownColumns: readonly TransferColumn[] = [];
  #all = allColumns([]);
  #columns: readonly TableColumn[] = shownColumns(this.#all, undefined);
  #context: RowContext | undefined;
  #contextOf: readonly unknown[] = [];
  /** What the rows were last made of. */
  #rowsOf: readonly unknown[] = [];
  #wasInside = false;
  /** The store whose first list has come: what comes after that is news. */
  #listOf: SessionStore | undefined;
  /** Whose sessions are selected. */
  #selectedOf: TransferDataSource | undefined;
  #applyNow = false;
  #lastAuthFailure: number | undefined;
  #cancelSearch: (() => void) | undefined;

  /** A person asked for a refresh that is still out. */
  #refreshing = false;

  /** A further page was asked for and has not come. */
  #loadingMore = false;

  /** What a person asked for could not be loaded. */
  #notLoaded = false;

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
    return this.#view.view;
  }
  set view(value: SessionView) {
    this.#view.set(value);
  }

  /** Opts into localStorage: under this key the view, and views with names, are kept from one visit to the next. */
  get viewKey(): string | undefined {
    return this.#view.key;
  }
  set viewKey(value: string | undefined) {
    this.#view.setKey(value);
  }

  /** Columns of the host's own: further ones, or in place of a built-in column of the same id. */
  get columns(): readonly TransferColumn[] {
    return this.#ownColumns;
  }
  set columns(value: readonly TransferColumn[]) {
    const columns = checkColumns(value);
    if (columns !== "bad") this.#ownColumns = columns;
    this.#renewColumns();
  }

  /** Actions of the host's on each row, as buttons before End: `[{ id, label, run(session), available?, danger? }]`. */
  get rowActions(): readonly TransferRowAction[] {
    return this.#rowActions.list;
  }
  set rowActions(value: readonly TransferRowAction[]) {
    this.#rowActions.set(value);
    this.#renewColumns();
  }

  /** Says for each session whether a person may end it; without it, every session that has not ended. */
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

  /** When sessions need attention, in seconds; what is left out is the provider element's, or the default. */
  get attention(): Partial<AttentionThresholds> | undefined {
    return this.#attention.thresholds;
  }
  set attention(value: Partial<AttentionThresholds> | undefined) {
    this.#attention.setThresholds(value);
  }

  /** Gives the links of a session, `[{ label, href }]`, http(s) only; without it, the provider element's. */
  get sessionLinks(): SessionLinks | undefined {
    return this.#sessionLinks;
  }
  set sessionLinks(value: SessionLinks | undefined) {
    const links = checkSessionLinks(value);
    if (links !== "bad") this.#sessionLinks = links;
  }

  /** Where a person can configure integrations; http(s) only. */
  get settingsUrl(): string | undefined {
    return this.#settingsUrl;
  }
  set settingsUrl(value: string | undefined) {
    this.#settingsUrl = safeUrl(value, document.baseURI);
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
    this.#updateRows();
    const { store } = this.#data;
    const { strings } = this.#localize;
    const lifecycle = this.#attention.monitor?.lifecycle;
    const selected = new Set([...this.#selection.of(this.#rows.sessions), ...this.#selected()]);
    const text = csvOfSessions(selected.size > 0 ? selected : this.#rows.selectable, {
      now: store?.now() ?? 0,
      ...(lifecycle ? { lifecycle } : undefined),
      labels: { ...strings.columns, ...strings.csvColumns },
      columns: this.#ownColumns,
    });
    return new Blob([text], { type: "text/csv;charset=utf-8" });
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

  override disconnectedCallback(): void {
    // First: Lit lets go of the dialogs.
    this.#dropWishes();
    this.#orders.close();
    this.#menus.part?.close();
    this.#announcer.stop();
    this.#cancelSearch?.();
    this.#marks.clear();
    this.#focus.forget();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#updateRows();
    this.#input.willUpdate();
    this.#menus.part?.willUpdate();
    this.#focus.willUpdate();
  }

  protected override updated(): void {
    this.#orders.updated();
    this.#menus.part?.updated();
    this.#opener.part?.updated();
    this.#input.updated();
    this.#focus.updated();
  }

  protected override render(): TemplateResult {
    const { strings, common, lang } = this.#localize;
    const { store } = this.#data;
    const snapshot = store?.snapshot;
    const current = tableState(snapshot, this.#rows.length);
    const notices = store && { store, strings, common, lang, onRetry: () => void this.#refreshByPerson() };
    const tools = this.#toolbarContext(store);
    return html`<div
      class="base"
      data-density=${this.#view.view.density ?? "comfortable"}
      data-stale=${snapshot?.stale ? "" : nothing}
    >
      ${toolbar(tools, notices ? this.#notice(notices) : nothing)} ${this.#bars(tools)}
      <div class="scroller">
        ${this.#table(store, current)}
        ${
          current === "rows"
            ? nothing
            : stateView(current, {
                strings,
                common,
                error: snapshot?.error,
                since: notices && failedAgo(notices),
                settingsUrl: this.#settingsUrl,
                onRetry: () => void this.#refreshByPerson(),
                onClear: () => this.#clearFilters(),
              })
        }
        ${
          snapshot?.hasMore
            ? html`<div class="further">
                <button
                  type="button"
                  class="button show-more"
                  aria-busy=${this.#loadingMore ? "true" : "false"}
                  @click=${() => void this.#loadMore()}
                >
                  ${this.#loadingMore ? strings.loadingMore : strings.showMore}
                </button>
              </div>`
            : nothing
        }
      </div>
      ${notices ? [quarantineNotice(notices), integrationStrip(notices)] : nothing} ${this.#orders.view()}
      ${this.#menus.part?.view()} ${this.#opener.part?.view()}
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>
    </div>`;
  }

  /** One at a time: first the answer to what a person has just asked for. */
  #notice(context: NoticeContext): unknown {
    if (this.#notLoaded) return notLoadedNotice(context.strings, () => this.#tellNotLoaded(false));
    return context.store.snapshot.stale ? staleNotice(context) : departureNotice(context);
  }

  /** Filters can be used while a query is out or has failed, too: without them there would be no way back. */
  #bars(tools: ToolbarContext): unknown {
    const { store, isQuerying } = this.#data;
    if (!store) return nothing;
    const known = store.snapshot.status === "ready" || isQuerying || isFiltering(tools.view);
    return html`<div class="bars">
      ${filterBar(tools, known)} ${this.#selection.size > 0 ? this.#selectionBar(tools) : nothing}
    </div>`;
  }

  #selectionBar(tools: ToolbarContext): TemplateResult {
    return selectionBar({
      strings: tools.strings,
      lang: tools.lang,
      count: this.#selection.size,
      canEnd: typeof tools.store?.source.end === "function",
      onEnd: () => {
        this.#dropWishes();
        this.#orders.askForAll(this.#selected());
      },
      onCopyIds: () =>
        void this.#copy(
          this.#selected()
            .map(({ id }) => id)
            .join("\n"),
        ),
      onExport: () => this.#downloadCsv(),
      onClear: () => {
        this.#selection.clear();
        this.#tellSelection();
      },
    });
  }

  #table(store: SessionStore | undefined, current: TableState): TemplateResult {
    const { strings } = this.#localize;
    const { view } = this.#view;
    const context = store && this.#rowContext(store);
    const showsRows = current === "rows" && context !== undefined;
    // Cells of a host's own may hold anything, and links need room.
    const classes = [this.#ownColumns.length > 0 && "own", this.#links && "links"];
    return html`<table
      role="grid"
      part="table"
      class=${classes.filter(Boolean).join(" ")}
      aria-labelledby="title"
      aria-rowcount=${(showsRows ? this.#rows.length : 0) + 1}
      aria-colcount=${this.#columns.length}
      aria-multiselectable="true"
      aria-busy=${store?.snapshot.status === "loading" && store.snapshot.failedAt === undefined ? "true" : "false"}
      ${size("minInlineSize", tableWidth(this.#columns, view.widths ?? {}))}
      @keydown=${this.#input.onKeyDown}
      @focusin=${this.#input.onFocusIn}
      @focusout=${this.#input.onFocusOut}
    >
      <thead role="rowgroup">
        ${headerView({
          strings,
          columns: this.#columns,
          sort: view.sort ?? [],
          widths: this.#resize.widths(view.widths),
          selected: this.#selectedHere(),
          onSelectAll: () => this.#selectAll(),
          onSort: (column, add) => this.#sort(column, add),
          onResizeStart: (column, event) => this.#resize.start(column.id, event),
        })}
      </thead>
      <tbody
        role="rowgroup"
        @pointerdown=${this.#input.onPointerDown}
        @pointermove=${this.#input.onPointerMove}
        @pointerleave=${this.#input.onPointerLeave}
        @click=${this.#input.onClick}
      >
        ${
          showsRows
            ? bodyView({
                segments: this.#window.segments(this.#input.activeIndex),
                rows: this.#rows,
                slots: this.#slots,
                held: this.#input.held,
                selection: this.#selection,
                marks: this.#marks,
                endings: context.store.snapshot.endings,
                context,
              })
            : nothing
        }
      </tbody>
    </table>`;
  }

  #updateRows(): void {
    const { snapshot, store, isQuerying } = this.#data;
    const { view } = this.#view;
    // The rows of the query before stay until the answer to the new one is there.
    const isOut = isQuerying && snapshot?.status !== "ready" && snapshot?.failedAt === undefined;
    if (isOut && this.#rows.length > 0 && store?.source === this.#selectedOf) return;
    const inside = this.#presence.isInside;
    const left = this.#wasInside && !inside && this.#rows.pending > 0;
    this.#wasInside = inside;
    const { monitor } = this.#attention;
    const needing = view.attention ? monitor?.version : undefined;
    const parts = [
      snapshot?.sessions,
      snapshot?.lingering,
      view,
      this.#ownColumns,
      this.#localize.lang,
      needing,
      monitor?.lifecycle,
    ];
    const same = parts.every((part, index) => part === this.#rowsOf[index]);
    if (same && !this.#applyNow && !left) return;
    // A change of view is a person's or the host's will: it does not wait.
    const calm = inside && !this.#applyNow && view === this.#rowsOf[2];
    this.#applyNow = false;
    this.#rowsOf = parts;
    this.#rows.update({
      sessions: snapshot?.sessions ?? [],
      lingering: snapshot?.lingering ?? [],
      // Filtered and sorted by whoever holds all of them.
      query: isQuerying ? {} : view,
      context: this.#queryContext(store),
      calm,
    });
    if (snapshot) this.#updateSelection(snapshot.sessions);
  }

  #updateSelection(sessions: readonly TransferSession[]): void {
    const { store, isQuerying } = this.#data;
    const isSame = store?.source === this.#selectedOf;
    this.#selectedOf = store?.source;
    // A page of a source that filters says nothing of those that are not on it.
    if (isQuerying && isSame) this.#selection.renew(sessions);
    else if (this.#selection.keepOnly(sessions)) this.#tellSelection(false);
  }

  #queryContext(store: SessionStore | undefined): QueryContext {
    const { lang } = this.#localize;
    const { monitor } = this.#attention;
    const values = new Map(this.#ownColumns.map((column) => [column.id, column]));
    return {
      now: store?.now() ?? 0,
      ranks: this.#ranks,
      ...(lang ? { lang } : undefined),
      ...(monitor && { lifecycle: monitor.lifecycle, needsAttention: (one) => monitor.rulesOf(one) !== 0 }),
      value: (column, session) => values.get(column)?.value(session),
      replaced: new Set(values.keys()),
    };
  }

  get #links(): SessionLinks | undefined {
    return this.#sessionLinks ?? this.#data.provided?.sessionLinks;
  }

  /** The same object until something in it changes: rows are skipped by comparing it. */
  #rowContext(store: SessionStore): RowContext {
    const { strings, common, lang } = this.#localize;
    const canSourceEnd = typeof store.source.end === "function";
    const { monitor } = this.#attention;
    const sessionLinks = this.#links;
    const connected = this.#connected.of(store.snapshot.integrations);
    const parts = [
      store,
      strings,
      common,
      lang,
      this.#columns,
      this.#canEnd,
      canSourceEnd,
      monitor,
      monitor?.lifecycle,
      sessionLinks,
      connected,
      this.#rowActions.version,
    ];
    if (!this.#context || parts.some((part, index) => part !== this.#contextOf[index])) {
      this.#contextOf = parts;
      this.#context = {
        store,
        strings,
        common,
        lang,
        columns: this.#columns,
        monitor,
        connected,
        rowActions: this.#rowActions,
        linksOf: (session) => linksOf(session, sessionLinks, document.baseURI),
        canEnd: (session) => canSourceEnd && askCanEnd(this.#canEnd, session),
        onEnd: (session, from) => {
          this.#dropWishes();
          this.#orders.ask(session, from);
        },
        onRetryEnd: (session) => this.#orders.request(session),
        onCopy: (text) => void this.#copy(text),
        onSelect: (session, event) => this.#select(session, event.shiftKey),
      };
    }
    return this.#context;
  }

  #toolbarContext(store: SessionStore | undefined): ToolbarContext {
    const { strings, common, lang } = this.#localize;
    return {
      store,
      strings,
      common,
      lang,
      view: this.#view.view,
      matching: this.#rows.matching,
      total: store?.snapshot.total ?? store?.snapshot.sessions.length ?? 0,
      pending: this.#rows.pending,
      needing: this.#attention.monitor?.size ?? 0,
      refreshing: this.#refreshing,
      isOpen: (menu) => this.#menus.part?.isOpen(menu) === true,
      onSearch: (text) => this.#search(text),
      onApplyPending: () => this.#applyPending(),
      onPause: (paused) => (this.paused = paused),
      onRefresh: () => void this.#refreshByPerson(),
      onFilter: (filter, anchor) => this.#want(this.#menus, (menus) => menus.toggleFilter(filter, anchor)),
      onAttention: (attention) => this.#view.change({ attention }),
      onClearFilters: () => this.#clearFilters(),
      onMore: (anchor) => this.#want(this.#menus, (menus) => menus.toggleMore(anchor)),
    };
  }

  // View

  #renewColumns(): void {
    this.#all = allColumns(this.#ownColumns, this.#rowActions.width);
    this.#columns = shownColumns(this.#all, this.#view.view.columns);
  }

  #onViewChange(byPerson: boolean): void {
    this.#columns = shownColumns(this.#all, this.#view.view.columns);
    this.#data.setQuery(queryOf(this.#view.view));
    this.requestUpdate();
    if (byPerson) this.dispatchEvent(new TransferViewChangeEvent(this.#view.view));
  }

  #sort({ id }: TableColumn, add: boolean): void {
    const before = this.#view.view.sort ?? [];
    const level = before.find(({ by }) => by === id);
    // Ascending, descending, and back to the source's own order.
    const next: Sort | undefined = !level
      ? { by: id, direction: "ascending" }
      : level.direction === "ascending"
        ? { by: id, direction: "descending" }
        : undefined;
    const sort = add
      ? [...before.flatMap((one) => (one.by !== id ? [one] : next ? [next] : [])), ...(level || !next ? [] : [next])]
      : next
        ? [next]
        : [];
    this.#view.change({ sort });
  }

  /** At once where the rows are here; a server is asked when the person has paused. */
  #search(text: string): void {
    this.#cancelSearch?.();
    const { store, isQuerying } = this.#data;
    if (!isQuerying || !store) this.#view.change({ text });
    else this.#cancelSearch = store.environment.timers.after(SEARCH_PAUSE, () => this.#view.change({ text }));
  }

  #clearFilters(): void {
    const { sort, columns, widths, density } = this.#view.view;
    this.#view.replace({ sort, columns, widths, density });
  }

  #applyPending(): void {
    this.#applyNow = true;
    this.requestUpdate();
  }

  // Selection

  #select(session: TransferSession, extend: boolean): void {
    // A row that no longer matches is in the list all the same.
    if (hasLeft(this.#rows.mutedAs(session))) return;
    if (extend) this.#selection.extendTo(session, this.#rows.selectable);
    else this.#selection.toggle(session);
    this.#tellSelection();
  }

  #selectAll(): void {
    this.#selection.toggleAll(this.#rows.selectable);
    this.#tellSelection();
  }

  /** Whether all, some or none of the rows are selected. */
  #selectedHere(): boolean | "mixed" {
    const count = this.#selection.of(this.#rows.selectable).length;
    return count === 0 ? false : count < this.#rows.matching ? "mixed" : true;
  }

  #selected(): readonly TransferSession[] {
    if (this.#data.isQuerying) return this.#selection.sessions;
    return this.#selection.of(this.#data.snapshot?.sessions ?? []);
  }

  #tellSelection(byPerson = true): void {
    // What was asked about the selection before is asked no more.
    this.#orders.forget();
    this.requestUpdate();
    this.dispatchEvent(new TransferSelectionChangeEvent(this.#selected(), byPerson));
  }

  // Parts that are loaded late

  #late<P>(load: () => Promise<P>): LatePart<P> {
    return new LatePart(load, (failure) => {
      this.#tellNotLoaded(failure !== undefined);
      if (!failure) return;
      warnOnce(`a part of the table could not be loaded: ${reasonOf(failure.error)}`);
      this.#announcer.say(this.#localize.strings.notLoaded);
    });
  }

  /** What a person asked for and is still being loaded comes no more, once they have gone on to something else. */
  #dropWishes(): void {
    this.#menus.forget();
    this.#opener.forget();
    this.#orders.forget();
  }

  #want<P>(late: LatePart<P>, action: (part: P) => void): void {
    this.#dropWishes();
    late.use(action);
  }

  #tellNotLoaded(notLoaded: boolean): void {
    this.#notLoaded = notLoaded;
    this.requestUpdate();
  }

  /** @param subject a session, or an id that the list does not hold. @param byHost focus returns to where it was. */
  #open(subject: TransferSession | string, byHost: boolean): void {
    const isSession = typeof subject !== "string";
    if (isSession && !this.dispatchEvent(new TransferSessionOpenEvent(subject))) return;
    if (this.openOn === "event") return;
    const from = byHost ? activeElement() : undefined;
    const source = this.#data.store?.source;
    this.#want(this.#opener, (opener) => {
      // Another source knows nothing of it.
      if (source && source !== this.#data.store?.source) return;
      opener.open(subject, (last) => {
        if (byHost) from?.focus();
        else if (last) void this.#input.focusRow(sessionKey(last));
      });
    });
  }

  #downloadCsv(): void {
    download(this.exportCsv(), this.#localize.strings.csvFile);
  }

  async #refreshByPerson(): Promise<void> {
    this.#refreshing = true;
    this.requestUpdate();
    await this.refresh();
    this.#refreshing = false;
    this.requestUpdate();
  }

  async #loadMore(): Promise<void> {
    if (this.#loadingMore) return;
    this.#loadingMore = true;
    this.requestUpdate();
    await this.#data.store?.loadMore();
    this.#loadingMore = false;
    this.requestUpdate();
  }

  async #copy(text: string): Promise<void> {
    const { common } = this.#localize;
    this.#announcer.say((await copyText(text)) ? common.copied : common.copyFailed);
  }

  /** Pause belongs to the store: it is passed on as soon as there is one. */
  #applyPaused(store = this.#data.store): void {
    if (this.#paused === undefined || !store || !this.isConnected) return;
    if (this.#paused) store.pause();
    else store.resume();
    this.#paused = undefined;
  }

  // News

  #onSnapshot(snapshot: SessionSnapshot, { added, changed, removed }: SessionChanges): void {
    this.#applyPaused();
    const { store, isQuerying } = this.#data;
    // The first list is all new, which is no news; and what was gathered before is about another list.
    const isNews = store !== undefined && store === this.#listOf;
    if (!isNews) this.#announcer.stop();
    if (store && isQuerying) this.#seen.observe(store.source, snapshot.sessions);
    if (added.length || changed.length || removed.length) {
      if (isNews) this.#tell({ added, changed, removed }, store.environment);
      this.dispatchEvent(new TransferSessionsUpdatedEvent(added.length, changed.length, removed.length));
    }
    if (snapshot.status === "ready") this.#listOf = store;
    this.#tellTrouble(snapshot);
    const authFailure = snapshot.unauthorized ? snapshot.failedAt : undefined;
    if (authFailure === this.#lastAuthFailure) return;
    this.#lastAuthFailure = authFailure;
    if (authFailure !== undefined) this.dispatchEvent(new TransferAuthRequiredEvent(snapshot.error));
  }

  #tellTrouble(snapshot: SessionSnapshot): void {
    const { strings, lang } = this.#localize;
    const { store } = this.#data;
    const words = store && this.#trouble.observe(store, snapshot, strings, lang);
    if (words) this.#announcer.say(words);
  }

  #onAttention({ news }: AttentionChange): void {
    for (const { session, attention } of news) {
      this.dispatchEvent(new TransferAttentionEvent(session, attention.rule, attention.level));
    }
  }

  /** Marks what is new for the eye, and counts it for the ear. */
  #tell(changes: SessionChanges, environment: Environment): void {
    this.#marks.take(changes, environment);
    this.#announcer.changed(changes.added.length, changes.removed.length, environment.timers, (added, removed) => {
      const { strings, lang } = this.#localize;
      return strings.changes(added, removed, this.#data.snapshot?.sessions.length ?? 0, lang);
    });
  }
}
