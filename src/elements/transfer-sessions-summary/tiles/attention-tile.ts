import { html, nothing, type TemplateResult } from "lit";
import { ATTENTION_RULES } from "../../../domain/session/attention.js";
import { labelOf } from "../../../i18n/common-strings.js";
import { formatNumber } from "../../../i18n/format.js";
import { checkIcon, warningIcon } from "../../shared/icons.js";
import { alertButtons } from "../alerts/alert-buttons.js";
import { filterButton } from "../filter/filter-button.js";
import type { SummaryIntents } from "../summary-intents.js";
import type { SummaryModel } from "../summary-model.js";
import { unknownValue } from "./tile-parts.js";

/** How many sessions need attention, and why; with the alerts that call a person for them. */
export function attentionTile(model: SummaryModel, intents: SummaryIntents): TemplateResult {
  const { holdsAll, needing, needingByRule, alerts } = model;
  const { strings, common, lang } = model.words;
  const reasons = ATTENTION_RULES.flatMap((rule, place) => {
    const count = needingByRule[place];
    return count ? `${formatNumber(count, lang)} ${labelOf(common.attention, rule) ?? rule}` : [];
  });
  const isCritical = needingByRule[ATTENTION_RULES.indexOf("waiting-critical")];
  const body = html`<span class="label">${strings.attention}</span>
    <span class="figure" data-level=${needing === 0 || !holdsAll ? "" : isCritical ? "critical" : "warning"}
      >${
        holdsAll
          ? html`${needing > 0 ? warningIcon : checkIcon}
              <span class="number" .textContent=${formatNumber(needing, lang)}></span>`
          : unknownValue(model)
      }</span
    >
    <span class="detail"
      >${holdsAll ? html`<bdi .textContent=${needing === 0 ? strings.nothingNeeds : reasons.join(" · ")}></bdi>` : nothing}</span
    >`;
  return html`<div class="tile" part="tile">
    ${filterButton({ kind: "attention" }, body, "whole", model, intents)}${
      alerts ? alertButtons(alerts, model, intents) : nothing
    }
  </div>`;
}
