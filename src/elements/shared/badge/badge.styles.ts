import { css } from "lit";

/** The badge itself; the table draws badges of its own with it. */
export const badge = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    max-inline-size: 100%;
    padding-block: 1px;
    padding-inline: 8px 10px;
    border: 1px solid transparent;
    border-radius: 999px;
    background: var(--_ended-bg);
    color: var(--_ended);
    font-size: 12px;
    line-height: 18px;
    vertical-align: middle;
    white-space: nowrap;
    fill: currentColor;
    fill-rule: evenodd;
  }

  .badge svg {
    inline-size: 10px;
    block-size: 10px;
    flex: none;
  }

  .badge-label {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .badge[data-status="pending"] {
    background: var(--_pending-bg);
    color: var(--_pending);
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-dasharray: 2.2 1.73;
  }

  .badge[data-status="queued"] {
    background: var(--_queued-bg);
    color: var(--_queued);
  }

  .badge[data-status="active"] {
    background: var(--_active-bg);
    color: var(--_active);
  }

  .badge[data-status="post_agent"] {
    background: var(--_post-agent-bg);
    color: var(--_post-agent);
  }

  .badge[data-status="other"] {
    border-color: var(--_border-strong);
    background: transparent;
  }

  @media (forced-colors: active) {
    .badge {
      border-color: CanvasText;
      background: Canvas;
      color: CanvasText;
    }
  }
`;
