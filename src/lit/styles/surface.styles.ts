import { css } from "lit";

/** An element that stands on the page as one surface, at least as wide as a narrow phone allows. */
export const surface = css`
  :host {
    min-inline-size: min(100%, 280px);
  }

  .base {
    container-type: inline-size;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    overflow: hidden;
  }
`;
