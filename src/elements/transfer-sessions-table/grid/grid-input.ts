import type { LitElement, ReactiveController } from "lit";
import type { TransferSession } from "../../../domain/session/session.js";
import type { DrawnRows } from "../rows/drawn-rows.js";
import type { RowElement } from "../rows/row-view.js";
import type { TableIntents } from "../table-intents.js";
import type { TableState } from "../table-state.js";
import { cellAround, focusControl, isForControl } from "./cell-controls.js";
import { GridNavigation, type Grid, type GridKey } from "./grid-navigation.js";
import { isElement } from "../../../platform/page/nodes.js";

/** A pointer that moved further than this, in px, between down and up has selected text or dragged, not clicked. */
const CLICK_SLOP = 4;

/** Keyboard and pointer in the grid: what a person does there, and where they are. */
export class GridInput implements ReactiveController {
  readonly #host: LitElement;
  readonly #state: TableState;
  readonly #intents: TableIntents;
  readonly #drawn: DrawnRows;
  readonly #navigation = new GridNavigation();
  #hadFocus = false;
  #pressedAt: { x: number; y: number } | undefined;
  /** The row that a pointer went down on last. */
  #pressedRow: string | undefined;

  constructor(host: LitElement, state: TableState, intents: TableIntents, drawn: DrawnRows) {
    this.#host = host;
    this.#state = state;
    this.#intents = intents;
    this.#drawn = drawn;
    host.addController(this);
  }

  /** Row of data that must stay in the document, since the keyboard is there; -1 for none. */
  get activeIndex(): number {
    return this.#navigation.activeIndex(this.#grid);
  }

  /** Keys of the rows that a press is at, or could be from one moment to the next: of the pointer's, and of the keyboard's. */
  get held(): ReadonlySet<string | null | undefined> {
    const focused = this.#root.activeElement?.closest<RowElement>("[part~=row]");
    return new Set([this.#pressedRow, focused?.rowKey]);
  }

  hostUpdate(): void {
    this.#hadFocus = Boolean(this.#root.activeElement?.closest("thead, tbody"));
  }

  /** Focus is where it was, or where its row was. */
  hostUpdated(): void {
    this.#navigation.settle(this.#grid, this.#hadFocus);
    this.#hadFocus = false;
  }

  /** Brings the focus to a session's row, also where that has been scrolled away. */
  async focusRow(key: string): Promise<void> {
    this.#navigation.goTo(key);
    await this.#focusPlace();
  }

  /** Brings the focus to where the keyboard is. @returns `false` where there is no row. */
  focusGrid(): boolean {
    return this.#state.model.rows.length > 0 && this.#navigation.focusPlace(this.#grid);
  }

  readonly onKeyDown = (event: KeyboardEvent): void => {
    const outcome = this.#navigation.keyDown(event, this.#grid);
    if (outcome === false) return;
    if (outcome === true) {
      event.preventDefault();
      this.#hadFocus = true;
      void this.#focusPlace();
      return;
    }
    if (this.#act(outcome, event)) event.preventDefault();
  };

  readonly onFocusIn = (event: FocusEvent): void => {
    const target = event.target as HTMLElement;
    this.#navigation.focused(target, this.#grid);
    this.#state.person.focusIn(target.closest("tbody") !== null);
    this.#host.requestUpdate();
  };

  readonly onFocusOut = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (isElement(to) && to.closest("tbody") && this.#host.renderRoot.contains(to)) return;
    // A row that is moved in the document loses focus for a moment; that is not the person leaving.
    if (to === null && this.#host.ownerDocument.hasFocus() && this.#hadFocus) return;
    this.#state.person.focusIn(false);
  };

  readonly onPointerDown = (event: PointerEvent): void => {
    this.#pressedAt = { x: event.clientX, y: event.clientY };
    this.#pressedRow = (event.target as Element).closest<RowElement>("[part~=row]")?.rowKey;
    // Also one that has rested for long: between down and up, no other session may come under it.
    this.onPointerMove(event);
  };

  readonly onPointerMove = (event: PointerEvent): void => {
    if ((event.target as Element).closest("[part~=row]")) this.#state.person.pointerMoved();
    else this.#state.person.pointerLeft();
  };

  readonly onPointerLeave = (event: PointerEvent): void => {
    // A finger that is lifted leaves before its click comes.
    if (event.pointerType === "touch") this.#state.person.pointerLifted();
    else this.#state.person.pointerLeft();
  };

  readonly onClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    const row = target.closest<RowElement>("[part~=row]");
    // Whoever misses a button, or presses one that has just gone, means no other thing.
    if (!row || target.closest("[part~=actions]") || isForControl(event)) return;
    const moved = this.#pressedAt && Math.hypot(event.clientX - this.#pressedAt.x, event.clientY - this.#pressedAt.y);
    if ((moved ?? 0) > CLICK_SLOP || hasSelectedText(row)) return;
    const session = this.#sessionAt(row.rowKey);
    if (session) this.#intents.open(session);
  };

  /** As Lit made it: `shadowRoot` is empty where a host closes its roots. */
  get #root(): ShadowRoot {
    return this.#host.renderRoot as ShadowRoot;
  }

  get #grid(): Grid {
    const { rows, columns } = this.#state.model;
    return {
      root: this.#root,
      columns: columns.shown.map(({ id }) => id),
      length: rows.length,
      // Both ask the browser for a layout, and few keys need them.
      pageSize: () => this.#drawn.pageSize,
      isRtl: () => getComputedStyle(this.#host).direction === "rtl",
      keyAt: (index) => rows.at(index)?.key,
      indexOf: (key, near) => rows.indexOf(key, near),
    };
  }

  #sessionAt(key: string | null | undefined): TransferSession | undefined {
    const { rows } = this.#state.model;
    return key ? rows.at(rows.indexOf(key))?.session : undefined;
  }

  async #focusPlace(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#navigation.focusPlace(this.#grid);
  }

  /** @returns whether the key has been dealt with. */
  #act(key: GridKey, event: KeyboardEvent): boolean {
    const intents = this.#intents;
    const place = this.#navigation.place;
    const target = event.target as HTMLElement;
    const column = this.#state.model.columns.shown.find(({ id }) => id === place?.column);
    const session = this.#sessionAt(place?.key);
    switch (key) {
      case "activate":
        if (session) intents.open(session);
        else if (column?.sortable) intents.sort(column.id, event.shiftKey);
        return true;
      case "toggle":
        if (session) intents.select(session, event.shiftKey);
        else intents.selectAll();
        return true;
      case "select-all":
        intents.selectAll();
        return true;
      case "enter-cell":
        focusControl(cellAround(target)!);
        return true;
      case "copy":
        // What a person has selected as text is what they mean to copy.
        if (!session || hasSelectedText(target)) return false;
        intents.copy(place?.column === "id" ? session.id : (session.contactId ?? session.id));
        return true;
      case "find":
        intents.goToSearch();
        return true;
      case "narrower":
      case "wider":
        if (column) intents.stepColumn(column.id, target, key === "wider" ? 1 : -1);
        return true;
    }
  }
}

function hasSelectedText(near: Element): boolean {
  return String(near.ownerDocument.getSelection() ?? "") !== "";
}
