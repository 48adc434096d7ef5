import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { keepEscape } from "../shared/keys.js";
import type { Modal } from "../shared/modal.js";
import { bodyView } from "./body/body-view.js";
import type { DetailsIntents } from "./details-intents.js";
import type { DetailsModel } from "./details-model.js";
import { headerView } from "./header/header-view.js";
import { isElement } from "../../platform/page/nodes.js";
import { toastView } from "../shared/toast.js";

/**
 * The whole view: in a dialog, or in the flow of the page.
 *
 * @param modal the dialog, where there is one.
 * @param confirmation the question before an End.
 */
export function detailsView(
  model: DetailsModel,
  intents: DetailsIntents,
  modal: Modal,
  confirmation: TemplateResult,
): TemplateResult {
  const panel = model.visible
    ? html`${headerView(model, intents)}${bodyView(model, intents)}${toastView(model.said)}`
    : nothing;
  const status = html`<div
    class="visually-hidden"
    role="status"
    translate="no"
    .textContent=${model.announcement}
  ></div>`;
  const onKey = (event: KeyboardEvent) => goOn(event, model, intents);
  if (model.inline) {
    return html`<div class="base">
      <section class="panel inline" translate="no" part="panel" aria-labelledby="title" @keydown=${onKey}>
        ${panel}
      </section>
      ${confirmation} ${status}
    </div>`;
  }
  return html`<div class="base">
    <dialog
      class="details"
      aria-labelledby="title"
      @close=${modal.onClose}
      @cancel=${onCancel}
      @click=${(event: MouseEvent) => event.target === event.currentTarget && intents.close()}
      @keydown=${onKey}
      ${ref(modal.dialog)}
    >
      <div class="panel" part="panel" translate="no">${panel}</div>
      ${confirmation} ${status}
    </dialog>
  </div>`;
}

function onCancel(event: Event): void {
  // In some browsers the event of a dialog inside bubbles.
  if (event.target !== event.currentTarget) event.stopPropagation();
}

/** `j` and `k` go to the next and the previous session. */
function goOn(event: KeyboardEvent, { inline, asking, neighbours }: DetailsModel, { show }: DetailsIntents): void {
  // Escape is for this dialog: a host that closes its own dialog by it must not see the event.
  if (!inline) keepEscape(event);
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || asking) return;
  const target = event.composedPath()[0];
  if (isElement(target) && target.matches("input, textarea, select, [contenteditable], [role=treeitem]")) return;
  const neighbour = event.key === "j" ? neighbours.next : event.key === "k" ? neighbours.previous : undefined;
  if (!neighbour) return;
  event.preventDefault();
  show(neighbour);
}
