import { css } from "lit";

/** Of the menus alone, and loaded with them. */
export const menus = css`
  .menu {
    position: fixed;
    inset: auto;
    max-block-size: min(420px, var(--_room));
    min-inline-size: 200px;
    max-inline-size: min(320px, calc(100% - 16px));
    margin: 0;
    padding: 8px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    color: inherit;
    overflow: auto;
  }

  .menu p {
    margin: 4px 8px;
  }

  .menu fieldset {
    margin: 8px 0 0;
    padding: 8px 0 0;
    border: 0;
    border-block-start: 1px solid var(--_border);
  }

  .menu legend {
    float: inline-start;
    inline-size: 100%;
    padding: 0 8px 2px;
    color: var(--_muted);
    font-size: 12px;
  }

  .choice {
    display: flex;
    flex: 1 1 auto;
    clear: both;
    align-items: center;
    gap: 8px;
    min-block-size: 28px;
    min-inline-size: 0;
    padding: 0 8px;
    border-radius: var(--_radius-s);
    cursor: pointer;
  }

  .choice:hover {
    background: var(--_hover);
  }

  .choice-label {
    flex: 1 1 auto;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .column-choice {
    display: flex;
    clear: both;
    align-items: center;
  }

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

  .sort-choice .input {
    appearance: auto;
    padding-inline: 6px;
  }

  .choice[data-off] {
    color: var(--_muted);
    cursor: default;
  }

  @media (pointer: coarse) {
    .choice,
    .find input,
    .sort-choice .input {
      min-block-size: 44px;
    }
  }
`;
