import { NO_NODE } from "../../../domain/json/tree.js";
import { treeKey } from "../keyboard/tree-keys.js";
import type { PaneIntents, RowCommand } from "../pane-intents.js";
import type { PaneModel } from "../pane-model.js";
import { canOpen } from "./opening.js";

export function onKey(event: KeyboardEvent, model: PaneModel, intents: PaneIntents): void {
  const target = event.target as Element;
  if (!target.matches(".row[role=treeitem]") || model.document?.kind !== "tree") return;
  const key = treeKey(event);
  if (key === undefined) return;
  if (key === "copy") {
    // With text selected the browser's own copy is what the person means.
    if (String(target.ownerDocument.getSelection()) === "") intents.run("value", model.activeNode);
    return;
  }
  event.preventDefault();
  if (typeof key === "object") intents.type(key.type);
  else if (key !== "act" && key !== "toggle") intents.move(key);
  else if (canOpen(model, model.activeNode)) intents.run("toggle", model.activeNode);
  // Where there is nothing to open, Enter does what the row's own button or link does.
  else if (key === "act") intents.press();
}

export function onClick(event: MouseEvent, model: PaneModel, intents: PaneIntents): void {
  const button = (event.target as Element).closest<HTMLElement>("[data-command]");
  if (!button) return;
  const { span, command } = button.dataset;
  if (span === undefined) intents.run(command as RowCommand, nodeAt(button, model));
  else intents.revealSpan(Number(span));
}

export function onDoubleClick(event: MouseEvent, model: PaneModel, intents: PaneIntents): void {
  const target = event.target as Element;
  // A double click on text selects a word; on the rest of the row it opens.
  if (!target.matches(".row, .container, .colon")) return;
  const node = nodeAt(target, model);
  if (canOpen(model, node)) intents.run("toggle", node);
}

export function onFocusIn(event: FocusEvent, model: PaneModel, intents: PaneIntents): void {
  const node = nodeAt(event.target as Element, model);
  if (node !== NO_NODE && node !== model.activeNode) intents.activate(node);
}

export function onPointerOver(event: PointerEvent, intents: PaneIntents): void {
  intents.hover(rowAt(event.target as Element));
}

function rowAt(target: Element): number {
  return Number(target.closest<HTMLElement>("[data-row]")?.dataset["row"] ?? NO_NODE);
}

function nodeAt(target: Element, { document, rows }: PaneModel): number {
  const row = rowAt(target);
  return document?.kind === "tree" && row >= 0 && row < rows.length ? rows.nodes.at(row) : NO_NODE;
}
