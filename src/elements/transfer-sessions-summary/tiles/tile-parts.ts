import { html, type TemplateResult } from "lit";
import { formatNumber } from "../../../i18n/format.js";
import { written } from "../../../lit/written.js";
import { roomFor } from "../../../platform/room.js";
import { clip } from "../../shared/clip.js";
import type { SummaryModel } from "../summary-model.js";

/** Labels of values may be long; a tile is not. */
const LONGEST_LABEL = 60;

/** Stands where a number is not known. */
export function unknownValue({ words: { strings, common } }: SummaryModel): TemplateResult {
  return html`<span class="muted" role="img" aria-label=${strings.unknown} .textContent=${common.none}></span>`;
}

/** A count, or what stands for it, with room for what it may become. */
export function roomyCount(count: number, content: unknown, lang: string): TemplateResult {
  return html`<span class="room" data-room=${formatNumber(roomFor(count), lang)}
    >${typeof content === "string" ? written(content) : html`<span>${content}</span>`}</span
  >`;
}

export function shortLabel(text: string): string {
  return clip(text, LONGEST_LABEL);
}
