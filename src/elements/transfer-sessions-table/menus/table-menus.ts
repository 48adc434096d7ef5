import type { LitElement } from "lit";
import type { QueryContext } from "../../../domain/query-context.js";
import type { TransferSession } from "../../../domain/session.js";
import type { ListFilter } from "../../../domain/view.js";
import { labelOf, type CommonStrings } from "../../../i18n/common-strings.js";
import type { TableStrings } from "../../../i18n/table-strings.js";
import type { TableColumn } from "../columns.js";
import { MenuHost } from "../menu-host.js";
import type { Presence } from "../presence.js";
import type { ViewState } from "../view-state.js";

export interface MenusContext {
  readonly strings: TableStrings;
  readonly common: CommonStrings;
  readonly lang: string;
  readonly sessions: readonly TransferSession[];
  readonly query: QueryContext;
  readonly all: ReadonlyMap<string, TableColumn>;
  readonly shown: readonly TableColumn[];
}

/** The menus of the toolbar: one for each filter, and the one for everything else. Each is loaded when first opened. */
export class TableMenus {
  readonly #host: LitElement;
  readonly #view: ViewState;
  readonly #context: () => MenusContext;
  readonly #onExport: () => void;
  readonly #menus: MenuHost;

  constructor(
    host: LitElement,
    presence: Presence,
    view: ViewState,
    context: () => MenusContext,
    onExport: () => void,
  ) {
    this.#host = host;
    this.#view = view;
    this.#context = context;
    this.#onExport = onExport;
    this.#menus = new MenuHost((open) => {
      presence.opened("menu", open);
      host.requestUpdate();
    });
  }

  isOpen(name: string): boolean {
    return this.#menus.isOpen(name);
  }

  /** Opens the values of a field to filter by, or closes them. */
  async toggleFilter(filter: ListFilter, anchor: HTMLElement): Promise<void> {
    await this.#menus.toggle(filter, anchor, async () => {
      const [{ filterMenu }, { facetCounts }] = await Promise.all([
        import("./filter-menu.js"),
        import("../../../domain/facets.js"),
      ]);
      return () => {
        const { strings, common, lang, sessions, query } = this.#context();
        const { view } = this.#view;
        const labels: Partial<Record<ListFilter, Readonly<Record<string, string>>>> = common;
        return filterMenu({
          strings,
          lang,
          values: facetCounts(sessions, view, filter, query),
          selected: new Set(view[filter]),
          labelOf: (value) => labelOf(labels[filter] ?? {}, value) ?? value,
          onChange: (selected) => this.#view.change({ [filter]: selected }),
        });
      };
    });
  }

  /** Opens the menu of columns, density, export and saved views, or closes it. */
  async toggleMore(anchor: HTMLElement): Promise<void> {
    await this.#menus.toggle("more", anchor, async () => {
      const { moreMenu } = await import("./more-menu.js");
      return () => {
        const { strings, common, all, shown } = this.#context();
        return moreMenu({
          strings,
          common,
          view: this.#view.view,
          all,
          shown,
          viewKey: this.#view.key,
          onView: (fields) => this.#view.change(fields),
          onReplaceView: (view) => this.#view.replace(view),
          onExport: this.#onExport,
          onRedraw: () => this.#host.requestUpdate(),
        });
      };
    });
  }

  view(): unknown {
    return this.#menus.view(this.#context().strings.filterBy);
  }

  /** To be called after each update. */
  updated(): void {
    this.#menus.settle();
  }

  close(): void {
    this.#menus.close();
  }
}
