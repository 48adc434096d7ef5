import { html, nothing, type TemplateResult } from "lit";
import { clip } from "../../shared/clip.js";
import type { DetailsModel } from "../details-model.js";

/** Links of the host, those that are http(s) only. */
export function linksView({ links, words }: DetailsModel): TemplateResult | typeof nothing {
  if (links.length === 0) return nothing;
  return html`<p class="links">
    <span class="muted">${words.strings.links}</span>
    ${links.map(
      ({ label, href }) =>
        html`<a class="button link" href=${href} target="_blank" rel="noreferrer noopener">${clip(label)}</a>`,
    )}
  </p>`;
}
