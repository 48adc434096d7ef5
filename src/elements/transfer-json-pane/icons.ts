import { html, svg, type TemplateResult } from "lit";

const icon = (path: TemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${path}</svg>`;

export const icons = {
  twisty: icon(svg`<path d="M6 4l4 4-4 4" />`),
  up: icon(svg`<path d="M4 10l4-4 4 4" />`),
  down: icon(svg`<path d="M4 6l4 4 4-4" />`),
  expand: icon(svg`<path d="M5 6l3-3 3 3M5 10l3 3 3-3" />`),
  collapse: icon(svg`<path d="M5 3l3 3 3-3M5 13l3-3 3 3" />`),
  copy: icon(svg`<path d="M6 6h7v7H6zM10 6V3H3v7h3" />`),
  path: icon(svg`<path d="M5 3v7a2 2 0 0 0 2 2h5M5 6h7M10 10l2 2-2 2" />`),
  download: icon(svg`<path d="M8 2v8M5 7l3 3 3-3M3 13h10" />`),
} as const;
