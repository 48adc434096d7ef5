import type { TreeMove } from "../pane-intents.js";

/** What a key does in the tree, as in the ARIA tree pattern. */
export type TreeKey = TreeMove | "act" | "toggle" | "copy" | { readonly type: string };

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const KEYS: Readonly<Record<string, TreeKey>> = {
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

/** @returns `undefined` for keys that mean nothing to the tree. The tree reads left to right in any page. */
export function treeKey(press: KeyPress): TreeKey | undefined {
  if (press.altKey) return undefined;
  if (press.ctrlKey || press.metaKey) return press.key.toLowerCase() === "c" ? "copy" : undefined;
  if (Object.hasOwn(KEYS, press.key)) return KEYS[press.key];
  return [...press.key].length === 1 ? { type: press.key } : undefined;
}
