import { html, nothing } from "lit";
import { messageOf } from "./message-of.js";
import { warningIcon } from "../../shared/icons.js";
import type { LifecycleIntents } from "../lifecycle-intents.js";
import type { LifecycleModel } from "../lifecycle-model.js";

/** Above the fields: why nothing was saved. */
export function outcomeNotice({ edit, words }: LifecycleModel, intents: LifecycleIntents): unknown {
  const { strings, common } = words;
  if (edit.outcome === "conflict") {
    return html`<div class="notice" part="error">
      ${warningIcon}
      <bdi class="notice-text"><strong class="notice-title">${strings.conflict}</strong> ${strings.conflictHint}</bdi>
    </div>`;
  }
  if (edit.outcome !== "failed") return nothing;
  return html`<div class="notice" part="error">
    ${warningIcon}
    <span class="notice-text"
      ><bdi><strong class="notice-title">${strings.saveFailed}</strong></bdi> <bdi>${messageOf(edit.saveError)}</bdi>
      <bdi>${strings.kept}</bdi></span
    >
    <button type="button" class="button" @click=${intents.save}>${common.retry}</button>
  </div>`;
}
