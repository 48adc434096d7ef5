import { css } from "lit";

/**
 * Buttons. `.button` has a border; `.button.quiet` gains one on hover and focus; `.danger` is red text, and a red block
 * only as `.danger.solid`, which is for confirmations.
 */
export const button = css`
  .button {
    appearance: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-block-size: 28px;
    min-inline-size: 28px;
    margin: 0;
    padding: 3px 10px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-variant-numeric: inherit;
    text-align: center;
    white-space: nowrap;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }

  .button.quiet {
    border-color: transparent;
    background: transparent;
  }

  .button.icon-only {
    padding-inline: 6px;
  }

  .button.danger {
    color: var(--_danger);
  }

  .button.solid {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .button.danger.solid {
    border-color: var(--_danger-fill);
    background: var(--_danger-fill);
    color: var(--_on-danger);
  }

  .button:hover:not(:disabled, [aria-disabled="true"]),
  .button.quiet:focus-visible {
    border-color: var(--_border-strong);
  }

  .button:active:not(:disabled, [aria-disabled="true"]) {
    background: var(--_subtle);
  }

  .button.solid:active:not(:disabled, [aria-disabled="true"]) {
    background: var(--_accent);
  }

  .button.danger.solid:active:not(:disabled, [aria-disabled="true"]) {
    background: var(--_danger-fill);
  }

  .button[aria-pressed="true"] {
    border-color: var(--_accent);
    color: var(--_accent);
  }

  .button:disabled,
  .button[aria-disabled="true"] {
    color: var(--_muted);
    cursor: default;
  }

  .button.solid:disabled,
  .button.solid[aria-disabled="true"] {
    border-color: var(--_border);
    background: var(--_subtle);
    color: var(--_muted);
  }

  .button:focus-visible,
  a:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }

  @media (pointer: coarse) {
    .button {
      min-block-size: 44px;
      min-inline-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .button {
      border-color: ButtonBorder;
    }

    .button:disabled,
    .button[aria-disabled="true"] {
      border-color: GrayText;
      color: GrayText;
    }

    .button:focus-visible,
    a:focus-visible {
      outline-color: Highlight;
    }
  }
`;
