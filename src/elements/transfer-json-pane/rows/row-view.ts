import { html, nothing, type TemplateResult } from "lit";
import type { DirectiveResult } from "lit/directive.js";
import type { RawLine } from "../../../domain/json/raw-lines.js";
import type { LinePiece } from "../../../domain/json/text/broken-text.js";
import { visibleText } from "../../../domain/json/text/string-literal.js";
import { cutText } from "../../shared/characters.js";
import type { JsonPaneStrings } from "../../../i18n/json-pane-strings.js";
import type { Words } from "../../../lit/controllers/localize-controller.js";
import { styleLength } from "../../../lit/style-length.js";
import { highlight } from "./highlight.js";
import type { RowCommand } from "../pane-intents.js";
import { icons } from "../icons.js";
import type { RowContent } from "./row-content.js";

const LONGEST_RAW = 1000;

/** One row of the tree. */
export interface RowState {
  readonly content: RowContent;
  readonly row: number;
  readonly depth: number;
  readonly setSize: number;
  readonly position: number;
  /** `undefined` where there is nothing to open. */
  readonly open: boolean | undefined;
  readonly full: boolean;
  readonly active: boolean;
  /** In the DOM for the focus alone: it is scrolled out of view. */
  readonly away: boolean;
  /** The pointer is over it. */
  readonly hovered: boolean;
  readonly hit: boolean;
  /** What is marked in it, in lower case. */
  readonly query: string;
  readonly words: Words<JsonPaneStrings>;
}

/** The deepest level that is still set apart: below it a text would have no room left. */
const DEEPEST = 40;

const indent = (depth: number): DirectiveResult => styleLength("--_indent", Math.min(depth, DEEPEST) * 16);

export function treeRow(state: RowState): TemplateResult {
  const { active, away, hit, open } = state;
  return html`<div
    class="row ${active ? "active" : ""} ${away ? "away" : ""} ${hit ? "hit" : ""}"
    role="treeitem"
    tabindex=${active ? "0" : "-1"}
    data-row=${state.row}
    aria-level=${state.depth + 1}
    aria-setsize=${state.setSize}
    aria-posinset=${state.position}
    aria-expanded=${open === undefined ? nothing : String(open)}
    aria-selected=${active}
    aria-label=${rowLabel(state)}
    ${indent(state.depth)}
  >
    <span class="twisty" data-command=${open === undefined ? nothing : "toggle"}
      >${open === undefined ? nothing : icons.twisty}</span
    >${keyPart(state)}${valuePart(state)}${notes(state)}${active || state.hovered ? actions(state) : nothing}
  </div>`;
}

/** A row that is cut says so, with the button that shows the rest. */
function rowLabel({ content, full, words: { strings, lang } }: RowState): string {
  if (content.cutFrom === undefined) return content.label;
  return `${content.label}… ${full ? strings.showLess : strings.showAll(content.cutFrom, lang)}`;
}

function keyPart({ content, query }: RowState): TemplateResult | typeof nothing {
  if (content.key === "") return nothing;
  return html`<span class=${content.isIndex ? "index" : "key"}
      >${content.isIndex ? content.key : highlight(content.key, query)}</span
    ><span class="colon">:&nbsp;</span>`;
}

function valuePart(state: RowState): TemplateResult | typeof nothing {
  const { content, query } = state;
  const { strings, lang } = state.words;
  if (state.full) return html`<span class="note">${strings.longText(content.cutFrom ?? 0, lang)}</span>`;
  const quote = content.quoted ? html`<span class="quote">"</span>` : nothing;
  const text = content.masked
    ? html`<span class="dots"></span><span class="visually-hidden">${strings.hidden}</span>`
    : content.tone === "container" || content.tone === "note"
      ? content.value
      : highlight(content.value, query);
  const type = content.typeName ? html`<span class="type">${content.typeName}</span>` : nothing;
  const title = content.title || nothing;
  if (content.href !== undefined) {
    return html`<span class="value string"
      >${quote}<a
        class="row-link"
        href=${content.href}
        target="_blank"
        rel="noreferrer noopener"
        tabindex=${state.active ? "0" : "-1"}
        >${text}${content.cutFrom === undefined ? nothing : "…"}</a
      >${quote}</span
    >`;
  }
  return html`${type}<span class="value ${content.tone}" title=${title}
      >${quote}${text}${content.cutFrom === undefined ? nothing : "…"}${quote}</span
    >`;
}

function textButton(state: RowState, command: RowCommand, label: string): TemplateResult {
  return html`<button class="text-button" type="button" tabindex=${state.active ? "0" : "-1"} data-command=${command}>
    ${label}
  </button>`;
}

function notes(state: RowState): unknown {
  const { content } = state;
  const { strings, lang } = state.words;
  return [
    content.duplicate ? html`<span class="tag">${strings.duplicate}</span>` : nothing,
    content.canReveal ? textButton(state, "reveal", strings.reveal) : nothing,
    content.revealed ? textButton(state, "hide", strings.hide) : nothing,
    content.cutFrom === undefined
      ? nothing
      : textButton(state, "full", state.full ? strings.showLess : strings.showAll(content.cutFrom, lang)),
  ];
}

function actions(state: RowState): TemplateResult {
  const { strings } = state.words;
  const button = (command: RowCommand, label: string, icon: TemplateResult): TemplateResult =>
    html`<button
      class="icon-button"
      type="button"
      tabindex=${state.active ? "0" : "-1"}
      data-command=${command}
      title=${label}
      aria-label=${label}
    >
      ${icon}
    </button>`;
  return html`<span class="actions"
    >${button("value", strings.copyValue, icons.copy)}${button("path", strings.copyPath, icons.path)}</span
  >`;
}

/** A further line of a string that is shown in full. */
export function longTextRow(text: string, depth: number, query: string): TemplateResult {
  return html`<div class="row long" role="none" ${indent(depth)}>
    <span class="value string">${highlight(text, query)}</span>
  </div>`;
}

/** One line of the raw view of a document. */
export function rawRow(line: RawLine, tone: string, masked: boolean, hit: boolean, query: string): TemplateResult {
  const value = visibleText(cutText(line.value, LONGEST_RAW));
  return html`<div class="row raw ${hit ? "hit" : ""}" ${indent(line.indent)}>
    ${
      line.key
        ? html`<span class="key">${highlight(visibleText(cutText(line.key, LONGEST_RAW)), query)}</span
            ><span class="colon">: </span>`
        : nothing
    }<span class="value ${masked ? "masked" : tone}"
      >${highlight(value, query)}${line.value.length > LONGEST_RAW ? "…" : nothing}</span
    >${line.comma ? "," : nothing}
  </div>`;
}

/** One line of a text that is no JSON. */
export function brokenRow(
  pieces: readonly LinePiece[],
  classes: string,
  query: string,
  strings: JsonPaneStrings,
): TemplateResult {
  const parts = pieces.map((piece) =>
    piece.masked === undefined
      ? highlight(visibleText(piece.text), query)
      : html`<span class="masked">${piece.text}</span>${
            piece.replaced
              ? nothing
              : html`<button class="text-button" type="button" data-command="reveal" data-span=${piece.masked}>
                  ${strings.reveal}
                </button>`
          }`,
  );
  return html`<div class="row raw ${classes}"><span class="value">${parts}</span></div>`;
}
