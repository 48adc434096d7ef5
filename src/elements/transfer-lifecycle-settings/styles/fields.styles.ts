import { css } from "lit";

/** One channel a row: name, field, and in words what it means. */
export const fields = css`
  .channel {
    display: grid;
    grid-template-columns: minmax(88px, 144px) 152px minmax(0, 1fr);
    gap: 4px 16px;
    align-items: start;
    padding: 8px 16px;
    border-block-start: 1px solid var(--_border);
  }

  .channel-label {
    padding-block: 6px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .channel-value {
    display: flex;
    align-items: center;
    gap: 8px;
  }

  .unit {
    color: var(--_muted);
  }

  .minutes {
    box-sizing: border-box;
    inline-size: 80px;
    block-size: 32px;
    margin: 0;
    padding: 0 10px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  [data-edited] .minutes {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .minutes[aria-invalid="true"] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  .minutes:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }

  .minutes:disabled,
  .minutes:read-only {
    border-color: var(--_border);
    background: var(--_subtle);
    color: var(--_muted);
  }

  .channel-words {
    padding-block: 6px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .meaning {
    margin: 0;
    color: var(--_muted);
  }

  .never,
  .meanwhile {
    color: var(--_warning);
  }

  .never {
    font-weight: 600;
  }

  .problem {
    color: var(--_danger);
  }

  .note:not(:empty) {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
  }

  .note:empty {
    display: none;
  }

  @container (inline-size < 560px) {
    /* The words are long: they get the whole width. */
    .channel {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 12px;
      padding-inline: 12px;
    }

    .channel-words {
      grid-column: 1 / -1;
      padding-block: 2px 4px;
    }
  }

  @media (pointer: coarse) {
    .minutes {
      block-size: 44px;
    }
  }

  @media (forced-colors: active) {
    [data-edited] .minutes,
    .minutes[aria-invalid="true"] {
      outline: 1px solid CanvasText;
      outline-offset: 1px;
    }

    .minutes:focus-visible {
      outline: 2px solid Highlight;
    }
  }
`;
