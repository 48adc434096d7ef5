import { css } from "lit";

/** The questions before sessions are ended. */
export const questions = css`
  dialog {
    inline-size: min(420px, calc(100vw - 32px));
    padding: 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    color: inherit;
    box-shadow: var(--_shadow);
    overflow-wrap: anywhere;
  }

  dialog::backdrop {
    background: light-dark(#1a1f2566, #000000a6);
  }

  dialog h3 {
    margin: 0 0 8px;
    font-size: 15px;
    font-weight: 600;
    line-height: 20px;
  }

  dialog p {
    margin: 0;
  }

  dialog .over {
    margin-block-start: 8px;
    color: var(--_warning);
    font-weight: 600;
  }

  dialog .over:empty {
    display: none;
  }

  dialog .buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin-block-start: 16px;
  }

  /* Many at once */

  .bulk-list {
    max-block-size: 240px;
    margin: 12px 0 0;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-s);
    list-style: none;
    overflow: auto;
  }

  .bulk-list:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }

  .bulk-list li {
    display: flex;
    gap: 12px;
    padding: 4px 8px;
  }

  .bulk-step {
    margin-inline-start: auto;
    white-space: nowrap;
  }

  [data-step="failed"] .bulk-step {
    color: var(--_danger);
    font-weight: 600;
  }

  .bulk-status:not(:empty) {
    margin-block-start: 8px;
  }

  progress {
    inline-size: 100%;
    margin-block-start: 8px;
    accent-color: var(--_accent);
  }

  /* Why one of many could not be ended: a line of its own under its name. */
  .bulk-list [data-step="failed"] {
    flex-wrap: wrap;
    row-gap: 0;
  }

  .bulk-reason {
    flex: 0 0 100%;
    color: var(--_muted);
    font-size: 12px;
  }
`;
