import { css } from "lit";

export const menus = css`
  .find {
    position: sticky;
    /* Over the inner margin of the menu, so that nothing is seen to pass above it. */
    inset-block-start: -8px;
    z-index: 1;
    margin: -8px -8px 4px;
    padding: 8px;
    border-block-end: 1px solid var(--_border);
    background: var(--_surface);
  }

  .menu .menu-status:empty {
    display: none;
  }

  .sort-choice {
    clear: both;
    padding: 2px 8px 4px;
  }

  select {
    inline-size: 100%;
    min-block-size: 28px;
    margin: 0;
    padding: 3px 6px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }

  select:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
  }

  .choice[data-off] {
    color: var(--_muted);
    cursor: default;
  }

  @media (pointer: coarse) {
    .find input,
    select {
      min-block-size: 44px;
    }
  }
`;
