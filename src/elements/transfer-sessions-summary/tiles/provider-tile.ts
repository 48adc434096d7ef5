import { html, type TemplateResult } from "lit";
import { repeat } from "../../../lit/repeat.js";
import { labelOf } from "../../../i18n/common-strings.js";
import { formatNumber } from "../../../i18n/format.js";
import { filterButton } from "../filter/filter-button.js";
import type { SummaryIntents } from "../summary-intents.js";
import type { SummaryModel } from "../summary-model.js";
import { roomyCount, shortLabel } from "./tile-parts.js";

/** With which provider the sessions are. */
export function providerTile(model: SummaryModel, intents: SummaryIntents): TemplateResult {
  const { providers } = model;
  const { strings, common, lang } = model.words;
  return html`<div class="tile providers" part="tile">
    <p class="label" id="providers" .textContent=${strings.providers}></p>
    <ul class="shares" aria-labelledby="providers">
      ${
        providers.length > 0
          ? repeat(
              providers,
              ({ value }) => value,
              ({ value, count }) => {
                const label = shortLabel(labelOf(common.provider, value) ?? strings.noProvider);
                const content = html`<bdi class="share-label" .textContent=${label}></bdi>
                  <span class="count">${roomyCount(count, formatNumber(count, lang), lang)}</span>`;
                return html`<li>
                  ${filterButton({ kind: "provider", provider: value }, content, "share", model, intents)}
                </li>`;
              },
            )
          : html`<li class="muted">${common.none}</li>`
      }
    </ul>
  </div>`;
}
