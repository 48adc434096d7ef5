import { html } from "lit";

/** Like those in `icons.ts`, for parts that are loaded late: bundlers keep a module whole, so these would be loaded at once there. */
export const closeIcon = html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
  <path d="M3.5 3.5l9 9M12.5 3.5l-9 9"></path>
</svg>`;
export const upIcon = html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
  <path d="M8 13V3M3.5 7.5L8 3l4.5 4.5"></path>
</svg>`;
export const downIcon = html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
  <path d="M8 3v10M3.5 8.5L8 13l4.5-4.5"></path>
</svg>`;
