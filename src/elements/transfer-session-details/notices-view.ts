import { html, nothing, type TemplateResult } from "lit";
import type { RecordLoading } from "./session-record-controller.js";
import type { TransferSession } from "../../domain/session/session.js";
import { formatTime } from "../../i18n/format.js";
import { warningIcon } from "../shared/icons.js";
import { failureOf } from "../../sources/data-source.js";
import type { SessionSnapshot } from "../../stores/sessions/session-store.js";
import { clip } from "../shared/clip.js";
import type { DetailsContext, Presence, SessionLink } from "./details-context.js";

/** What a person has to know before the fields: the session has left, the list is old, the record is not whole. */
export function noticesView(
  { session, left, leftAt }: Presence,
  loading: RecordLoading,
  snapshot: SessionSnapshot | undefined,
  context: DetailsContext,
  onRetry: () => void,
): TemplateResult {
  const { strings, common, lang } = context;
  const time = formatTime(leftAt ?? context.now(), lang);
  const leftText = left === "expired" ? strings.leftExpired(time) : left === "gone" ? strings.leftGone(time) : "";
  const retry = html`<button type="button" class="button" @click=${onRetry}>${common.retry}</button>`;
  return html`
    <div role="status">${leftText ? html`<p class="notice left">${leftText}</p>` : nothing}</div>
    ${
      snapshot?.stale && snapshot.updatedAt !== undefined
        ? html`<p class="notice stale">${strings.listStale(formatTime(snapshot.updatedAt, lang))}${retry}</p>`
        : nothing
    }
    ${
      loading.error === undefined
        ? nothing
        : html`<p class="notice stale">
            ${strings.fullFailed} <bdi class="reason">${clip(failureOf(loading.error).message)}</bdi>${retry}
          </p>`
    }
    ${issuesView(session, context)}
  `;
}

function issuesView({ issues }: TransferSession, { strings, lang }: DetailsContext): TemplateResult | typeof nothing {
  if (!issues?.length) return nothing;
  return html`<div class="notice issues">
    <p>${warningIcon} ${strings.issues(issues.length, lang)}</p>
    <ul>
      ${issues.slice(0, 20).map(({ message }) => html`<li><bdi>${clip(message)}</bdi></li>`)}
    </ul>
  </div>`;
}

/** Links of the host, those that are http(s) only. */
export function linksView(links: readonly SessionLink[], { strings }: DetailsContext): TemplateResult | typeof nothing {
  if (links.length === 0) return nothing;
  return html`<p class="links">
    <span class="muted">${strings.links}</span>
    ${links.map(
      ({ label, href }) =>
        html`<a class="button" href=${href} target="_blank" rel="noreferrer noopener">${clip(label)}</a>`,
    )}
  </p>`;
}
