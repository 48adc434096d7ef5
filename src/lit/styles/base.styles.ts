import { css } from "lit";

/**
 * What every element starts from. `.base` is the outermost box of a shadow root: inherited properties of the host page
 * (font, colour, spacing, alignment …) end there. Only what a page means for everything below stays inherited.
 */
export const base = css`
  :host {
    display: block;
    box-sizing: border-box;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  .base {
    all: initial;
    box-sizing: border-box;
    display: block;
    color-scheme: inherit;
    visibility: inherit;
    pointer-events: inherit;
    color: var(--_text);
    font: 13px/20px var(--_font);
    font-variant-numeric: tabular-nums;
    text-align: start;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }

  .mono {
    font-family: var(--_font-mono);
    font-size: 12px;
  }

  .muted {
    color: var(--_muted);
  }

  /* Read by assistive technology, seen by nobody. */
  .visually-hidden:not(:focus):not(:active) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  svg.icon {
    inline-size: 14px;
    block-size: 14px;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -2px;
  }
`;
