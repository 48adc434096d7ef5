import { html, nothing, type TemplateResult } from "lit";
import { MOST_ROWS } from "../../../domain/json/rows.js";
import type { JsonBreak } from "../../../domain/json/text/text-scanner.js";
import type { JsonPaneStrings } from "../../../i18n/json-pane-strings.js";
import type { PaneIntents } from "../pane-intents.js";
import type { PaneModel } from "../pane-model.js";

/** What has to be said about the document as a whole. */
export function noteView(model: PaneModel, intents: PaneIntents): TemplateResult | typeof nothing {
  const { strings, lang } = model.words;
  if (model.progress < 1 && !model.document) {
    return html`<p class="note-line" role="status">${strings.reading(Math.floor(model.progress * 100), lang)}</p>`;
  }
  if (model.document?.kind === "broken") {
    const { broken } = model.document;
    if (broken.reason === "empty") return html`<p class="note-line">${strings.noText}</p>`;
    return html`<p class="note-line">
      ${strings.notJson(broken.line, broken.column, reasonText(broken, strings), lang)}
      <button class="button" type="button" @click=${intents.goToBreak}>${strings.goToBreak}</button>
    </p>`;
  }
  return model.rows.cut ? html`<p class="note-line">${strings.cut(MOST_ROWS, lang)}</p>` : nothing;
}

/** The character is named only where it is a mark: a letter may be the first of a masked value. */
function reasonText(broken: JsonBreak, strings: JsonPaneStrings): string {
  const reason = strings.reasons[broken.reason] ?? broken.reason;
  return /^[\p{P}\p{S}]$/u.test(broken.found) && broken.reason !== "escape" ? `${reason} (${broken.found})` : reason;
}
