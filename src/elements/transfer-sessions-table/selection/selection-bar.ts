import { html, nothing, type TemplateResult } from "lit";
import { roomFor } from "../../../platform/room.js";
import type { TableIntents } from "../table-intents.js";
import type { TableModel } from "../table-model.js";

/** What can be done with the selected sessions; where there is room it stands beside the filters, else over them. */
export function selectionBar(
  { strings, lang, selection, shared }: TableModel,
  intents: TableIntents,
): TemplateResult | typeof nothing {
  const count = selection.sessions.size;
  if (count === 0) return nothing;
  const label = strings.selected(count, lang);
  return html`<div class="filters selection" role="group" aria-label=${label}>
    <span class="selected-count room" data-room=${strings.selected(roomFor(count), lang)} .textContent=${label}></span>
    ${
      shared?.canSourceEnd
        ? html`<button type="button" class="button quiet danger" @click=${() => intents.endSelected()}>
            ${strings.endSelected}
          </button>`
        : nothing
    }
    <button type="button" class="button quiet" @click=${() => intents.copySelectedIds()}>${strings.copyIds}</button>
    <button type="button" class="button quiet" @click=${() => intents.exportCsv()}>${strings.exportCsv}</button>
    <button type="button" class="button quiet" @click=${() => intents.clearSelection()}>${strings.clear}</button>
  </div>`;
}
