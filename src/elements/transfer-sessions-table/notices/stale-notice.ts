import { html, nothing } from "lit";
import { formatDuration, formatTime } from "../../../i18n/format.js";
import { sentence } from "../../../i18n/isolate.js";
import { live } from "../../../lit/time/live.js";
import { warningIcon } from "../../shared/icons.js";
import { failureOf } from "../../../sources/data-source.js";
import { clip } from "../../shared/clip.js";
import type { TableIntents } from "../table-intents.js";
import type { TableModel } from "../table-model.js";

/** Of rows that are older than they should be: since when, and what to do. */
export function staleNotice({ store, snapshot, strings, common, lang }: TableModel, intents: TableIntents): unknown {
  if (!store || !snapshot?.stale) return nothing;
  const { unauthorized, updatedAt = 0, failedAt = 0 } = snapshot;
  const read = () => {
    const age = Math.max(1_000, store.environment.clock.now() - failedAt);
    const why = clip(failureOf(snapshot.error).message);
    const text = sentence`${strings.staleMessage(formatDuration(age, lang), formatTime(updatedAt, lang))} ${why}`;
    return { key: text, content: text };
  };
  const signIn = () =>
    `${strings.unauthorized}. ${strings.unauthorizedHint} ${strings.knownAt(formatTime(updatedAt, lang))}`;
  return html`<div class="notice" part="error">
    ${warningIcon}
    <bdi class="notice-text"
      ><strong class="stale" .textContent=${strings.stale}></strong>
      ${unauthorized ? signIn() : live(store.environment, read)}</bdi
    >
    <button type="button" class="button" @click=${() => intents.refresh()}>
      ${unauthorized ? strings.tryAgain : common.retry}
    </button>
  </div>`;
}
