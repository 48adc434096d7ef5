import type { LitElement, ReactiveController } from "lit";
import { addStyles } from "../../../lit/styles/element-styles.js";
import { menus } from "../styles/menus.styles.js";
import type { MenuName, TableIntents } from "../table-intents.js";
import type { TableState } from "../table-state.js";
import { FilterMenu } from "./filter-menu.js";
import { MenuPopover } from "./menu-popover.js";
import { moreMenu } from "./more-menu.js";

/** The menus of the toolbar: one for each filter, and the one for everything else. Loaded when one is first opened. */
export class TableMenus implements ReactiveController {
  readonly #host: LitElement;
  readonly #state: TableState;
  readonly #intents: TableIntents;
  readonly #popover: MenuPopover<MenuName>;

  constructor(host: LitElement, state: TableState, intents: TableIntents) {
    addStyles(host, menus);
    this.#host = host;
    this.#state = state;
    this.#intents = intents;
    this.#popover = new MenuPopover((name) => state.setOpenMenu(name));
    host.addController(this);
  }

  /** Opens a menu, or closes it where it is open. */
  toggle(name: MenuName, anchor: HTMLElement): void {
    if (name === "more") {
      this.#popover.toggle(name, anchor, () => moreMenu(this.#state.model, this.#intents));
      return;
    }
    const menu = new FilterMenu(name, this.#state.seen, () => this.#host.requestUpdate());
    this.#popover.toggle(name, anchor, () => menu.view(this.#state.model, this.#intents));
  }

  view(): unknown {
    const { strings } = this.#state.model;
    const { open } = this.#popover;
    return this.#popover.view(open === "more" ? strings.more : (strings.filters[open ?? ""] ?? strings.filterBy));
  }

  hostUpdate(): void {
    this.#popover.willUpdate();
  }

  hostUpdated(): void {
    this.#popover.settle();
  }

  hostDisconnected(): void {
    this.#popover.close();
  }
}
