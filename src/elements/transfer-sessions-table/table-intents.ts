import type { ListFilter, SessionView } from "../../domain/query/view.js";
import type { TransferSession } from "../../domain/session/session.js";
import type { TransferRowAction } from "./rows/row-actions.js";

/** Fields of a view to be changed; `undefined` clears one. */
export type ViewChange = { readonly [F in keyof SessionView]?: SessionView[F] | undefined };

/** The menus of the toolbar: one for each filter, and the one for everything else. */
export type MenuName = ListFilter | "more";

/** All that a person can want of the table. Every view and part gets this one object and no other way to act. */
export interface TableIntents {
  search(text: string): void;
  /** Puts the focus into the search field. */
  goToSearch(): void;
  changeView(fields: ViewChange): void;
  /** @param view a saved one, unread. */
  applyView(view: unknown): void;
  /** Keeps the present view under a name. */
  /** @returns whether it is kept. */
  saveView(name: string): boolean;
  forgetView(name: string): void;
  clearFilters(): void;
  /** @param add as a further level, after those that there are. */
  sort(column: string, add: boolean): void;
  /** A pointer went down on the edge of a header. */
  dragColumn(column: string, event: PointerEvent): void;
  /** @param target something in the header. @param by 1: wider, -1: narrower. */
  stepColumn(column: string, target: HTMLElement, by: 1 | -1): void;
  /** @param anchor what was pressed; the menu stands below it. */
  toggleMenu(menu: MenuName, anchor: HTMLElement): void;

  pause(paused: boolean): void;
  refresh(): void;
  loadMore(): void;
  /** Rows that wait to come, go or move do so now. */
  showUpdates(): void;
  dismissDeparture(): void;
  dismissNotLoaded(): void;

  open(session: TransferSession): void;
  copy(text: string): void;
  runAction(action: TransferRowAction, session: TransferSession): void;
  /** @param from what was pressed; focus returns to it. */
  end(session: TransferSession, from: HTMLElement): void;
  /** Asks no second time. */
  retryEnd(session: TransferSession): void;

  /** @param extend all from the one that was selected last. */
  select(session: TransferSession, extend: boolean): void;
  /** Selects every row, or none where all are selected already. */
  selectAll(): void;
  clearSelection(): void;
  endSelected(): void;
  copySelectedIds(): void;
  exportCsv(): void;
}
