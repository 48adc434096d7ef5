import { html } from "lit";

/**
 * A text that changes, beside others in one element. It is written to an element of its own: whoever translates a page
 * puts text nodes aside, and what is then written to them is seen by nobody.
 */
export const written = (text: string): unknown => html`<span .textContent=${text}></span>`;
