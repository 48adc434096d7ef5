import { css } from "lit";

/** What is said in place of the freshness, and below the rows. */
export const notices = css`
  /* Notices: two lines in the place of one, so that they need no further one. */

  .notice {
    grid-column: 1 / -1;
    display: flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
    block-size: 28px;
    padding-inline: 8px 2px;
    border-radius: var(--_radius-s);
    background: var(--_pending-bg);
    color: var(--_pending);
    font-size: 12px;
    line-height: 14px;
  }

  .status-line:has(~ .notice) {
    visibility: hidden;
  }

  .notice-text {
    display: -webkit-box;
    flex: 1 1 0;
    min-inline-size: 0;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .notice strong {
    font-weight: 600;
  }

  .notice .button {
    flex: none;
    min-block-size: 24px;
    padding: 1px 8px;
    border-color: transparent;
    background: transparent;
    color: inherit;
    font-weight: 600;
    line-height: 20px;
  }

  /* Seen from afar, and nothing has moved for it. */
  .base[data-stale] .column-header {
    background: var(--_pending-bg);
    color: var(--_pending);
  }

  /* Below the rows: quiet while all is well */
  .integrations {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    padding: 6px 16px;
    border-block-start: 1px solid var(--_border);
    color: var(--_muted);
    font-size: 12px;
  }

  .integrations ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .integrations .icon {
    inline-size: 12px;
    block-size: 12px;
  }

  .integrations .apart {
    color: var(--_warning);
  }

  .quarantine {
    padding: 8px 16px;
    border-block-start: 1px solid var(--_border);
    color: var(--_warning);
    font-size: 12px;
  }

  .quarantine summary {
    inline-size: fit-content;
    min-block-size: 24px;
    cursor: pointer;
    border-radius: var(--_radius-s);
  }

  @media (pointer: coarse) {
    .quarantine summary {
      padding-block: 12px;
    }
  }

  .quarantine summary:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }

  .quarantine ul {
    max-block-size: 160px;
    margin: 4px 0 0;
    padding-inline-start: 20px;
    overflow: auto;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
`;
