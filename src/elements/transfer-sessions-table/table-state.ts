import type { LitElement, ReactiveController } from "lit";
import type { SessionQuery } from "../../domain/query/query.js";
import { TextRanks, type QueryContext } from "../../domain/query/query-sessions.js";
import type { TransferSession } from "../../domain/session/session.js";
import { TransferSelectionChangeEvent, TransferViewChangeEvent } from "../../events/session-events.js";
import type { TableStrings } from "../../i18n/table-strings.js";
import type { AttentionController } from "../../lit/controllers/attention-controller.js";
import type { LocalizeController } from "../../lit/controllers/localize-controller.js";
import type { SessionStoreController } from "../../lit/controllers/session-store-controller.js";
import { browserEnvironment } from "../../platform/browser-environment.js";
import { keepIfSame } from "../../platform/keep-if-same.js";
import type { LateFailure } from "../../lit/late-part.js";
import type { CanEnd } from "../../lit/properties/can-end.js";
import type { SessionLinks } from "../../lit/properties/session-links.js";
import { reasonOf } from "../../platform/reason-of.js";
import { warnOnce } from "../../platform/warn-once.js";
import type { TransferDataSource } from "../../sources/data-source.js";
import type { SessionStore } from "../../stores/sessions/session-store.js";
import { Toast } from "../shared/toast.js";
import { ColumnResize } from "./columns/column-resize.js";
import { columnSet, type ColumnSet, type ColumnWish } from "./columns/column-set.js";
import type { TransferColumn } from "./columns/transfer-column.js";
import { FocusKeeper } from "./grid/focus-keeper.js";
import { PersonInside } from "./grid/person-inside.js";
import { LateParts } from "./late-parts.js";
import { SeenValues } from "./menus/seen-values.js";
import { Announcer } from "./notices/announcer.js";
import { ConnectedProviders } from "./notices/connected-providers.js";
import { placeholderOf } from "./notices/placeholder.js";
import { Printing } from "./rows/printing.js";
import { CalmRows } from "./rows/calm-rows.js";
import { RowActions } from "./rows/row-actions.js";
import type { RowList } from "./rows/row-list.js";
import { RowMarks } from "./rows/row-marks.js";
import type { SharedModel } from "./rows/row-model.js";
import { Selection } from "./selection/selection.js";
import type { MenuName } from "./table-intents.js";
import type { TableModel } from "./table-model.js";
import { queryOf, ViewState } from "./toolbar/view-state.js";

const NOTHING_TO_DO: SessionQuery = {};
const NONE: readonly never[] = [];

/** What a person has asked the source for. */
type Request = "refresh" | "more";

/** What the table keeps from one update to the next, and the model that is made of it. */
export class TableState implements ReactiveController {
  readonly data: SessionStoreController;
  readonly words: LocalizeController<TableStrings>;
  readonly person: PersonInside;
  readonly focus: FocusKeeper;
  readonly announcer: Announcer;
  readonly toast: Toast;
  readonly printing: Printing;
  readonly late: LateParts;
  readonly viewState: ViewState;
  readonly resize: ColumnResize;
  readonly rowActions: RowActions;
  readonly marks: RowMarks;
  readonly selection: Selection;
  readonly rows = new CalmRows();
  readonly seen = new SeenValues();

  ownColumns: readonly TransferColumn[] = [];
  canEnd: CanEnd | undefined;
  sessionLinks: SessionLinks | undefined;
  settingsUrl: string | undefined;

  readonly #host: LitElement;
  readonly #attention: AttentionController;
  readonly #ranks = new TextRanks();
  readonly #connected = new ConnectedProviders();
  #model: TableModel | undefined;
  #columnWish: ColumnWish | undefined;
  #columns: ColumnSet | undefined;
  #shared: SharedModel | undefined;
  #openMenu: MenuName | undefined;
  #isNotLoaded = false;
  /** Which requests are out, and to which store. */
  readonly #requests = new Map<Request, SessionStore | undefined>();
  /** Whose sessions are selected. */
  #selectedOf: TransferDataSource | undefined;
  /** A selected session has left: to be told when what is shown has been drawn. */
  #hasSelectionLeft = false;

  constructor(
    host: LitElement,
    data: SessionStoreController,
    attention: AttentionController,
    words: LocalizeController<TableStrings>,
  ) {
    const update = () => host.requestUpdate();
    this.#host = host;
    this.data = data;
    this.#attention = attention;
    this.words = words;
    this.person = new PersonInside(host, () => data.store?.environment);
    this.focus = new FocusKeeper(host);
    this.announcer = new Announcer(update);
    this.toast = new Toast(() => (data.store?.environment ?? browserEnvironment).timers, update);
    this.printing = new Printing(host);
    this.late = new LateParts((failure) => this.#onLateSettled(failure));
    this.viewState = new ViewState((byPerson) => this.#onViewChange(byPerson));
    this.resize = new ColumnResize((id, width) => {
      this.viewState.change({ widths: { ...this.viewState.view.widths, [id]: width } });
    }, update);
    this.rowActions = new RowActions(update);
    this.marks = new RowMarks(update);
    this.selection = new Selection((byPerson) => this.#onSelectionChange(byPerson));
    host.addController(this);
  }

  /** What is on the page, or will be with the first update. */
  get model(): TableModel {
    return this.#model ?? this.renew();
  }

  /** The selected sessions, in the order of the list. */
  get selected(): readonly TransferSession[] {
    if (this.data.isQuerying) return [...this.selection.sessions.values()];
    return this.selection.of(this.data.snapshot?.sessions ?? []);
  }

  setOpenMenu(name: MenuName | undefined): void {
    this.#openMenu = name;
    this.person.opened("menu", name !== undefined);
    this.#host.requestUpdate();
  }

  dismissNotLoaded(): void {
    this.#isNotLoaded = false;
    this.#host.requestUpdate();
  }

  /** Rows that wait to come, go or move do so now. */
  showUpdates(): void {
    this.rows.showNow();
    this.#host.requestUpdate();
  }

  /** Shows that a request is out until it is answered, or another source is set. */
  async request(request: Request, send: () => Promise<void> | undefined): Promise<void> {
    const { store } = this.data;
    this.#requests.set(request, store);
    this.#host.requestUpdate();
    await send();
    if (this.#requests.get(request) === store) this.#requests.delete(request);
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    // Whatever had the focus was taken away with the element.
    this.focus.forget();
  }

  hostUpdate(): void {
    this.renew();
    this.focus.willUpdate();
  }

  hostUpdated(): void {
    if (!this.#hasSelectionLeft) return;
    this.#hasSelectionLeft = false;
    this.#tellSelection(false);
  }

  hostDisconnected(): void {
    this.late.forget();
    this.announcer.stop();
    this.toast.clear();
    this.viewState.stopSearch();
    this.marks.clear();
  }

  /** Makes the model of what is known now. */
  renew(): TableModel {
    const { store, snapshot, isQuerying } = this.data;
    const { strings, common, lang } = this.words;
    const { view, key: viewKey } = this.viewState;
    const columns = this.#renewColumns();
    const queryContext = this.#queryContext(columns);
    const rows = this.#renewRows(columns, queryContext);
    this.#model = {
      strings,
      common,
      lang,
      store,
      snapshot,
      isQuerying,
      placeholder: placeholderOf(snapshot, rows.length),
      view,
      viewKey,
      queryContext,
      columns,
      widths: this.resize.widths(view.widths),
      openMenu: this.#openMenu,
      rows,
      shared: this.#renewShared(columns),
      marks: this.marks.marks,
      selection: { sessions: this.selection.sessions, all: this.selection.share(rows) },
      // Of those on further pages nobody here knows.
      needing: (!snapshot?.hasMore && this.#attention.monitor?.size) || 0,
      sessionLinks: this.sessionLinks,
      canEnd: this.canEnd,
      settingsUrl: this.settingsUrl,
      isRefreshing: this.#isOut("refresh"),
      isLoadingMore: this.#isOut("more"),
      isNotLoaded: this.#isNotLoaded,
      announcement: this.announcer.text,
      said: this.toast.text,
      isPrinting: this.printing.isOn,
    };
    return this.#model;
  }

  #isOut(request: Request): boolean {
    return this.#requests.has(request) && this.#requests.get(request) === this.data.store;
  }

  #renewColumns(): ColumnSet {
    const wish = keepIfSame(this.#columnWish, {
      own: this.ownColumns,
      actionsWidth: this.rowActions.width,
      wanted: this.viewState.view.columns,
    });
    if (this.#columns && wish === this.#columnWish) return this.#columns;
    this.#columnWish = wish;
    return (this.#columns = columnSet(wish));
  }

  #queryContext({ own }: ColumnSet): QueryContext {
    const { monitor } = this.#attention;
    const { lang } = this.words;
    return {
      now: this.data.store?.now() ?? 0,
      ranks: this.#ranks,
      ...(lang ? { lang } : undefined),
      ...(monitor && { lifecycle: monitor.lifecycle, needsAttention: (one) => monitor.rulesOf(one) !== 0 }),
      value: (column, session) => own.get(column)?.value(session),
      replaced: new Set(own.keys()),
    };
  }

  #renewRows(columns: ColumnSet, context: QueryContext): RowList {
    const { store, snapshot, isQuerying } = this.data;
    const { monitor } = this.#attention;
    const { view } = this.viewState;
    const before = this.rows.list;
    // The rows of the query before stay until the answer to the new one is there.
    const isOut = isQuerying && snapshot?.status !== "ready" && snapshot?.failedAt === undefined;
    if (isOut && before.length > 0 && store?.source === this.#selectedOf) return before;
    const rows = this.rows.update(
      {
        source: store?.source,
        sessions: snapshot?.sessions ?? NONE,
        lingering: snapshot?.lingering ?? NONE,
        view,
        // A source that holds all of them has filtered and sorted them.
        query: isQuerying ? NOTHING_TO_DO : view,
        ownColumns: columns.own,
        lang: this.words.lang,
        attention: view.attention ? monitor?.version : undefined,
        lifecycle: monitor?.lifecycle,
      },
      this.person.isInside,
      context,
    );
    if (rows !== before && snapshot) this.#renewSelection(snapshot.sessions);
    return rows;
  }

  #renewSelection(sessions: readonly TransferSession[]): void {
    const { store, isQuerying } = this.data;
    const isSame = store?.source === this.#selectedOf;
    this.#selectedOf = store?.source;
    // A page of a source that filters says nothing of those that are not on it.
    if (isQuerying && isSame) this.selection.renew(sessions);
    else this.selection.keepOnly(sessions);
  }

  #renewShared({ shown }: ColumnSet): SharedModel | undefined {
    const { store, provided } = this.data;
    const { monitor } = this.#attention;
    const { strings, common, lang } = this.words;
    this.#shared = store
      ? keepIfSame(this.#shared, {
          store,
          strings,
          common,
          lang,
          columns: shown,
          monitor,
          lifecycle: monitor?.lifecycle,
          connected: this.#connected.of(store.snapshot.integrations),
          rowActions: this.rowActions.list,
          busyActions: this.rowActions.busy,
          links: this.sessionLinks ?? provided?.sessionLinks,
          canSourceEnd: store.offers("end"),
          canEnd: this.canEnd,
        })
      : undefined;
    return this.#shared;
  }

  #onViewChange(byPerson: boolean): void {
    const { view } = this.viewState;
    this.data.setQuery(queryOf(view));
    this.#host.requestUpdate();
    if (byPerson) this.#host.dispatchEvent(new TransferViewChangeEvent(view));
  }

  #onSelectionChange(byPerson: boolean): void {
    this.#host.requestUpdate();
    // While an update is being prepared, what a listener sets would come too late for it.
    if (byPerson) this.#tellSelection(true);
    else this.#hasSelectionLeft = true;
  }

  #tellSelection(byPerson: boolean): void {
    this.#host.dispatchEvent(new TransferSelectionChangeEvent(this.selected, byPerson));
  }

  #onLateSettled(failure?: LateFailure): void {
    this.#isNotLoaded = failure !== undefined;
    this.#host.requestUpdate();
    if (!failure) return;
    warnOnce(`a part of the table could not be loaded: ${reasonOf(failure.error)}`);
    this.announcer.say(this.words.strings.notLoaded);
  }
}
