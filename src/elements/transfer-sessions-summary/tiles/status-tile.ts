import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Share } from "../../../domain/session/floor-summary.js";
import { SESSION_STATUSES } from "../../../domain/session/status.js";
import { labelOf } from "../../../i18n/common-strings.js";
import { formatNumber } from "../../../i18n/format.js";
import { badgeView } from "../../shared/badge/badge-view.js";
import { filterButton } from "../filter/filter-button.js";
import type { SummaryIntents } from "../summary-intents.js";
import type { SummaryModel } from "../summary-model.js";
import { distributionBar } from "./distribution.js";
import { shortLabel, unknownValue } from "./tile-parts.js";

/** How many sessions, and how many in which status. */
export function statusTile(model: SummaryModel, intents: SummaryIntents): TemplateResult {
  const { known } = model;
  const { strings, common, lang } = model.words;
  const { total, byStatus } = model.floor;
  return html`<div class="tile statuses" part="tile">
    <p class="label" id="statuses">${strings.sessions}</p>
    <p class="figure">${known ? formatNumber(total, lang) : unknownValue(model)}</p>
    ${distributionBar(byStatus)}
    <ul class="shares" aria-labelledby="statuses">
      ${repeat(
        withKnown(byStatus),
        ({ value }) => value,
        ({ value, count }) => {
          const label = shortLabel(labelOf(common.status, value) ?? common.unknownStatus);
          const content = html`${badgeView(value, label)}
            <span class="count" data-none=${count === 0}>${known ? formatNumber(count, lang) : common.none}</span>`;
          return html`<li>${filterButton({ kind: "status", status: [value] }, content, "share", model, intents)}</li>`;
        },
      )}
    </ul>
  </div>`;
}

/** The statuses of a lifecycle stand even where no session has them, so that nothing jumps under a pointer. */
function withKnown(shares: readonly Share[]): readonly Share[] {
  const counts = new Map(shares.map(({ value, count }) => [value, count]));
  const known = SESSION_STATUSES.map((value) => ({ value, count: counts.get(value) ?? 0 }));
  const others = shares.filter(({ value }) => !(SESSION_STATUSES as readonly string[]).includes(value));
  return [...known, ...others];
}
