/** What a key does in the tree, as in the ARIA tree pattern. */
export type TreeMove =
  | "next"
  | "previous"
  | "in"
  | "out"
  | "first"
  | "last"
  | "page-down"
  | "page-up"
  | "act"
  | "toggle"
  | "open-siblings"
  | "copy"
  | { readonly type: string };

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const MOVES: Readonly<Record<string, TreeMove>> = {
  ArrowDown: "next",
  ArrowUp: "previous",
  ArrowRight: "in",
  ArrowLeft: "out",
  Home: "first",
  End: "last",
  PageDown: "page-down",
  PageUp: "page-up",
  Enter: "act",
  " ": "toggle",
  "*": "open-siblings",
};

/** @returns `undefined` for keys that are none of the tree's business. The tree reads left to right in any page. */
export function treeMove(press: KeyPress): TreeMove | undefined {
  if (press.altKey) return undefined;
  if (press.ctrlKey || press.metaKey) return press.key.toLowerCase() === "c" ? "copy" : undefined;
  if (Object.hasOwn(MOVES, press.key)) return MOVES[press.key];
  return [...press.key].length === 1 ? { type: press.key } : undefined;
}
