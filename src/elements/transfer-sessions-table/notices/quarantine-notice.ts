import { html, nothing } from "lit";
import { formatNumber } from "../../../i18n/format.js";
import { clip } from "../../shared/clip.js";
import { warningIcon } from "../../shared/icons.js";
import type { TableModel } from "../table-model.js";

/** Records that a person can look at before the rest is only counted. */
const MOST_LISTED = 50;

/** Below the rows: records that could not become rows, counted and, on demand, listed. */
export function quarantineNotice({ snapshot, strings, lang }: TableModel): unknown {
  const quarantined = snapshot?.quarantined ?? [];
  if (quarantined.length === 0) return nothing;
  const more = quarantined.length - MOST_LISTED;
  return html`<details class="quarantine">
    <summary>${warningIcon} <bdi .textContent=${strings.quarantined(quarantined.length, lang)}></bdi></summary>
    <ul>
      ${quarantined
        .slice(0, MOST_LISTED)
        .map(
          ({ index, reason }) =>
            html`<li>${strings.quarantinedRecord(formatNumber(index + 1, lang), clip(reason))}</li>`,
        )}
      ${more > 0 ? html`<li>${strings.quarantinedMore(more, lang)}</li>` : nothing}
    </ul>
  </details>`;
}
