import { html, nothing } from "lit";
import { formatTime } from "../../../i18n/format.js";
import { warningIcon } from "../../shared/icons.js";
import type { TableIntents } from "../table-intents.js";
import type { TableModel } from "../table-model.js";

/** The list fell from many to none at once: an empty floor, or a backend that is down. A person has to know either way. */
export function departureNotice({ snapshot, strings, lang }: TableModel, intents: TableIntents): unknown {
  const departure = snapshot?.departure;
  if (!departure) return nothing;
  return html`<div class="notice departure" role="status">
    ${warningIcon}
    <bdi class="notice-text"
      ><strong .textContent=${strings.departed(departure.count, formatTime(departure.at, lang), lang)}></strong>
      ${strings.departedHint}</bdi
    >
    <button type="button" class="button" @click=${() => intents.dismissDeparture()}>${strings.dismiss}</button>
  </div>`;
}
