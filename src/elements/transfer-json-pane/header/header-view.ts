import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { isComposing, keepEscape } from "../../shared/keys.js";
import { icons } from "../icons.js";
import type { PaneIntents } from "../pane-intents.js";
import type { PaneModel } from "../pane-model.js";

/** Label, search and buttons. */
export function headerView(model: PaneModel, intents: PaneIntents): TemplateResult {
  const { label, words } = model;
  const { strings } = words;
  const isJson = model.document?.kind !== "broken";
  return html`<div class="header" part="header">
    <span class="label" title=${label}>${label}</span>
    ${find(model, intents)}
    <span class="tools">
      ${
        isJson
          ? html`<button
              class="button quiet"
              type="button"
              aria-pressed=${model.view === "raw"}
              @click=${intents.switchView}
            >
              ${strings.raw}
            </button>`
          : nothing
      }
      ${
        isJson && model.view === "tree"
          ? html`${tool(strings.expandAll, icons.expand, intents.expandAll)}${tool(strings.collapseAll, icons.collapse, intents.collapseAll)}`
          : nothing
      }
      ${tool(strings.copyAll, icons.copy, intents.copyAll)}${tool(strings.download, icons.download, intents.download)}
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

function find(model: PaneModel, intents: PaneIntents): TemplateResult {
  const { hitCount, label, words } = model;
  const { strings, lang } = words;
  return html`<span class="find">
    <input
      class="find-input"
      type="search"
      autocomplete="off"
      spellcheck="false"
      placeholder=${strings.find}
      aria-label=${strings.findIn(label)}
      .value=${live(model.query)}
      @input=${(event: Event) => intents.find((event.currentTarget as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => onFindKey(event, model, intents)}
    />
    ${
      model.query === ""
        ? nothing
        : html`<span class="hits"
              >${model.searching ? strings.searching : strings.hits(model.hit + 1, hitCount, lang)}</span
            >${tool(
              strings.previous,
              icons.up,
              () => intents.step(-1),
              hitCount === 0,
            )}${tool(strings.next, icons.down, () => intents.step(1), hitCount === 0)}`
    }
  </span>`;
}

function onFindKey(event: KeyboardEvent, { query }: PaneModel, intents: PaneIntents): void {
  if (isComposing(event)) return;
  if (event.key === "Enter") {
    event.preventDefault();
    intents.step(event.shiftKey ? -1 : 1);
  } else if (event.key === "Escape" && query !== "") {
    // Only the search goes away, not the dialog around the pane.
    event.preventDefault();
    keepEscape(event);
    intents.find("");
  }
}
