import { css } from "lit";

export const lifecycleSettings = css`
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

  p {
    margin: 0;
  }

  .header {
    padding: 12px 16px;
  }

  .title {
    margin: 0;
    font-size: 15px;
    font-weight: 600;
    line-height: 20px;
  }

  form {
    margin: 0;
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    padding: 6px 16px;
    border-block-start: 1px solid var(--_border);
    background: var(--_pending-bg);
    color: var(--_pending);
  }

  .notice-text {
    flex: 1 1 240px;
    overflow-wrap: anywhere;
  }

  strong {
    font-weight: 600;
  }

  /* One channel a row: name, field, and in words what it means */

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

  input {
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

  [data-edited] input {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  input[aria-invalid="true"] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  input:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }

  input:disabled,
  input:read-only {
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

  .footnote {
    padding: 12px 16px;
    border-block-start: 1px solid var(--_border);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 12px 16px;
    border-block-start: 1px solid var(--_border);
    background: var(--_subtle);
  }

  .restore {
    margin-inline: -10px auto;
  }

  .unsaved {
    color: var(--_muted);
  }

  .saved {
    color: var(--_active);
  }

  /* States */

  .state {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 4px;
    padding: 32px 16px 40px;
    border-block-start: 1px solid var(--_border);
    text-align: center;
    overflow-wrap: anywhere;
  }

  .state-title {
    font-size: 15px;
    font-weight: 600;
  }

  .state-hint {
    max-inline-size: 52ch;
    color: var(--_muted);
  }

  .state .button {
    margin-block-start: 12px;
  }

  .skeleton-row {
    display: grid;
    grid-template-columns: minmax(88px, 144px) 80px minmax(0, 1fr);
    gap: 16px;
    align-items: center;
    block-size: 49px;
    padding-inline: 16px;
    border-block-start: 1px solid var(--_border);
  }

  .skeleton-row i {
    block-size: 10px;
    border-radius: 5px;
    background: var(--_ended-bg);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }

  @container (inline-size < 560px) {
    .header,
    .channel,
    .actions,
    .notice {
      padding-inline: 12px;
    }

    /* The words are long: they get the whole width. */
    .channel {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 12px;
    }

    .channel-words {
      grid-column: 1 / -1;
      padding-block: 2px 4px;
    }

    .state-line:not(:empty) {
      order: -1;
      flex-basis: 100%;
    }
  }

  @media (pointer: coarse) {
    input {
      block-size: 44px;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .skeleton-row i {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .skeleton-row i {
      border: 1px solid GrayText;
    }

    [data-edited] input,
    input[aria-invalid="true"] {
      outline: 1px solid CanvasText;
      outline-offset: 1px;
    }

    input:focus-visible {
      outline: 2px solid Highlight;
    }
  }
`;
