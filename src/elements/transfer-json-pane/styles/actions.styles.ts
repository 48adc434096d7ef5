import { css } from "lit";

/** The buttons and tags in a row. */
export const actions = css`
  .tag,
  .text-button,
  .actions {
    margin-inline-start: 8px;
    font: 12px/20px var(--_font);
  }

  .tag {
    padding-inline: 6px;
    border-radius: 4px;
    background: var(--_pending-bg);
    color: var(--_pending);
  }

  .text-button,
  .icon-button {
    appearance: none;
    margin-block: 0;
    padding: 0 6px;
    border: 1px solid transparent;
    border-radius: 4px;
    background: transparent;
    color: var(--_accent);
    vertical-align: top;
    block-size: 24px;
    min-inline-size: 24px;
    white-space: nowrap;
    letter-spacing: normal;
    cursor: pointer;
  }

  .icon-button {
    padding: 0 4px;
    color: var(--_muted);
  }

  .icon-button .icon {
    vertical-align: -3px;
  }

  .text-button:hover,
  .icon-button:hover {
    border-color: var(--_border-strong);
    background: var(--_surface);
  }

  .text-button:focus-visible,
  .icon-button:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
`;
