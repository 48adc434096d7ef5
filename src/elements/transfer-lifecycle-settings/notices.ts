import { html, nothing, type TemplateResult } from "lit";
import type { CommonStrings } from "../../i18n/common-strings.js";
import { failureOf } from "../../sources/data-source.js";
import type { LifecycleStrings } from "../../i18n/lifecycle-strings.js";
import { warningIcon } from "../shared/icons.js";
import type { LifecycleEditorState } from "../../stores/lifecycle/lifecycle-editor.js";

/** An error's own words are somebody else's, and may be a whole page. */
const LONGEST_MESSAGE = 300;

interface NoticeContext {
  readonly strings: LifecycleStrings;
  readonly common: CommonStrings;
  onRetry(): void;
}

/** Above the fields: why nothing was saved. */
export function outcomeNotice(state: LifecycleEditorState, { strings, common, onRetry }: NoticeContext): unknown {
  if (state.outcome === "conflict") {
    return html`<div class="notice" part="error">
      ${warningIcon}
      <bdi class="notice-text"><strong>${strings.conflict}</strong> ${strings.conflictHint}</bdi>
    </div>`;
  }
  if (state.outcome !== "failed") return nothing;
  return html`<div class="notice" part="error">
    ${warningIcon}
    <span class="notice-text"
      ><bdi><strong>${strings.saveFailed}</strong></bdi> <bdi>${messageOf(state.saveError)}</bdi>
      <bdi>${strings.kept}</bdi></span
    >
    <button type="button" class="button" @click=${onRetry}>${common.retry}</button>
  </div>`;
}

/** Stands where the fields would. */
export function stateMessage(title: string, hint: unknown, action: unknown, error: boolean): TemplateResult {
  return html`<div class="state" part=${error ? "error" : "empty"}>
    <p class="state-title">${title}</p>
    <p class="state-hint">${hint}</p>
    ${action}
  </div>`;
}

export function messageOf(error: unknown): string {
  const { message } = failureOf(error);
  return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message;
}
