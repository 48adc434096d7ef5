import { css } from "lit";

/** What scrolls below the header, and the notices below that; fields and timeline have styles of their own. */
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

  /* A scroll bar that comes with the full record may not make everything narrower. */
  .details .body {
    scrollbar-gutter: stable;
  }

  .notices {
    flex: none;
    overflow-wrap: anywhere;
  }

  /* In the flow of a page the end of the session may be far below; what is told of it has to be seen. */
  .inline > .notices {
    position: sticky;
    inset-block-end: 0;
    border-end-start-radius: var(--_radius-l);
    border-end-end-radius: var(--_radius-l);
    overflow: hidden;
  }

  .notice {
    margin: 0;
    padding: 8px 16px;
    background: var(--_pending-bg);
    color: var(--_pending);
  }

  .notices .notice {
    border-block-start: 1px solid var(--_border);
  }

  /* With what can be done about it. */
  .notice.stale {
    display: flex;
    align-items: center;
    gap: 12px;
  }

  .notice-text {
    flex: 1 1 0;
    min-inline-size: 0;
  }

  .notice > .button {
    flex: none;
  }

  .notice.left {
    background: var(--_ended-bg);
    color: var(--_ended);
  }

  .notice.failed {
    background: var(--_critical-bg);
    color: var(--_critical);
  }

  .notice.issues {
    padding-inline: 12px;
    border-radius: var(--_radius-m);
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
