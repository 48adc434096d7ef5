import { html, type TemplateResult } from "lit";
import type { SummaryModel } from "../summary-model.js";

/** Labels of values may be long; a tile is not. */
const LONGEST_LABEL = 60;

/** Stands where a number is not known. */
export function unknownValue({ words: { strings, common } }: SummaryModel): TemplateResult {
  return html`<span class="muted" role="img" aria-label=${strings.unknown}>${common.none}</span>`;
}

export function shortLabel(text: string): string {
  return text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL)}…` : text;
}
