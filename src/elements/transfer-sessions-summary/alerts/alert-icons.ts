import { html, type TemplateResult } from "lit";

/** Like those in `shared/icons.ts`, for the summary only. */
export const bellIcon: TemplateResult = html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
  <path d="M3.5 11.5h9l-1.2-2V7a3.3 3.3 0 0 0-6.6 0v2.5zM6.7 14h2.6"></path>
</svg>`;
export const soundIcon: TemplateResult = html`<svg
  class="icon"
  viewBox="0 0 16 16"
  aria-hidden="true"
  focusable="false"
>
  <path d="M2.5 6v4h2.5l3.5 3V3L5 6zM11 6a2.8 2.8 0 0 1 0 4"></path>
</svg>`;
