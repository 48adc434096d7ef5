import { html, nothing, type TemplateResult } from "lit";
import { sentence } from "../../../i18n/isolate.js";
import { clip } from "../../shared/clip.js";
import { isAvailable, keyOfAction, type TransferRowAction } from "../rows/row-actions.js";
import type { RowModel } from "../rows/row-model.js";
import type { TableIntents } from "../table-intents.js";

/** The buttons of the host's actions. @param contact how the session is called. */
export function rowActionButtons(row: RowModel, contact: string, intents: TableIntents): TemplateResult[] {
  return row.shared.rowActions.flatMap((action) => {
    const available = isAvailable(action, row.session);
    return available === false ? [] : [button(action, row, contact, available, intents)];
  });
}

function button(
  action: TransferRowAction,
  { session, shared: { busyActions } }: RowModel,
  contact: string,
  available: true | string,
  intents: TableIntents,
): TemplateResult {
  const because = available === true ? undefined : clip(available);
  const busy = busyActions.has(keyOfAction(action, session));
  const name = sentence`${action.label} ${contact}`;
  return html`<button
    type="button"
    class="button quiet action ${action.danger ? "danger" : ""}"
    tabindex="-1"
    data-stop
    aria-label=${because ? sentence`${name}: ${because}` : name}
    title=${because ?? nothing}
    aria-disabled=${because !== undefined || busy ? "true" : nothing}
    aria-busy=${busy ? "true" : nothing}
    @click=${() => {
      if (because === undefined) intents.runAction(action, session);
    }}
    .textContent=${action.label}
  ></button>`;
}
