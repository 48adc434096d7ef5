import { html, type TemplateResult } from "lit";
import { labelOf, type CommonStrings } from "../../../i18n/common-strings.js";
import { clip } from "../clip.js";

/**
 * Each status has a shape in addition to its colour and its word: a dashed ring, three bars, a disc, half a disc, a square. What
 * is not known gets a diamond. Paths alone, so that one template does for all: a row that shows another session keeps
 * its nodes.
 */
const SHAPES: Readonly<Record<string, string>> = {
  pending: "M8.75 5a3.75 3.75 0 0 1-7.5 0 3.75 3.75 0 0 1 7.5 0z",
  queued: "M1 1.75h8v1.5H1zM1 4.5h6.5V6H1zM1 7.25h5v1.5H1z",
  active: "M9 5a4 4 0 0 1-8 0 4 4 0 0 1 8 0z",
  post_agent: "M9 5a4 4 0 0 1-8 0 4 4 0 0 1 8 0zM5 2v6a3 3 0 0 0 0-6z",
  ended: "M1.5 1.5h7v7h-7z",
  other: "M5 .1L9.9 5 5 9.9.1 5zM5 1.9L1.9 5 5 8.1 8.1 5z",
};

/**
 * A status badge: shape, colour and word.
 *
 * @param status decides shape and colour; an unknown one is neutral.
 * @param label the word.
 */
export function badgeView(status: string, label: string): TemplateResult {
  const known = Object.hasOwn(SHAPES, status) ? status : "other";
  return html`<span class="badge" part="badge" translate="no" data-status=${known}
    ><svg viewBox="0 0 10 10" aria-hidden="true" focusable="false"><path d=${SHAPES[known]!}></path></svg
    ><span class="badge-label" dir="auto" .textContent=${label}></span
  ></span>`;
}

/**
 * The badge of a session.
 *
 * @param status as the source says it: any text, of any length.
 * @param left how the session left the list; then this is shown in place of the status.
 */
export function sessionBadge(
  status: string,
  common: CommonStrings,
  left?: "expired" | "gone" | "left" | undefined,
): TemplateResult {
  return badgeView(left ? "ended" : status, clip(labelOf(common.status, left ?? status) ?? common.unknownStatus));
}
