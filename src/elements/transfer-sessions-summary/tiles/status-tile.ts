import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "../../../lit/repeat.js";
import { labelOf } from "../../../i18n/common-strings.js";
import { formatNumber, formatTime } from "../../../i18n/format.js";
import { badgeView } from "../../shared/badge/badge-view.js";
import { warningIcon } from "../../shared/icons.js";
import { filterButton } from "../filter/filter-button.js";
import type { SummaryIntents } from "../summary-intents.js";
import type { SummaryModel } from "../summary-model.js";
import { distributionBar } from "./distribution.js";
import { roomyCount, shortLabel, unknownValue } from "./tile-parts.js";

/** How many sessions, and how many in which status. */
export function statusTile(model: SummaryModel, intents: SummaryIntents): TemplateResult {
  const { known, statuses } = model;
  const { strings, common, lang } = model.words;
  const { total, byStatus } = model.floor;
  return html`<div class="tile statuses" part="tile">
    <p class="label" id="statuses">${strings.sessions}</p>
    <p class="figure total">${roomyCount(total, known ? formatNumber(total, lang) : unknownValue(model), lang)}</p>
    ${distributionBar(byStatus)}
    <ul class="shares" aria-labelledby="statuses">
      ${repeat(
        statuses,
        ({ value }) => value,
        ({ value, count }) => {
          const label = shortLabel(labelOf(common.status, value) ?? common.unknownStatus);
          const content = html`${badgeView(value, label)}
            <span class="count" data-none=${count === 0}
              >${roomyCount(count, known ? formatNumber(count, lang) : common.none, lang)}</span
            >`;
          return html`<li>${filterButton({ kind: "status", status: [value] }, content, "share", model, intents)}</li>`;
        },
      )}
    </ul>
    ${staleNote(model)}
  </div>`;
}

function staleNote({ staleSince, words }: SummaryModel): TemplateResult | typeof nothing {
  if (staleSince === undefined) return nothing;
  return html`<p class="stale">${warningIcon} ${words.strings.stale(formatTime(staleSince, words.lang))}</p>`;
}
