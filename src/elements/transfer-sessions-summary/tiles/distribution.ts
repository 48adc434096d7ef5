import { svg, html, type TemplateResult } from "lit";
import { isKnownStatus } from "../../../domain/session/status.js";
import type { Share } from "../../../domain/session/floor-summary.js";

/** Units of the drawing's width, whatever its width on the page. */
const WIDTH = 1_000;

/** The narrowest that a part may be: one session among a thousand is still to be seen. */
const NARROWEST = 12;

export interface Part {
  readonly value: string;
  readonly x: number;
  readonly width: number;
}

/** Shares laid side by side, in the order given; small ones are widened at the cost of the others. */
export function layOut(shares: readonly Share[]): Part[] {
  const present = shares.filter(({ count }) => count > 0);
  const total = present.reduce((sum, { count }) => sum + count, 0);
  const spare = Math.max(0, WIDTH - NARROWEST * present.length);
  let x = 0;
  return present.map(({ value, count }) => {
    const width = Math.min(WIDTH, NARROWEST) + (spare * count) / total;
    const part = { value, x, width };
    x += width;
    return part;
  });
}

/** The distribution over the statuses, drawn. The numbers stand in words beside it, so it is hidden from readers. */
export function distributionBar(shares: readonly Share[]): TemplateResult {
  return html`<svg
    class="bar"
    part="distribution"
    viewBox="0 0 ${WIDTH} 8"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    ${layOut(shares).map(
      ({ value, x, width }) =>
        svg`<rect class="bar-part" data-status=${isKnownStatus(value) ? value : "other"} x=${x.toFixed(2)} y="0" width=${Math.max(1, width - 2).toFixed(2)} height="8"></rect>`,
    )}
  </svg>`;
}
