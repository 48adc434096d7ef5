import { html, nothing, type TemplateResult } from "lit";
import type { RecordLoading } from "./session-record-controller.js";
import { failureOf } from "../../sources/data-source.js";
import type { SessionSnapshot } from "../../stores/sessions/session-store.js";
import { clip } from "../shared/clip.js";
import type { DetailsContext } from "./details-context.js";

export interface PlaceholderContext {
  readonly context: DetailsContext;
  readonly id: string | undefined;
  readonly snapshot: SessionSnapshot | undefined;
  readonly loading: RecordLoading;
  onRetry(): void;
}

/** What stands in the place of a session that is not there: it is looked for, or nobody knows it. */
export function placeholderView({ context, id, snapshot, loading, onRetry }: PlaceholderContext): TemplateResult {
  const { strings, common } = context;
  const idLine = id === undefined ? nothing : html`<p><bdi class="mono id" dir="ltr">${clip(id)}</bdi></p>`;
  const retry = html`<button type="button" class="button" @click=${onRetry}>${common.retry}</button>`;
  if (id === undefined) return state(strings.nothingChosen, nothing, nothing);
  if (!snapshot) return state(strings.notConnected, idLine, nothing);
  const error = snapshot.error ?? loading.error;
  if (loading.pending || (snapshot.status !== "ready" && error === undefined)) {
    return html`<div class="placeholder" role="status">
      <p class="state-title">${strings.loading}</p>
      ${idLine}
      <div class="skeleton" aria-hidden="true"><i></i><i></i><i></i><i></i></div>
    </div>`;
  }
  if (error !== undefined && !loading.missing) {
    return state(
      strings.loadFailed,
      html`${idLine}
        <p class="muted"><bdi>${clip(failureOf(error).message)}</bdi></p>`,
      retry,
    );
  }
  return state(
    strings.unknownId,
    html`${idLine}
      <p class="muted">${strings.unknownIdHint}</p>`,
    retry,
  );
}

function state(title: string, hint: unknown, action: unknown): TemplateResult {
  return html`<div class="placeholder" role="status">
    <p class="state-title">${title}</p>
    ${hint} ${action}
  </div>`;
}
