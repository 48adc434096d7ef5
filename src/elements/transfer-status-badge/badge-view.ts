import { html, svg, type TemplateResult } from "lit";
import { isKnownStatus } from "../../domain/status.js";

/**
 * Each status has a shape besides its colour and its word: a dashed ring, three bars, a disc, half a disc, a square.
 * What is not known gets a diamond.
 */
const SHAPES: Readonly<Record<string, TemplateResult<2>>> = {
  pending: svg`<circle cx="5" cy="5" r="3.75" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.2 1.73"></circle>`,
  queued: svg`<path d="M1 1.75h8v1.5H1zM1 4.5h6.5V6H1zM1 7.25h5v1.5H1z" fill="currentColor"></path>`,
  active: svg`<circle cx="5" cy="5" r="4" fill="currentColor"></circle>`,
  post_agent: svg`<circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor"></circle><path d="M5 1.5a3.5 3.5 0 0 0 0 7z" fill="currentColor"></path>`,
  ended: svg`<rect x="1.5" y="1.5" width="7" height="7" rx="1" fill="currentColor"></rect>`,
};
const OTHER_SHAPE = svg`<path d="M5 1l4 4-4 4-4-4z" fill="none" stroke="currentColor" stroke-width="1.25"></path>`;

/**
 * A status badge: shape, colour and word.
 *
 * @param status decides shape and colour; an unknown one is neutral.
 * @param label the word.
 */
export function badgeView(status: string, label: string): TemplateResult {
  const kind = isKnownStatus(status) ? status : "other";
  return html`<span class="badge" part="badge" data-status=${kind}
    ><svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">${SHAPES[kind] ?? OTHER_SHAPE}</svg
    ><span class="badge-label">${label}</span></span
  >`;
}
