import { html, nothing } from "lit";
import { labelOf } from "../../../i18n/common-strings.js";
import { checkIcon, warningIcon } from "../../shared/icons.js";
import type { Integration } from "../../../sources/data-source.js";
import { clip } from "../../shared/clip.js";
import type { TableModel } from "../table-model.js";

/** More say nothing that the first ones did not. */
const MOST_SHOWN = 20;

/** Below the rows: the providers that the project has a connection to, and how that is. */
export function integrationStrip({ snapshot, strings, common }: TableModel): unknown {
  const integrations = snapshot?.integrations;
  // Unknown is not none; and none has a state of its own, in place of the rows.
  if (!integrations?.some(({ connected }) => connected)) return nothing;
  const nameOf = ({ name, provider }: Integration) => clip(name ?? labelOf(common.provider, provider) ?? provider);
  return html`<div class="integrations">
    <span id="integrations">${strings.integrations}</span>
    <ul aria-labelledby="integrations">
      ${integrations
        .slice(0, MOST_SHOWN)
        .map((one) =>
          one.connected
            ? html`<li>${checkIcon} <bdi .textContent=${nameOf(one)}></bdi></li>`
            : html`<li class="apart">
                ${warningIcon} <bdi .textContent=${strings.notConnectedProvider(nameOf(one))}></bdi>
              </li>`,
        )}
    </ul>
  </div>`;
}
