import { html } from "lit";
import { live, type LiveValue } from "../../../lit/time/live.js";
import { DEFAULT_ATTENTION } from "../../../domain/session/attention.js";
import { lastActivityOf, timeLeftOf } from "../../../domain/session/lifecycle.js";
import { formatDateTime, formatDuration } from "../../../i18n/format.js";
import { hasLeft, type RowModel } from "../rows/row-model.js";
import { textCell } from "./text-cell.js";

/** Time until the session is removed, counting down: amber when that is soon; "never", "expired", or since when it is stale. */
export function expiresCell({ session, muted, shared }: RowModel): unknown {
  const { store, strings, lang, monitor, lifecycle } = shared;
  if (muted === "expired") return strings.expired;
  if (hasLeft(muted) || session.status === "ended") return textCell(undefined, shared);
  const { expiring } = monitor?.thresholds ?? DEFAULT_ATTENTION;
  const read = (): LiveValue => {
    const now = store.now();
    const time = timeLeftOf(session, now, lifecycle);
    switch (time.kind) {
      case "unknown":
        return { key: "", content: textCell(undefined, shared) };
      case "expired":
        return soon(strings.expired, strings.expired);
      case "never": {
        const stale = monitor?.of(session).some(({ rule }) => rule === "stale");
        if (!stale)
          return { key: "never", content: html`<span class="muted" .textContent=${strings.neverExpires}></span>` };
        const silence = Math.max(0, now - (lastActivityOf(session) ?? now));
        const text = formatDuration(silence, lang);
        return soon(strings.stalled(text), strings.stalledHint(formatDuration(silence, lang, "long")));
      }
      case "expires": {
        const text = formatDuration(time.left, lang);
        const words = strings.expiresIn(formatDuration(time.left, lang, "long"), formatDateTime(time.at, lang));
        if (time.left <= expiring * 1000) return soon(text, words);
        return { key: text, content: html`<span title=${words} .textContent=${text}></span>` };
      }
    }
  };
  return live(store.environment, read);
}

function soon(text: string, words: string): LiveValue {
  return {
    key: `soon ${text}`,
    content: html`<span class="expires" data-level="warning" title=${words}><bdi .textContent=${text}></bdi></span>`,
  };
}
