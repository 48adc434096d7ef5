import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { MOST_ROWS } from "../../domain/json/rows.js";
import type { JsonBreak } from "../../domain/json/text/text-scanner.js";
import type { CommonStrings } from "../../i18n/common-strings.js";
import type { JsonPaneStrings } from "../../i18n/json-pane-strings.js";
import { icons } from "./icons.js";
import type { PaneModel } from "./pane-model.js";

export interface HeaderContext {
  readonly model: PaneModel;
  readonly label: string;
  readonly strings: JsonPaneStrings;
  readonly common: CommonStrings;
  readonly lang: string;
  readonly onFind: (event: Event) => void;
  readonly onFindKey: (event: KeyboardEvent) => void;
  readonly onStep: (step: 1 | -1) => void;
  readonly onView: () => void;
  readonly onExpand: (open: boolean) => void;
  readonly onCopyAll: () => void;
  readonly onDownload: () => void;
}

export function paneHeader(context: HeaderContext): TemplateResult {
  const { model, strings } = context;
  const tree = model.document?.kind !== "broken";
  return html`<div class="header" part="header">
    <span class="label" title=${context.label}>${context.label}</span>
    ${find(context)}
    <span class="tools">
      ${
        tree
          ? html`<button
              class="button quiet"
              type="button"
              aria-pressed=${model.view === "raw"}
              @click=${context.onView}
            >
              ${strings.raw}
            </button>`
          : nothing
      }
      ${
        tree && model.view === "tree"
          ? html`${tool(strings.expandAll, icons.expand, () => context.onExpand(true))}${tool(
              strings.collapseAll,
              icons.collapse,
              () => context.onExpand(false),
            )}`
          : nothing
      }
      ${tool(strings.copyAll, icons.copy, context.onCopyAll)}${tool(strings.download, icons.download, context.onDownload)}
    </span>
  </div>`;
}

function tool(label: string, icon: TemplateResult, onClick: () => void, disabled = false): TemplateResult {
  return html`<button
    class="button quiet icon-only"
    type="button"
    title=${label}
    aria-label=${label}
    ?disabled=${disabled}
    @click=${onClick}
  >
    ${icon}
  </button>`;
}

function find(context: HeaderContext): TemplateResult {
  const { model, strings, lang } = context;
  const count = model.hits.length;
  return html`<span class="find">
    <input
      type="search"
      autocomplete="off"
      spellcheck="false"
      placeholder=${strings.find}
      aria-label=${strings.findIn(context.label)}
      .value=${live(model.query)}
      @input=${context.onFind}
      @keydown=${context.onFindKey}
    />
    ${
      model.query === ""
        ? nothing
        : html`<span class="hits"
              >${model.searching ? strings.searching : strings.hits(model.hit + 1, count, lang)}</span
            >${tool(
              strings.previous,
              icons.up,
              () => context.onStep(-1),
              count === 0,
            )}${tool(strings.next, icons.down, () => context.onStep(1), count === 0)}`
    }
  </span>`;
}

export interface NotesContext {
  readonly model: PaneModel;
  readonly strings: JsonPaneStrings;
  readonly lang: string;
  readonly onGoToBreak: () => void;
}

/** What has to be said about the document as a whole. */
export function paneNotes({ model, strings, lang, onGoToBreak }: NotesContext): TemplateResult | typeof nothing {
  if (model.progress < 1 && !model.document) {
    return html`<p class="note-line" role="status">${strings.reading(Math.floor(model.progress * 100), lang)}</p>`;
  }
  if (model.document?.kind === "broken") {
    const { broken } = model.document;
    if (broken.reason === "empty") return html`<p class="note-line">${strings.noText}</p>`;
    return html`<p class="note-line">
      ${strings.notJson(broken.line, broken.column, reasonText(broken, strings), lang)}
      <button class="button" type="button" @click=${onGoToBreak}>${strings.goToBreak}</button>
    </p>`;
  }
  return model.rows.cut ? html`<p class="note-line">${strings.cut(MOST_ROWS, lang)}</p>` : nothing;
}

/** The character is named only where it is a mark: a letter may be the first of a masked value. */
function reasonText(broken: JsonBreak, strings: JsonPaneStrings): string {
  const reason = strings.reasons[broken.reason] ?? broken.reason;
  return /^[\p{P}\p{S}]$/u.test(broken.found) && broken.reason !== "escape" ? `${reason} (${broken.found})` : reason;
}
