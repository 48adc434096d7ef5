import { html, nothing, type TemplateResult } from "lit";
import type { LifecycleIntents } from "../lifecycle-intents.js";
import type { LifecycleModel } from "../lifecycle-model.js";
import { messageOf } from "./message-of.js";

/** What stands in place of fields: there is no source, or it has not answered, or not well. */
export function stateView({ body, edit, words }: LifecycleModel, intents: LifecycleIntents): TemplateResult {
  const { strings, common } = words;
  if (body === "unconnected") return message(strings.notConnected, strings.notConnectedHint, nothing, "empty");
  if (body === "loading") {
    return html`<div class="skeleton" aria-busy="true">
      <span class="visually-hidden">${strings.loading}</span>
      ${edit.channels.map(
        () =>
          html`<div class="skeleton-row" aria-hidden="true">
            <i class="bone"></i><i class="bone"></i><i class="bone"></i>
          </div>`,
      )}
    </div>`;
  }
  const retry = html`<button type="button" class="button" @click=${intents.refresh}>${common.retry}</button>`;
  return message(strings.loadFailed, html`<bdi>${messageOf(edit.loadError)}</bdi>`, retry, "error");
}

function message(title: string, hint: unknown, action: unknown, part: "empty" | "error"): TemplateResult {
  return html`<div class="state" part=${part}>
    <p class="state-title">${title}</p>
    <p class="state-hint">${hint}</p>
    ${action}
  </div>`;
}
