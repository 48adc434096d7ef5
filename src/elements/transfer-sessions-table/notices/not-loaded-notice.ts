import { html, nothing } from "lit";
import { warningIcon } from "../../shared/icons.js";
import type { TableIntents } from "../table-intents.js";
import type { TableModel } from "../table-model.js";

/** What a person has just asked for could not be loaded. The live region says so, too. */
export function notLoadedNotice({ isNotLoaded, strings }: TableModel, intents: TableIntents): unknown {
  if (!isNotLoaded) return nothing;
  return html`<div class="notice" part="error">
    ${warningIcon}
    <span class="notice-text" .textContent=${strings.notLoaded}></span>
    <button type="button" class="button" @click=${() => intents.dismissNotLoaded()}>${strings.dismiss}</button>
  </div>`;
}
