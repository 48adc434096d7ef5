import { html, type TemplateResult } from "lit";
import { outsideIcon } from "../../shared/icons.js";
import type { SessionLink } from "../../../lit/properties/session-links.js";
import { clip } from "../../shared/clip.js";

/** A row has room for so many; the details show all. */
const MOST_SHOWN = 2;

/** Links from a row to other places; each opens in a tab of its own, since a monitor is not left. */
export function linkButtons(links: readonly SessionLink[]): TemplateResult[] {
  return links
    .slice(0, MOST_SHOWN)
    .map(
      ({ label, href }) =>
        html`<a
          class="button quiet icon-only outside"
          href=${href}
          target="_blank"
          rel="noopener noreferrer"
          tabindex="-1"
          data-stop
          aria-label=${clip(label)}
          title=${clip(label)}
          >${outsideIcon}</a
        >`,
    );
}
