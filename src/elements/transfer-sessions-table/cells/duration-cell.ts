import { html, nothing } from "lit";
import { live, type LiveValue } from "../../../lit/time/live.js";
import { durationOf } from "../../../domain/session/duration.js";
import { waitingLevel } from "../../../domain/session/attention.js";
import { formatDuration } from "../../../i18n/format.js";
import { hasLeft, type RowModel } from "../rows/row-model.js";

/** Time since the transfer began, ticking; amber, then red while a contact waits too long. */
export function durationCell({ session, muted, shared }: RowModel): unknown {
  const { store, lang, strings, common, monitor } = shared;
  const read = (): LiveValue => {
    const now = store.now();
    const duration = durationOf(session, now);
    if (duration === undefined)
      return { key: "", content: html`<span class="muted" .textContent=${common.none}></span>` };
    const text = formatDuration(duration, lang);
    const level = hasLeft(muted) ? undefined : waitingLevel(session, now, monitor?.thresholds);
    const words = !level ? undefined : level === "critical" ? strings.waitingCritical : strings.waitingWarning;
    return {
      key: `${level} ${text}`,
      // One template for all levels: a row that shows another session is rewritten, not replaced.
      content: html`<span class="duration" data-level=${level ?? nothing} title=${words ?? nothing}
        ><span .textContent=${text}></span
        >${words ? html`<span class="visually-hidden">, ${words}</span>` : nothing}</span
      >`,
    };
  };
  // What has stopped needs no timer.
  return session.status === "ended" || hasLeft(muted) ? read().content : live(store.environment, read);
}
