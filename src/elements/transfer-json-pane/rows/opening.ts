import { isContainer } from "../../../domain/json/tree.js";
import type { ListedDocument } from "../document/pane-store.js";

/** Whether what a row holds is listed below it. */
export function isOpen({ document, rows }: ListedDocument, row: number): boolean {
  if (document?.kind !== "tree" || row + 1 >= rows.length) return false;
  return document.tree.parentOf(rows.nodes.at(row + 1)) === rows.nodes.at(row);
}

/** Whether a row can be opened at all: a container with something in it that is not masked. */
export function canOpen({ document }: ListedDocument, node: number): boolean {
  if (document?.kind !== "tree" || !isContainer(document.tree.kindOf(node))) return false;
  return !document.masks.isHidden(node) && document.tree.childCountOf(node) > 0;
}
