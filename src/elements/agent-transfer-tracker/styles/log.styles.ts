import { css } from "lit";

export const log = css`
  .event + .event {
    border-block-start: 1px solid var(--_border);
  }

  .event-summary {
    display: grid;
    grid-template-columns: 12px 88px 96px minmax(0, 1fr) auto;
    align-items: center;
    gap: 8px;
    min-block-size: 32px;
    border-radius: var(--_radius-s);
    cursor: pointer;
    list-style: none;
  }

  .event-summary::-webkit-details-marker {
    display: none;
  }

  .event-summary::before {
    content: "";
    inline-size: 5px;
    block-size: 5px;
    margin-inline-start: 2px;
    border-block-end: 1.5px solid var(--_muted);
    border-inline-end: 1.5px solid var(--_muted);
    transform: rotate(-45deg);
  }

  .event-details[open] > .event-summary::before,
  .panel[dir="rtl"] .event-summary::before {
    transform: rotate(45deg);
  }

  .panel[dir="rtl"] .event-details[open] > .event-summary::before {
    transform: rotate(-45deg);
  }

  .event-summary:hover {
    background: var(--_hover);
  }

  .event-summary:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  .event-time,
  .event-type {
    white-space: nowrap;
  }

  .event-type {
    font-weight: 600;
  }

  .event-agent {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .event-outcome {
    font-size: 12px;
    white-space: nowrap;
    text-align: end;
  }

  .event-outcome[data-status="queued"],
  .event-outcome[data-status="sending"] {
    color: var(--_pending);
  }

  .event-outcome[data-status="failed"] {
    color: var(--_critical);
    font-weight: 600;
  }

  .event-outcome[data-status="sent"] {
    color: var(--_muted);
  }

  .event-error {
    margin: 0;
    padding: 4px 0 4px 20px;
    color: var(--_critical);
    font-size: 12px;
    overflow-wrap: anywhere;
  }

  .event-payload {
    margin-block: 4px 12px;
    margin-inline-start: 20px;
  }

  @container (max-width: 440px) {
    .event-summary {
      grid-template-columns: 12px minmax(0, 1fr) auto;
      gap: 0 8px;
      padding-block: 6px;
    }

    .event-time {
      grid-column: 3;
      grid-row: 1;
      text-align: end;
    }

    .event-type {
      grid-column: 2;
      grid-row: 1;
    }

    .event-agent {
      grid-column: 2;
    }
  }

  @media (pointer: coarse) {
    .event-summary {
      min-block-size: 44px;
    }
  }
`;
