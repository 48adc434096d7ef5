import { css } from "lit";

/** Label, search, buttons, and the line that says what is wrong with the text. */
export const header = css`
  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    padding-block: 5px;
    padding-inline: 12px 6px;
    border-block-end: 1px solid var(--_border);
    background: var(--_subtle);
  }

  .label {
    flex: 1 1 auto;
    font-weight: 600;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .find {
    display: flex;
    align-items: center;
    flex: 0 1 220px;
    min-inline-size: 120px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-s);
    background: var(--_surface);
  }

  .find:focus-within {
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
  }

  .find-input {
    appearance: none;
    flex: 1 1 60px;
    min-inline-size: 0;
    block-size: 44px;
    margin: 0;
    padding: 0 8px;
    border: 0;
    outline: 0;
    background: transparent;
    color: inherit;
    font: inherit;
  }

  .find-input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  .find-input::-webkit-search-cancel-button {
    display: none;
  }

  .hits {
    flex: none;
    padding-inline: 4px;
    color: var(--_muted);
    font-size: 12px;
    white-space: nowrap;
  }

  .tools {
    display: flex;
    flex: none;
  }

  .tools .button,
  .find .button {
    padding: 0 5px;
  }

  @media not (pointer: coarse) {
    .tools .button,
    .find .button {
      min-block-size: 26px;
      min-inline-size: 26px;
    }

    .find-input {
      block-size: 26px;
    }
  }

  .note-line {
    margin: 0;
    padding: 6px 12px;
    border-block-end: 1px solid var(--_border);
    background: var(--_pending-bg);
    color: var(--_pending);
  }

  @container (max-width: 440px) {
    .label {
      flex: 1 1 60px;
    }

    .find {
      order: 3;
      flex: 1 1 100%;
      margin-inline-end: 6px;
    }
  }
`;
