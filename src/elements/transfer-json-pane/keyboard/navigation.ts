import { isContainer, NO_NODE } from "../../../domain/json/tree.js";
import type { PaneModel } from "../pane-model.js";
import type { TreeMove } from "./tree-keys.js";

/** Further siblings stay closed under `*`: it is one key, and a list may have a hundred thousand items. */
const MOST_SIBLINGS = 1000;
/** How many rows type-ahead looks at. */
const MOST_LOOKED_AT = 100_000;

export function isOpen(model: PaneModel, row: number): boolean {
  const tree = model.tree!;
  const node = model.rows.nodes.at(row);
  return row + 1 < model.rows.length && tree.parentOf(model.rows.nodes.at(row + 1)) === node;
}

/** Whether a row can be opened at all: a container with something in it that is not masked. */
export function canOpen(model: PaneModel, node: number): boolean {
  const document = model.document;
  if (document?.kind !== "tree" || !isContainer(document.tree.kindOf(node))) return false;
  return !document.masks.isHidden(node) && document.tree.childCountOf(node) > 0;
}

/**
 * Carries out a move of the active row.
 *
 * @param page rows in the viewport.
 * @returns whether anything changed.
 */
export function move(model: PaneModel, what: TreeMove, page: number): boolean {
  const row = model.activeRow;
  if (!model.tree || row < 0) return false;
  const last = model.rows.length - 1;
  switch (what) {
    case "next":
      return goTo(model, row + 1, 1);
    case "previous":
      return goTo(model, row - 1, -1);
    case "first":
      return goTo(model, 0, 1);
    case "last":
      return goTo(model, last, -1);
    case "page-down":
      return goTo(model, Math.min(last, row + page), -1);
    case "page-up":
      return goTo(model, Math.max(0, row - page), 1);
    case "in":
      return goIn(model, row);
    case "out":
      return goOut(model, row);
    case "open-siblings":
      return openSiblings(model);
    default:
      return false;
  }
}

function goTo(model: PaneModel, row: number, step: 1 | -1): boolean {
  const found = model.nodeRow(row, step);
  if (found === NO_NODE) return false;
  const node = model.rows.nodes.at(found);
  if (node === model.activeNode) return false;
  model.activate(node);
  return true;
}

function goIn(model: PaneModel, row: number): boolean {
  const node = model.activeNode;
  if (!canOpen(model, node)) return false;
  if (isOpen(model, row)) return goTo(model, row + 1, 1);
  model.setOpen(node, true);
  return true;
}

function goOut(model: PaneModel, row: number): boolean {
  const node = model.activeNode;
  if (isOpen(model, row)) {
    model.setOpen(node, false);
    return true;
  }
  const parent = model.tree!.parentOf(node);
  if (parent === NO_NODE) return false;
  model.activate(parent);
  return true;
}

function openSiblings(model: PaneModel): boolean {
  const tree = model.tree!;
  const parent = tree.parentOf(model.activeNode);
  if (parent === NO_NODE) {
    model.setOpen(model.activeNode, true);
    return true;
  }
  let count = 0;
  for (let at = tree.firstChild(parent); at !== NO_NODE && count < MOST_SIBLINGS; at = tree.nextSibling(at), count++) {
    if (canOpen(model, at)) model.setOpen(at, true);
  }
  return true;
}

/** Goes to the next row, round the end, whose name begins with a text. @param prefix lower case. */
export function goToName(model: PaneModel, prefix: string, stay: boolean): boolean {
  const { rows, tree } = model;
  if (!tree) return false;
  const start = model.activeRow;
  for (let step = stay ? 0 : 1; step <= Math.min(rows.length, MOST_LOOKED_AT); step++) {
    const row = (start + step) % rows.length;
    const node = rows.nodes.at(row);
    if (rows.parts.at(row) !== 0 || !String(tree.keyOf(node)).toLowerCase().startsWith(prefix)) continue;
    if (node === model.activeNode) return false;
    model.activate(node);
    return true;
  }
  return false;
}
