import { css } from "lit";

/** How the sessions are distributed: the bar, and one entry for each value. */
export const shares = css`
  .statuses {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 16px;
    align-items: center;
    align-content: start;
  }

  .statuses .label {
    grid-column: 1 / -1;
  }

  .bar {
    display: block;
    inline-size: 100%;
    block-size: 8px;
    border-radius: 4px;
    background: var(--_subtle);
  }

  :host(:dir(rtl)) .bar {
    transform: scaleX(-1);
  }

  .bar-part {
    fill: var(--_ended);
  }

  .bar-part[data-status="pending"] {
    fill: var(--_pending);
  }

  .bar-part[data-status="queued"] {
    fill: var(--_queued);
  }

  .bar-part[data-status="active"] {
    fill: var(--_active);
  }

  .bar-part[data-status="post_agent"] {
    fill: var(--_post-agent);
  }

  .bar-part[data-status="other"] {
    fill: var(--_border-strong);
  }

  .shares {
    list-style: none;
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-inline: -4px;
    padding-block-start: 4px;
    max-block-size: 96px;
    overflow: auto;
  }

  .statuses .shares {
    grid-column: 1 / -1;
    column-gap: 2px;
    padding-block-start: 8px;
  }

  .share {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    max-inline-size: 100%;
    min-block-size: 28px;
    padding: 2px 4px;
    white-space: nowrap;
  }

  .providers .share {
    padding: 2px 6px;
  }

  .share-label {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .count,
  .count > .room::after {
    font-weight: 600;
  }

  .count[data-none="true"],
  .providers .count {
    color: var(--_muted);
    font-weight: 400;
  }

  @media (pointer: coarse) {
    .share {
      min-block-size: 44px;
    }

    .shares {
      max-block-size: none;
    }
  }

  @media (forced-colors: active) {
    .bar {
      forced-color-adjust: none;
      background: Canvas;
    }

    .bar-part[data-status] {
      fill: CanvasText;
    }

    .bar-part[data-status]:nth-child(even) {
      fill: GrayText;
    }
  }
`;
