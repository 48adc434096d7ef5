import { html, nothing, type TemplateResult } from "lit";
import { failureOf } from "../../../sources/data-source.js";
import { clip } from "../../shared/clip.js";
import type { DetailsIntents } from "../details-intents.js";
import type { DetailsModel } from "../details-model.js";

/** What stands in the place of a session that is not there: it is looked for, or nobody knows it. */
export function placeholderView(
  { words, id, snapshot, loading }: DetailsModel,
  intents: DetailsIntents,
): TemplateResult {
  const { strings, common } = words;
  const idLine =
    id === undefined
      ? nothing
      : html`<p class="placeholder-line"><bdi class="mono id" dir="ltr" .textContent=${clip(id)}></bdi></p>`;
  const retry = html`<button type="button" class="button" @click=${intents.refresh}>${common.retry}</button>`;
  if (id === undefined) return state(strings.nothingChosen, nothing, nothing);
  if (!snapshot) return state(strings.notConnected, idLine, nothing);
  const error = snapshot.error ?? loading.error;
  if (loading.pending || (snapshot.status !== "ready" && error === undefined)) {
    return html`<div class="placeholder" role="status">
      <p class="placeholder-title">${strings.loading}</p>
      ${idLine}
      <div class="skeleton" aria-hidden="true">
        <i class="bone"></i><i class="bone"></i><i class="bone"></i><i class="bone"></i>
      </div>
    </div>`;
  }
  if (error !== undefined && !loading.missing) {
    return state(
      strings.loadFailed,
      html`${idLine}
        <p class="placeholder-line muted"><bdi .textContent=${clip(failureOf(error).message)}></bdi></p>`,
      retry,
    );
  }
  return state(
    strings.unknownId,
    html`${idLine}
      <p class="placeholder-line muted" .textContent=${strings.unknownIdHint}></p>`,
    retry,
  );
}

function state(title: string, hint: unknown, action: unknown): TemplateResult {
  return html`<div class="placeholder" role="status">
    <p class="placeholder-title" .textContent=${title}></p>
    ${hint} ${action}
  </div>`;
}
