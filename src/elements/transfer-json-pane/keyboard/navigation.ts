import { NO_NODE } from "../../../domain/json/tree.js";
import type { PaneStore } from "../document/pane-store.js";
import { canOpen, isOpen } from "../rows/opening.js";
import type { TreeMove } from "../pane-intents.js";

/** Further siblings stay closed under `*`: it is one key, and a list may have a hundred thousand items. */
const MOST_SIBLINGS = 1000;
/** How many rows type-ahead looks at. */
const MOST_LOOKED_AT = 100_000;

/**
 * Carries out a move of the active row.
 *
 * @param page rows in the viewport.
 * @returns whether anything changed.
 */
export function move(store: PaneStore, what: TreeMove, page: number): boolean {
  const row = store.activeRow;
  if (!store.tree || row < 0) return false;
  const last = store.rows.length - 1;
  switch (what) {
    case "next":
      return goTo(store, row + 1, 1);
    case "previous":
      return goTo(store, row - 1, -1);
    case "first":
      return goTo(store, 0, 1);
    case "last":
      return goTo(store, last, -1);
    case "page-down":
      return goTo(store, Math.min(last, row + page), -1);
    case "page-up":
      return goTo(store, Math.max(0, row - page), 1);
    case "in":
      return goIn(store, row);
    case "out":
      return goOut(store, row);
    case "open-siblings":
      return openSiblings(store);
  }
}

function goTo(store: PaneStore, row: number, step: 1 | -1): boolean {
  const found = store.nodeRow(row, step);
  if (found === NO_NODE) return false;
  const node = store.rows.nodes.at(found);
  if (node === store.activeNode) return false;
  store.activate(node);
  return true;
}

function goIn(store: PaneStore, row: number): boolean {
  const node = store.activeNode;
  if (!canOpen(store, node)) return false;
  if (isOpen(store, row)) return goTo(store, row + 1, 1);
  store.setOpen(node, true);
  return true;
}

function goOut(store: PaneStore, row: number): boolean {
  const node = store.activeNode;
  if (isOpen(store, row)) {
    store.setOpen(node, false);
    return true;
  }
  const parent = store.tree!.parentOf(node);
  if (parent === NO_NODE) return false;
  store.activate(parent);
  return true;
}

function openSiblings(store: PaneStore): boolean {
  const tree = store.tree!;
  const parent = tree.parentOf(store.activeNode);
  if (parent === NO_NODE) {
    store.setOpen(store.activeNode, true);
    return true;
  }
  let count = 0;
  for (let at = tree.firstChild(parent); at !== NO_NODE && count < MOST_SIBLINGS; at = tree.nextSibling(at), count++) {
    if (canOpen(store, at)) store.setOpen(at, true);
  }
  return true;
}

/** Goes to the next row, round the end, whose name begins with a text. @param prefix lower case. */
export function goToName(store: PaneStore, prefix: string, stay: boolean): boolean {
  const { rows, tree } = store;
  if (!tree) return false;
  const start = store.activeRow;
  for (let step = stay ? 0 : 1; step <= Math.min(rows.length, MOST_LOOKED_AT); step++) {
    const row = (start + step) % rows.length;
    const node = rows.nodes.at(row);
    if (rows.parts.at(row) !== 0 || !String(tree.keyOf(node)).toLowerCase().startsWith(prefix)) continue;
    if (node === store.activeNode) return false;
    store.activate(node);
    return true;
  }
  return false;
}
