import { html, nothing, type TemplateResult } from "lit";
import type { TransferSession } from "../../../domain/session/session.js";
import { formatTime } from "../../../i18n/format.js";
import { failureOf } from "../../../sources/data-source.js";
import { clip } from "../../shared/clip.js";
import { warningIcon } from "../../shared/icons.js";
import type { DetailsIntents } from "../details-intents.js";
import type { DetailsModel } from "../details-model.js";
import type { ShownSession } from "../session/followed-session.js";

/** More do not help anybody. */
const MOST_ISSUES = 20;

/**
 * What a person has to know of the session, and may come at any time: it has left, it could not be ended, the list is
 * old, the record is not whole.
 */
export function noticesView(
  { left, leftAt }: ShownSession,
  model: DetailsModel,
  intents: DetailsIntents,
): TemplateResult {
  const { snapshot, loading, ending } = model;
  const { strings, common, lang } = model.words;
  const time = formatTime(leftAt ?? model.now(), lang);
  const leftText = left === "expired" ? strings.leftExpired(time) : left === "gone" ? strings.leftGone(time) : "";
  const retry = html`<button type="button" class="button" @click=${intents.refresh}>${common.retry}</button>`;
  return html`<div class="notices">
    <div role="status">${leftText ? html`<p class="notice left" .textContent=${leftText}></p>` : nothing}</div>
    ${
      ending?.phase === "failed"
        ? html`<p class="notice failed" role="alert">${strings.endFailed} ${reason(ending.error)}</p>`
        : nothing
    }
    ${
      snapshot?.stale && snapshot.updatedAt !== undefined
        ? html`<p class="notice stale">
            <span class="notice-text" .textContent=${strings.listStale(formatTime(snapshot.updatedAt, lang))}></span
            >${retry}
          </p>`
        : nothing
    }
    ${
      loading.error === undefined
        ? nothing
        : html`<p class="notice stale">
            <span class="notice-text">${strings.fullFailed} ${reason(loading.error)}</span>${retry}
          </p>`
    }
  </div>`;
}

function reason(error: unknown): TemplateResult {
  return html`<bdi .textContent=${clip(failureOf(error).message)}></bdi>`;
}

/** The fields that could not be read; they come with the record. */
export function issuesView({ issues }: TransferSession, { words }: DetailsModel): TemplateResult | typeof nothing {
  const { strings, lang } = words;
  if (!issues?.length) return nothing;
  return html`<div class="notice issues">
    <p class="issues-count">${warningIcon} ${strings.issues(issues.length, lang)}</p>
    <ul class="issues-list">
      ${issues.slice(0, MOST_ISSUES).map(({ message }) => html`<li><bdi .textContent=${clip(message)}></bdi></li>`)}
    </ul>
  </div>`;
}
