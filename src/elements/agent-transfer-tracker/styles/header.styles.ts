import { css } from "lit";

export const header = css`
  .head {
    display: grid;
    grid-template-columns: auto auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 4px 12px;
    padding: 10px 16px;
  }

  .title {
    margin: 0;
    font-size: 15px;
    line-height: 20px;
    font-weight: 600;
  }

  .phases {
    justify-items: start;
    font-size: 12px;
  }

  /* The room is that of the word in its frame. */
  .phases::after {
    padding-inline: 9px;
  }

  .connection {
    justify-items: end;
    font-size: 12px;
    color: var(--_muted);
    white-space: nowrap;
  }

  .connection::after {
    padding-inline-start: 16px;
  }

  .connection-word {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }

  .connection-dot {
    inline-size: 10px;
    block-size: 10px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
  }

  .connection[data-connection="up"] {
    color: var(--_active);
  }

  .connection[data-connection="up"] .connection-dot {
    fill: currentColor;
  }

  .connection[data-connection="none"] .connection-dot {
    stroke-dasharray: 2.2 1.73;
  }

  /* Two lines in the place of one: what comes here must not push down what is below. */
  .news {
    --lines: 2;
    display: flex;
    align-items: center;
    gap: 8px;
    block-size: 28px;
    font-size: 12px;
    line-height: 14px;
  }

  .news-text {
    display: -webkit-box;
    flex: 1 1 0;
    min-inline-size: 0;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--lines);
  }

  .retry {
    flex: none;
    min-block-size: 24px;
    padding: 1px 8px;
    color: inherit;
    font-weight: 600;
  }

  .notice {
    padding-inline: 8px 2px;
    border-radius: var(--_radius-s);
    background: var(--_pending-bg);
    color: var(--_pending);
  }

  .notice[data-kind="failed"] {
    background: var(--_critical-bg);
    color: var(--_critical);
  }

  /* Two rows: in one, what failed would be cut. */
  @container (max-width: 960px) {
    .head {
      grid-template-columns: auto minmax(0, 1fr);
    }

    .title,
    .connection {
      grid-area: 1 / 1 / 2 / -1;
    }

    .connection {
      justify-self: end;
    }

    .phases {
      grid-area: 2 / 1;
    }

    .news {
      grid-area: 2 / 2;
    }
  }

  @container (max-width: 440px) {
    .news {
      --lines: 3;
      block-size: 44px;
    }

    .retry {
      padding-inline: 4px;
    }

    .retry-label {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }

  @media (pointer: coarse) {
    .news {
      --lines: 3;
      block-size: 44px;
    }

    .retry {
      min-block-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .notice {
      border: 1px solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }

    .connection,
    .connection[data-connection="up"] {
      color: CanvasText;
    }
  }
`;
