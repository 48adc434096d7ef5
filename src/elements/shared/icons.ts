import { html, type TemplateResult } from "lit";

/** Drawn on a 16 px grid in the colour of the text; never the only carrier of a meaning. One template each, since there are many rows. */
export const refreshIcon: TemplateResult = html`<svg
  class="icon"
  viewBox="0 0 16 16"
  aria-hidden="true"
  focusable="false"
>
  <path d="M13.5 8a5.5 5.5 0 1 1-1.7-4M13.5 1.5v3h-3"></path>
</svg>`;
export const pauseIcon: TemplateResult = html`<svg
  class="icon"
  viewBox="0 0 16 16"
  aria-hidden="true"
  focusable="false"
>
  <path d="M5.5 3v10M10.5 3v10"></path>
</svg>`;
export const resumeIcon: TemplateResult = html`<svg
  class="icon"
  viewBox="0 0 16 16"
  aria-hidden="true"
  focusable="false"
>
  <path d="M4.5 2.5v11l8.5-5.5z"></path>
</svg>`;
export const copyIcon: TemplateResult = html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
  <rect x="5.5" y="5.5" width="8" height="8" rx="1.5"></rect>
  <path d="M10.5 5.5v-2a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2"></path>
</svg>`;
export const checkIcon: TemplateResult = html`<svg
  class="icon"
  viewBox="0 0 16 16"
  aria-hidden="true"
  focusable="false"
>
  <path d="M3 8.5l3.5 3.5 6.5-8"></path>
</svg>`;
export const warningIcon: TemplateResult = html`<svg
  class="icon"
  viewBox="0 0 16 16"
  aria-hidden="true"
  focusable="false"
>
  <path d="M8 2L1.5 13.5h13zM8 6.5v3.5M8 12v.01"></path>
</svg>`;
export const searchIcon: TemplateResult = html`<svg
  class="icon"
  viewBox="0 0 16 16"
  aria-hidden="true"
  focusable="false"
>
  <circle cx="7" cy="7" r="4.5"></circle>
  <path d="M10.5 10.5l3.5 3.5"></path>
</svg>`;
export const moreIcon: TemplateResult = html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
  <path d="M3 8v.01M8 8v.01M13 8v.01" stroke-width="2.5"></path>
</svg>`;
export const attentionIcon: TemplateResult = html`<svg
  class="icon"
  viewBox="0 0 16 16"
  aria-hidden="true"
  focusable="false"
>
  <circle cx="8" cy="8" r="6"></circle>
  <path d="M8 4.8v3.7M8 11v.01"></path>
</svg>`;
export const outsideIcon: TemplateResult = html`<svg
  class="icon"
  viewBox="0 0 16 16"
  aria-hidden="true"
  focusable="false"
>
  <path d="M6.5 3.5h-3v9h9v-3M9.5 2.5h4v4M13.5 2.5L7.5 8.5"></path>
</svg>`;
export const closeIcon: TemplateResult = html`<svg
  class="icon"
  viewBox="0 0 16 16"
  aria-hidden="true"
  focusable="false"
>
  <path d="M3.5 3.5l9 9M12.5 3.5l-9 9"></path>
</svg>`;
export const upIcon: TemplateResult = html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
  <path d="M8 13V3M3.5 7.5L8 3l4.5 4.5"></path>
</svg>`;
export const downIcon: TemplateResult = html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
  <path d="M8 3v10M3.5 8.5L8 13l4.5-4.5"></path>
</svg>`;
