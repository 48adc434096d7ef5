import type { LitElement } from "lit";
import { facetCounts } from "../../../domain/query/facets.js";
import type { QueryContext } from "../../../domain/query/query-context.js";
import type { TransferSession } from "../../../domain/session/session.js";
import type { ListFilter, SessionView } from "../../../domain/query/view.js";
import { labelOf, type CommonStrings } from "../../../i18n/common-strings.js";
import type { TableStrings } from "../../../i18n/table-strings.js";
import { addStyles } from "../../../lit/add-styles.js";
import type { TableColumn } from "../columns/columns.js";
import { MenuPopover } from "./menu-popover.js";
import type { PersonInside } from "../grid/person-inside.js";
import type { ViewState } from "../toolbar/view-state.js";
import { FilterMenu } from "./filter-menu.js";
import { menus } from "../styles/menus.styles.js";
import { moreMenu } from "./more-menu.js";
import { offeredValues } from "./offered-values.js";
import type { SeenValues } from "./seen-values.js";

export interface MenusContext {
  readonly strings: TableStrings;
  readonly common: CommonStrings;
  readonly lang: string;
  readonly sessions: readonly TransferSession[];
  /** The source filters: `sessions` are only those that match already. */
  readonly isQuerying: boolean;
  /** What the sessions of such a source were seen to have. */
  readonly seen: SeenValues;
  readonly query: QueryContext;
  readonly all: ReadonlyMap<string, TableColumn>;
  readonly shown: readonly TableColumn[];
  /** Every row that can be selected is. */
  readonly allSelected: boolean;
}

/** What the menus do besides changing the view. */
export interface MenuActions {
  exportCsv(): void;
  selectAll(): void;
  /** Says it in the live region. */
  say(text: string): void;
}

/** The menus of the toolbar: one for each filter, and the one for everything else. Loaded when one is first opened. */
export class TableMenus {
  readonly #host: LitElement;
  readonly #view: ViewState;
  readonly #context: () => MenusContext;
  readonly #actions: MenuActions;
  readonly #menus: MenuPopover;

  constructor(
    host: LitElement,
    presence: PersonInside,
    view: ViewState,
    context: () => MenusContext,
    actions: MenuActions,
  ) {
    addStyles(host, menus);
    this.#host = host;
    this.#view = view;
    this.#context = context;
    this.#actions = actions;
    this.#menus = new MenuPopover((open) => {
      presence.opened("menu", open);
      host.requestUpdate();
    });
  }

  isOpen(name: string): boolean {
    return this.#menus.isOpen(name);
  }

  /** Opens the values of a field to filter by, or closes them. */
  toggleFilter(filter: ListFilter, anchor: HTMLElement): void {
    const menu = new FilterMenu(() => this.#host.requestUpdate());
    // Counting looks at every session; most renders are about something else.
    let countedOf: readonly unknown[] = [];
    let counts: ReadonlyMap<string, number> = new Map();
    const count = (sessions: readonly TransferSession[], view: SessionView, query: QueryContext) => {
      // What needs attention changes without the sessions.
      if (sessions !== countedOf[0] || view !== countedOf[1] || view.attention) {
        counts = facetCounts(sessions, view, filter, query);
      }
      countedOf = [sessions, view];
      return counts;
    };
    this.#menus.toggle(filter, anchor, () => {
      const { strings, common, lang, sessions, isQuerying, seen, query } = this.#context();
      const { view } = this.#view;
      const labels: Partial<Record<ListFilter, Readonly<Record<string, string>>>> = common;
      return menu.view({
        strings,
        lang,
        values: isQuerying
          ? offeredValues(filter, seen.of(filter), view[filter] ?? [], common, lang)
          : count(sessions, view, query),
        selected: new Set(view[filter]),
        labelOf: (value) => labelOf(labels[filter] ?? {}, value) ?? value,
        onChange: (selected) => this.#view.change({ [filter]: selected }),
      });
    });
  }

  /** Opens the menu of columns, density, export and saved views, or closes it. */
  toggleMore(anchor: HTMLElement): void {
    this.#menus.toggle("more", anchor, () => {
      const { strings, all, shown, allSelected } = this.#context();
      return moreMenu({
        strings,
        view: this.#view.view,
        all,
        shown,
        allSelected,
        viewKey: this.#view.key,
        onView: (fields) => this.#view.change(fields),
        onReplaceView: (view) => this.#view.replace(view),
        actions: this.#actions,
        onRedraw: () => this.#host.requestUpdate(),
      });
    });
  }

  view(): unknown {
    const { strings } = this.#context();
    const { open } = this.#menus;
    return this.#menus.view(open === "more" ? strings.more : (strings.filters[open ?? ""] ?? strings.filterBy));
  }

  /** To be called before each update. */
  willUpdate(): void {
    this.#menus.willUpdate();
  }

  /** To be called after each update. */
  updated(): void {
    this.#menus.settle();
  }

  close(): void {
    this.#menus.close();
  }
}
