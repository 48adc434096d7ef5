import { css } from "lit";

export const timeline = css`
  .history-title {
    margin: 0 0 8px;
    font-size: 12px;
    font-weight: 600;
    line-height: 16px;
    color: var(--_muted);
  }

  .bar {
    display: flex;
    gap: 2px;
    block-size: 10px;
    border-radius: 5px;
    overflow: hidden;
  }

  .segment {
    flex: 1 1 0;
    min-inline-size: 8px;
    background: var(--_ended);
  }

  .segment[data-status="pending"] {
    background: var(--_pending);
  }

  .segment[data-status="queued"] {
    background: var(--_queued);
  }

  .segment[data-status="active"] {
    background: var(--_active);
  }

  .segment[data-status="post_agent"] {
    background: var(--_post-agent);
  }

  .segment[data-status="unseen"] {
    background: repeating-linear-gradient(-45deg, var(--_border-strong) 0 2px, transparent 2px 6px);
  }

  .segment.end {
    flex: 0 0 8px;
  }

  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 20px;
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
    font-size: 12px;
  }

  .step {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }

  .unseen {
    color: var(--_muted);
    font-style: italic;
  }

  .notes {
    min-block-size: 20px;
    margin: 6px 0 0;
    font-size: 12px;
  }

  @media (forced-colors: active) {
    .segment {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
    }
  }
`;
