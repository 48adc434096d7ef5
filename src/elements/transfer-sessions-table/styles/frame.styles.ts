import { css } from "lit";

/** The box around everything. */
export const frame = css`
  :host {
    display: flex;
    flex-direction: column;
    min-inline-size: min(100%, 280px);
  }

  .base {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-block-size: 0;
    /* Also where the page's own rules make the element a block. */
    max-block-size: 100%;
    container-type: inline-size;
    /* Where a parent is as wide as what is in it (a dialog, a float): wide enough for the table, if the window is. */
    contain-intrinsic-inline-size: min(1060px, 90vw);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    /* Not hidden: that would be a box to stick to. */
    overflow: clip;
  }

  /* In a low place, as at 400 % zoom, the bars would leave no room for rows: then all of it is scrolled. */
  .base:has(> .scroller[data-limited]) {
    overflow: hidden auto;
  }

  .scroller[data-limited] {
    min-block-size: 168px;
  }
`;
