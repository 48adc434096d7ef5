import { html, type TemplateResult } from "lit";

/**
 * Each status has a shape besides its colour and its word: a dashed ring, three bars, a disc, half a disc, a square.
 * What is not known gets a diamond. One template for each, since a table has many.
 */
const BADGES: Readonly<Record<string, (label: string) => TemplateResult>> = {
  pending: (label) =>
    html`<span class="badge" part="badge" data-status="pending"
      ><svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">
        <circle
          cx="5"
          cy="5"
          r="3.75"
          fill="none"
          stroke="currentColor"
          stroke-width="1.5"
          stroke-dasharray="2.2 1.73"
        ></circle></svg
      ><span class="badge-label">${label}</span></span
    >`,
  queued: (label) =>
    html`<span class="badge" part="badge" data-status="queued"
      ><svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">
        <path d="M1 1.75h8v1.5H1zM1 4.5h6.5V6H1zM1 7.25h5v1.5H1z" fill="currentColor"></path></svg
      ><span class="badge-label">${label}</span></span
    >`,
  active: (label) =>
    html`<span class="badge" part="badge" data-status="active"
      ><svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">
        <circle cx="5" cy="5" r="4" fill="currentColor"></circle></svg
      ><span class="badge-label">${label}</span></span
    >`,
  post_agent: (label) =>
    html`<span class="badge" part="badge" data-status="post_agent"
      ><svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">
        <circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor"></circle>
        <path d="M5 1.5a3.5 3.5 0 0 0 0 7z" fill="currentColor"></path></svg
      ><span class="badge-label">${label}</span></span
    >`,
  ended: (label) =>
    html`<span class="badge" part="badge" data-status="ended"
      ><svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">
        <rect x="1.5" y="1.5" width="7" height="7" rx="1" fill="currentColor"></rect></svg
      ><span class="badge-label">${label}</span></span
    >`,
};

const otherBadge = (label: string): TemplateResult =>
  html`<span class="badge" part="badge" data-status="other"
    ><svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">
      <path d="M5 1l4 4-4 4-4-4z" fill="none" stroke="currentColor" stroke-width="1.25"></path></svg
    ><span class="badge-label">${label}</span></span
  >`;

/**
 * A status badge: shape, colour and word.
 *
 * @param status decides shape and colour; an unknown one is neutral.
 * @param label the word.
 */
export function badgeView(status: string, label: string): TemplateResult {
  return (Object.hasOwn(BADGES, status) ? BADGES[status]! : otherBadge)(label);
}
