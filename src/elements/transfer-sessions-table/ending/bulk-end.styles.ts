import { css } from "lit";

/** The question before many sessions are ended, and how that goes. */
export const bulkEnd = css`
  /* As high as it was asked about: reasons may follow names. */
  .bulk-list {
    block-size: 170px;
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

  .bulk-status {
    min-block-size: 20px;
    margin-block-start: 8px;
  }

  .bulk-progress {
    inline-size: 100%;
    margin-block-start: 8px;
    accent-color: var(--_accent);
  }

  .bulk-progress:not([data-running]) {
    visibility: hidden;
  }

  /* Not where what closes the question will be: whoever presses it late means something else. */
  .bulk-stop {
    margin-inline-end: auto;
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
