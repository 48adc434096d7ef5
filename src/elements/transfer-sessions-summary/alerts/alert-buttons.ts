import { html, nothing, type TemplateResult } from "lit";
import type { SummaryIntents } from "../summary-intents.js";
import type { AlertsState, SummaryModel } from "../summary-model.js";
import { bellIcon, soundIcon } from "./alert-icons.js";

/** Switches for notifications and sound. */
export function alertButtons(
  { notifies, sounds, isBlocked }: AlertsState,
  { words: { strings } }: SummaryModel,
  intents: SummaryIntents,
): TemplateResult {
  return html`<div class="alerts" role="group" aria-label=${strings.alerts}>
    <button
      type="button"
      class="button quiet icon-only"
      aria-pressed=${notifies ? "true" : "false"}
      aria-disabled=${isBlocked ? "true" : nothing}
      title=${isBlocked ? strings.notifyBlocked : strings.notify}
      @click=${() => (isBlocked ? undefined : intents.toggleNotifications())}
    >
      ${bellIcon}<span class="visually-hidden" .textContent=${strings.notify}></span>
    </button>
    <button
      type="button"
      class="button quiet icon-only"
      aria-pressed=${sounds ? "true" : "false"}
      title=${strings.sound}
      @click=${intents.toggleSound}
    >
      ${soundIcon}<span class="visually-hidden" .textContent=${strings.sound}></span>
    </button>
  </div>`;
}
