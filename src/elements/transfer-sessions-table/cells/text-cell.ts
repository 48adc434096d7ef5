import { html } from "lit";
import { formatDateTime, formatTime } from "../../../i18n/format.js";
import { clip } from "../../shared/clip.js";
import type { SharedModel } from "../rows/row-model.js";
import type { TableWords } from "../table-words.js";

/** Text of an open list or a name: isolated, so that hostile direction marks stay in their cell. */
export function textCell(text: string | undefined, { common }: TableWords): unknown {
  if (!text)
    return html`<span class="muted" aria-label=${common.noneLabel} role="img" .textContent=${common.none}></span>`;
  const shown = clip(text);
  return html`<bdi class="text" title=${shown} .textContent=${shown}></bdi>`;
}

/** A point in time: short, with the whole of it on hover. */
export function timeCell(time: number | undefined, shared: SharedModel): unknown {
  if (time === undefined) return textCell(undefined, shared);
  const { lang, store } = shared;
  const sameDay = new Date(time).toDateString() === new Date(store.now()).toDateString();
  const short = sameDay ? formatTime(time, lang) : formatDateTime(time, lang);
  return html`<span class="text" title=${formatDateTime(time, lang)} .textContent=${short}></span>`;
}
