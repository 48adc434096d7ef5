import type { LitElement } from "lit";
import type { LatePart } from "../../lit/late-part.js";
import type { handOverFile } from "../shared/hand-over-file.js";
import { EndOrders } from "./ending/end-orders.js";
import { GridInput } from "./grid/grid-input.js";
import type { TableMenus } from "./menus/table-menus.js";
import { SessionOpener } from "./opening/session-opener.js";
import { DrawnRows } from "./rows/drawn-rows.js";
import type { TableIntents } from "./table-intents.js";
import type { TableState } from "./table-state.js";

/** The parts of the table that have a state of their own. Each gets the element, what the table keeps, and the wishes. */
export class TableParts {
  readonly drawn: DrawnRows;
  readonly orders: EndOrders;
  readonly input: GridInput;
  readonly opener: SessionOpener;
  readonly menus: LatePart<TableMenus>;
  readonly files: LatePart<typeof handOverFile>;

  constructor(host: LitElement, state: TableState, intents: TableIntents) {
    // In the order in which they settle after an update.
    this.drawn = new DrawnRows(host, state);
    this.orders = new EndOrders(host, state);
    this.input = new GridInput(host, state, intents, this.drawn);
    this.opener = new SessionOpener(host, state, this.input);
    this.menus = state.late.part(async () => {
      const { TableMenus } = await import("./menus/table-menus.js");
      return new TableMenus(host, state, intents);
    });
    this.files = state.late.part(async () => (await import("../shared/hand-over-file.js")).handOverFile);
  }

  /** Dialogs and menus, as they draw themselves. */
  get overlays(): readonly unknown[] {
    return [this.orders.view(), this.menus.part?.view(), this.opener.view()];
  }
}
