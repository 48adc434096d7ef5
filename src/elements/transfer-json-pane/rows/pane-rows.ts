import { nothing, type TemplateResult } from "lit";
import { repeat } from "../../../lit/repeat.js";
import { rawLine } from "../../../domain/json/raw-lines.js";
import { PART_END, PART_NODE } from "../../../domain/json/rows.js";
import { addressKey, addressOf, JsonKind, ROOT } from "../../../domain/json/tree.js";
import type { TreeDocument } from "../document/pane-store.js";
import type { PaneModel } from "../pane-model.js";
import { canOpen, isOpen } from "./opening.js";
import { rowContent } from "./row-content.js";
import { brokenRow, longTextRow, rawRow, treeRow } from "./row-view.js";

/** The rows near the viewport, each kept in its element for as long as it shows the same place in the document. */
export function paneRows(model: PaneModel): unknown {
  const { document, window } = model;
  if (!document) return nothing;
  const rows: number[] = [];
  for (let row = window.first; row < window.end; row++) rows.push(row);
  if (document.kind === "broken") {
    return repeat(
      rows,
      (row) => row,
      (row) => brokenLine(model, row),
    );
  }
  if (model.view === "raw") {
    return repeat(
      rows,
      (row) => `${model.rows.nodes.at(row)} ${model.rows.parts.at(row)}`,
      (row) => rawLineRow(model, row),
    );
  }
  // The active row stays in the DOM when it is scrolled away, or the focus would be lost with it. It comes first: a row
  // that Lit had to move would lose the focus too.
  const active = model.activeRow;
  if (active >= 0 && (active < window.first || active >= window.end)) rows.unshift(active);
  return repeat(
    rows,
    (row) => `${addressKey(addressOf(document.tree, model.rows.nodes.at(row)))} ${model.rows.parts.at(row)}`,
    (row) => treeRowAt(document, model, row, row < window.first || row >= window.end),
  );
}

function brokenLine(model: PaneModel, row: number): TemplateResult | typeof nothing {
  if (model.document?.kind !== "broken") return nothing;
  const { text, broken } = model.document;
  const hit = model.hitAt === row;
  const classes = `${text.lineOf(broken.offset) === row ? "at-break" : ""} ${hit ? "hit" : ""}`;
  return brokenRow(text.line(row), classes, model.query.toLowerCase(), model.words.strings);
}

function rawLineRow(model: PaneModel, row: number): TemplateResult | typeof nothing {
  if (model.document?.kind !== "tree") return nothing;
  const { tree, masks } = model.document;
  const node = model.rows.nodes.at(row);
  const part = model.rows.parts.at(row);
  const hit = part !== PART_END && model.hitAt === node;
  return rawRow(
    rawLine(tree, masks, node, part),
    toneOf(tree.kindOf(node)),
    masks.isMasked(node),
    hit,
    model.query.toLowerCase(),
  );
}

function toneOf(kind: JsonKind): string {
  switch (kind) {
    case JsonKind.string:
    case JsonKind.date:
      return "string";
    case JsonKind.number:
    case JsonKind.bigint:
      return "number";
    case JsonKind.boolean:
    case JsonKind.null:
      return "word";
    default:
      return "container";
  }
}

function treeRowAt(document: TreeDocument, model: PaneModel, row: number, away: boolean): TemplateResult {
  const { tree } = document;
  const node = model.rows.nodes.at(row);
  const part = model.rows.parts.at(row);
  const query = model.query.toLowerCase();
  const depth = tree.depthOf(node);
  if (part !== PART_NODE) return longTextRow(model.longTexts.linesOf(tree, node)[part - 1] ?? "", depth, query);
  return treeRow({
    content: rowContent(document, model, node),
    row,
    depth,
    setSize: node === ROOT ? 1 : tree.childCountOf(tree.parentOf(node)),
    position: tree.ordinalOf(node) + 1,
    open: canOpen(model, node) ? isOpen(model, row) : undefined,
    full: row + 1 < model.rows.length && model.rows.parts.at(row + 1) > 0,
    active: node === model.activeNode,
    away,
    hovered: row === model.hoveredRow,
    hit: model.hitAt === node,
    query,
    words: model.words,
  });
}
