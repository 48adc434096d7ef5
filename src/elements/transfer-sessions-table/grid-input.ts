import type { LitElement } from "lit";
import type { TransferSession } from "../../domain/session.js";
import type { TableColumn } from "./columns.js";
import { CONTROLS, GridNavigation, type Grid, type GridIntent } from "./grid-navigation.js";
import type { Presence } from "./presence.js";
import type { RowList } from "./row-list.js";
import type { RowElement } from "./row-view.js";

/** A pointer that moved further than this, in px, between down and up has selected text or dragged, not clicked. */
const CLICK_SLOP = 4;

/** What keys and clicks in the grid can have done. */
export interface GridActions {
  open(session: TransferSession): void;
  sort(column: TableColumn, add: boolean): void;
  select(session: TransferSession, extend: boolean): void;
  selectAll(): void;
  copy(text: string): void;
  resize(column: TableColumn, target: HTMLElement, by: 1 | -1): void;
  search(): void;
}

export interface GridInputOptions {
  readonly rows: RowList;
  readonly presence: Presence;
  columns(): readonly TableColumn[];
  /** Rows that fit into what is seen. Asks the browser for a layout. */
  pageSize(): number;
  readonly actions: GridActions;
}

/** Keyboard and pointer in the grid: what a person does there, and where they are. */
export class GridInput {
  readonly #host: LitElement;
  readonly #options: GridInputOptions;
  readonly #navigation = new GridNavigation();
  #hadFocus = false;
  #pressedAt: { x: number; y: number } | undefined;
  /** The row that a pointer went down on last. */
  #pressedRow: string | undefined;

  constructor(host: LitElement, options: GridInputOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Row of data that must stay in the document, since the keyboard is there; -1 for none. */
  get activeIndex(): number {
    return this.#navigation.activeIndex(this.#grid);
  }

  /** Keys of the rows that a press is at, or could be from one moment to the next: of the pointer's, and of the keyboard's. */
  get held(): ReadonlySet<string | null | undefined> {
    const focused = this.#host.shadowRoot?.activeElement?.closest<RowElement>("[part~=row]");
    return new Set([this.#pressedRow, focused?.rowKey]);
  }

  /** To be called before each update. */
  willUpdate(): void {
    this.#hadFocus = Boolean(this.#host.shadowRoot?.activeElement?.closest("thead, tbody"));
  }

  /** To be called after each update: focus is where it was, or where its row was. */
  updated(): void {
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
    return this.#options.rows.length > 0 && this.#navigation.focusPlace(this.#grid);
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
    this.#options.presence.focusIn(target.closest("tbody") !== null);
    this.#host.requestUpdate();
  };

  readonly onFocusOut = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (to instanceof Element && to.closest("tbody") && this.#host.renderRoot.contains(to)) return;
    // A row that is moved in the document loses focus for a moment; that is not the person leaving.
    if (to === null && document.hasFocus() && this.#hadFocus) return;
    this.#options.presence.focusIn(false);
  };

  readonly onPointerDown = (event: PointerEvent): void => {
    this.#pressedAt = { x: event.clientX, y: event.clientY };
    this.#pressedRow = (event.target as Element).closest<RowElement>("[part~=row]")?.rowKey;
    // Also one that has rested for long: between down and up, no other session may come under it.
    this.onPointerMove(event);
  };

  readonly onPointerMove = (event: PointerEvent): void => {
    if ((event.target as Element).closest("[part~=row]")) this.#options.presence.pointerMoved();
    else this.#options.presence.pointerLeft();
  };

  readonly onPointerLeave = (event: PointerEvent): void => {
    // A finger that is lifted leaves before its click comes.
    if (event.pointerType === "touch") this.#options.presence.pointerLifted();
    else this.#options.presence.pointerLeft();
  };

  readonly onClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    const row = target.closest<RowElement>("[part~=row]");
    // Whoever misses a button, or presses one that has just gone, means no other thing.
    if (!row || target.closest("button, a, input, label, [part~=actions]")) return;
    const moved = this.#pressedAt && Math.hypot(event.clientX - this.#pressedAt.x, event.clientY - this.#pressedAt.y);
    if ((moved ?? 0) > CLICK_SLOP || hasSelectedText()) return;
    const session = this.#sessionAt(row.rowKey);
    if (session) this.#options.actions.open(session);
  };

  get #grid(): Grid {
    const { rows, columns, pageSize } = this.#options;
    return {
      root: this.#host.shadowRoot!,
      columns: columns().map(({ id }) => id),
      length: rows.length,
      // Both ask the browser for a layout, and few keys need them.
      pageSize,
      isRtl: () => getComputedStyle(this.#host).direction === "rtl",
      keyAt: (index) => rows.row(index)?.key,
      indexOf: (key) => rows.indexOf(key),
    };
  }

  #sessionAt(key: string | null | undefined): TransferSession | undefined {
    const { rows } = this.#options;
    return key ? rows.row(rows.indexOf(key))?.session : undefined;
  }

  async #focusPlace(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#navigation.focusPlace(this.#grid);
  }

  /** @returns whether the key has been dealt with. */
  #act(intent: GridIntent, event: KeyboardEvent): boolean {
    const { actions, columns } = this.#options;
    const place = this.#navigation.place;
    const target = event.target as HTMLElement;
    const column = columns().find(({ id }) => id === place?.column);
    const session = this.#sessionAt(place?.key);
    switch (intent) {
      case "activate":
        if (session) actions.open(session);
        else if (column?.sortable) actions.sort(column, event.shiftKey);
        return true;
      case "toggle":
        if (session) actions.select(session, event.shiftKey);
        else actions.selectAll();
        return true;
      case "select-all":
        actions.selectAll();
        return true;
      case "enter-cell":
        target.closest("[data-column]")?.querySelector<HTMLElement>(CONTROLS)?.focus();
        return true;
      case "copy":
        // What a person has selected as text is what they mean to copy.
        if (!session || hasSelectedText()) return false;
        actions.copy(place?.column === "id" ? session.id : (session.contactId ?? session.id));
        return true;
      case "find":
        actions.search();
        return true;
      case "narrower":
      case "wider":
        if (column) actions.resize(column, target, intent === "wider" ? 1 : -1);
        return true;
    }
  }
}

function hasSelectedText(): boolean {
  return (getSelection()?.toString() ?? "") !== "";
}
