import { css } from "lit";

export const header = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    padding: 14px 16px;
  }

  .title {
    margin: 0;
    font-size: 15px;
    line-height: 20px;
    font-weight: 600;
  }

  .connection {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    margin-inline-start: auto;
    font-size: 12px;
    color: var(--_muted);
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

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    padding: 8px 16px;
    border-block-start: 1px solid var(--_border);
    background: var(--_pending-bg);
    color: var(--_pending);
    min-block-size: 44px;
  }

  .notice[data-kind="failed"] {
    background: var(--_critical-bg);
    color: var(--_critical);
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
