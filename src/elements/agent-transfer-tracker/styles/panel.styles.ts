import { css } from "lit";

/** The frame, its three parts, and what all of them use. */
export const panel = css`
  :host {
    container-type: inline-size;
  }

  .panel {
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    overflow: hidden;
  }

  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }

  .part {
    padding: 12px 16px 16px;
    border-block-start: 1px solid var(--_border);
    min-inline-size: 0;
  }

  .part-title {
    margin: 0 0 8px;
    font-size: 12px;
    line-height: 16px;
    font-weight: 600;
    color: var(--_muted);
  }

  .list {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .note {
    margin: 0;
    font-size: 12px;
    line-height: 18px;
  }

  /* A word in a frame; the colours are those of the statuses. */
  .chip {
    display: inline-block;
    padding: 0 8px;
    border: 1px solid transparent;
    border-radius: 999px;
    font-size: 12px;
    line-height: 18px;
    white-space: nowrap;
    background: var(--_ended-bg);
    color: var(--_ended);
  }

  .chip[data-phase="open"],
  .chip[data-role="lead"] {
    background: var(--_active-bg);
    color: var(--_active);
  }

  .chip[data-phase="handover"],
  .chip[data-role="handed-over"] {
    background: var(--_queued-bg);
    color: var(--_queued);
  }

  .chip[data-phase="dropped"],
  .chip[data-role="aside"] {
    border: 1px dashed currentColor;
    background: var(--_pending-bg);
    color: var(--_pending);
  }

  @container (min-width: 760px) {
    .body {
      grid-template-columns: minmax(220px, 2fr) minmax(0, 5fr);
    }

    .timeline {
      border-inline-start: 1px solid var(--_border);
    }

    .events {
      grid-column: 1 / -1;
    }
  }

  @media (forced-colors: active) {
    .chip {
      border: 1px solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }
  }
`;
