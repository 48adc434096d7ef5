import { html, nothing, type TemplateResult } from "lit";
import { live } from "../../controllers/live.js";
import { formatDuration, formatNumber, formatTime } from "../../i18n/format.js";
import type { CommonStrings } from "../../i18n/common-strings.js";
import type { TableStrings } from "../../i18n/table-strings.js";
import { warningIcon } from "../../internal/icons.js";
import type { SessionStore } from "../../stores/session-store.js";
import { clip } from "./clip.js";

export interface NoticeContext {
  readonly store: SessionStore;
  readonly strings: TableStrings;
  readonly common: CommonStrings;
  readonly lang: string;
  onRetry(): void;
}

/** Of rows that are older than they should be: since when, and what to do. */
export function staleNotice({ store, strings, common, lang, onRetry }: NoticeContext): unknown {
  const { stale, unauthorized, updatedAt = 0, failedAt = 0 } = store.snapshot;
  if (!stale) return nothing;
  const read = () => {
    const age = Math.max(1_000, store.environment.clock.now() - failedAt);
    const text = strings.staleMessage(formatDuration(age, lang), formatTime(updatedAt, lang));
    return { key: text, content: text };
  };
  const signIn = () =>
    `${strings.unauthorized}. ${strings.unauthorizedHint} ${strings.knownAt(formatTime(updatedAt, lang))}`;
  return html`<div class="notice" part="error">
    ${warningIcon}
    <bdi class="notice-text"
      ><strong class="stale">${strings.stale}</strong> ${unauthorized ? signIn() : live(store.environment, read)}</bdi
    >
    <button type="button" class="button" @click=${onRetry}>${unauthorized ? strings.tryAgain : common.retry}</button>
  </div>`;
}

/** How long ago the last try failed, where there is nothing to show. */
export function failedAgo({ store, strings, lang }: NoticeContext): unknown {
  const { failedAt } = store.snapshot;
  if (failedAt === undefined) return nothing;
  return live(store.environment, () => {
    const text = strings.failedAgo(formatDuration(Math.max(1_000, store.environment.clock.now() - failedAt), lang));
    return { key: text, content: text };
  });
}

/** What a person has just asked for could not be loaded. The live region says so, too. */
export function notLoadedNotice({ notLoaded, dismiss }: TableStrings, onDismiss: () => void): TemplateResult {
  return html`<div class="notice" part="error">
    ${warningIcon}
    <span class="notice-text">${notLoaded}</span>
    <button type="button" class="button" @click=${onDismiss}>${dismiss}</button>
  </div>`;
}

/** Records that a person can look at before the rest is only counted. */
const MOST_LISTED = 50;

/** Below the rows: records that could not become rows, counted and, on demand, listed. */
export function quarantineNotice({ store, strings, lang }: NoticeContext): unknown {
  const { quarantined } = store.snapshot;
  if (quarantined.length === 0) return nothing;
  const more = quarantined.length - MOST_LISTED;
  return html`<details class="quarantine">
    <summary>${warningIcon} <bdi>${strings.quarantined(quarantined.length, lang)}</bdi></summary>
    <ul>
      ${quarantined
        .slice(0, MOST_LISTED)
        .map(
          ({ index, reason }) =>
            html`<li>${strings.quarantinedRecord(formatNumber(index + 1, lang), clip(reason))}</li>`,
        )}
      ${more > 0 ? html`<li>${strings.quarantinedMore(more, lang)}</li>` : nothing}
    </ul>
  </details>`;
}
