/** What the buttons of a row do; the row says which node it shows. */
export type RowCommand = "value" | "path" | "reveal" | "hide" | "full" | "toggle";

/** Where the keyboard takes the active row. */
export type TreeMove =
  "next" | "previous" | "in" | "out" | "first" | "last" | "page-down" | "page-up" | "open-siblings";

/** What a person can want of a pane. */
export interface PaneIntents {
  /** Searches for a text; an empty one ends the search. */
  find(query: string): void;
  /** Goes to the next hit, or the previous one. */
  step(by: 1 | -1): void;
  switchView(): void;
  expandAll(): void;
  collapseAll(): void;
  copyAll(): void;
  download(): void;
  /** Goes to where a text stops being JSON. */
  goToBreak(): void;
  scroll(): void;
  activate(node: number): void;
  hover(row: number): void;
  move(move: TreeMove): void;
  /** Types a character of a name to go to. */
  type(character: string): void;
  run(command: RowCommand, node: number): void;
  /** Presses the link or the button in the active row. */
  press(): void;
  /** Shows a masked part of a text that is no JSON. */
  revealSpan(span: number): void;
}
