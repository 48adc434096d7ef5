import { nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { rawLine } from "../../../domain/json/raw-lines.js";
import { PART_END, PART_NODE } from "../../../domain/json/rows.js";
import { addressKey, addressOf, JsonKind, ROOT } from "../../../domain/json/tree.js";
import type { JsonPaneStrings } from "../../../i18n/json-pane-strings.js";
import { canOpen, isOpen } from "../keyboard/navigation.js";
import type { PaneModel } from "../pane-model.js";
import { rowContent } from "./row-content.js";
import { brokenRow, longTextRow, rawRow, treeRow } from "./row-view.js";
import type { RowWindow } from "./row-window.js";

export interface RowsContext {
  readonly model: PaneModel;
  readonly window: RowWindow;
  readonly strings: JsonPaneStrings;
  readonly lang: string;
  readonly label: string;
  readonly hoveredRow: number;
  readonly now: number;
}

/** The rows near the viewport, each kept in its element for as long as it shows the same place in the document. */
export function paneRows(context: RowsContext): unknown {
  const { model, window } = context;
  const document = model.document;
  if (!document) return nothing;
  const rows: number[] = [];
  for (let row = window.first; row < window.end; row++) rows.push(row);
  if (document.kind === "broken") {
    return repeat(
      rows,
      (row) => row,
      (row) => brokenLine(context, row),
    );
  }
  if (model.view === "raw") {
    return repeat(
      rows,
      (row) => `${model.rows.nodes.at(row)} ${model.rows.parts.at(row)}`,
      (row) => rawLineRow(context, row),
    );
  }
  // The active row stays in the DOM when it is scrolled away, or the focus would be lost with it. It comes first, so
  // that no row before it has to be moved: a moved element loses the focus too.
  const active = model.activeRow;
  if (active >= 0 && (active < window.first || active >= window.end)) rows.unshift(active);
  return repeat(
    rows,
    (row) => `${addressKey(addressOf(document.tree, model.rows.nodes.at(row)))} ${model.rows.parts.at(row)}`,
    (row) => treeRowAt(context, row, row < window.first || row >= window.end),
  );
}

function brokenLine({ model, strings }: RowsContext, row: number): TemplateResult | typeof nothing {
  if (model.document?.kind !== "broken") return nothing;
  const { text, broken } = model.document;
  const hit = model.hit >= 0 && model.hits.at(model.hit) === row;
  const classes = `${text.lineOf(broken.offset) === row ? "at-break" : ""} ${hit ? "hit" : ""}`;
  return brokenRow(text.line(row), classes, model.query.toLowerCase(), strings);
}

function rawLineRow({ model }: RowsContext, row: number): TemplateResult | typeof nothing {
  if (model.document?.kind !== "tree") return nothing;
  const { tree, masks } = model.document;
  const node = model.rows.nodes.at(row);
  const part = model.rows.parts.at(row);
  const hit = part !== PART_END && model.hit >= 0 && model.hits.at(model.hit) === node;
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

function treeRowAt(context: RowsContext, row: number, away: boolean): TemplateResult | typeof nothing {
  const { model, strings, lang } = context;
  if (model.document?.kind !== "tree") return nothing;
  const { tree, masks } = model.document;
  const node = model.rows.nodes.at(row);
  const part = model.rows.parts.at(row);
  const query = model.query.toLowerCase();
  const depth = tree.depthOf(node);
  if (part !== PART_NODE) return longTextRow(model.longTexts.linesOf(tree, node)[part - 1] ?? "", depth, query);
  const parent = tree.parentOf(node);
  return treeRow({
    content: rowContent(
      { tree, masks, strings, lang, columns: model.longTexts.columns, now: context.now, rootName: context.label },
      node,
    ),
    row,
    depth,
    setSize: node === ROOT ? 1 : tree.childCountOf(parent),
    position: tree.ordinalOf(node) + 1,
    open: canOpen(model, node) ? isOpen(model, row) : undefined,
    full: row + 1 < model.rows.length && model.rows.parts.at(row + 1) > 0,
    active: node === model.activeNode,
    away,
    hovered: row === context.hoveredRow,
    hit: model.hit >= 0 && model.hits.at(model.hit) === node,
    query,
    strings,
    lang,
  });
}
