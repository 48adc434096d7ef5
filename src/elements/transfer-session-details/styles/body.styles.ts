import { css } from "lit";

/** What scrolls below the header: notices, links and panes; fields and timeline have styles of their own. */
export const body = css`
  .body {
    display: flex;
    flex-direction: column;
    gap: 16px;
    min-block-size: 0;
    padding: 16px;
    overflow: auto;
    overscroll-behavior: contain;
    overflow-wrap: anywhere;
  }

  .body > :empty {
    display: none;
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    margin: 0;
    padding: 8px 12px;
    border-radius: var(--_radius-m);
    background: var(--_pending-bg);
    color: var(--_pending);
  }

  .notice.left {
    background: var(--_ended-bg);
    color: var(--_ended);
  }

  .notice.issues {
    display: block;
  }

  .issues-count {
    margin: 0;
  }

  .issues-list {
    margin: 4px 0 0;
    padding-inline-start: 24px;
  }

  .links {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin: 0;
  }

  .link {
    text-decoration: none;
  }

  .panes {
    display: flex;
    flex-direction: column;
    gap: 12px;
  }

  .no-data {
    margin: 0;
    padding: 8px 12px;
    border: 1px dashed var(--_border);
    border-radius: var(--_radius-m);
  }

  .no-data-name {
    margin-inline-end: 8px;
    color: var(--_text);
    font-weight: 600;
  }

  @media (forced-colors: active) {
    .notice {
      border: 1px solid CanvasText;
    }
  }
`;
