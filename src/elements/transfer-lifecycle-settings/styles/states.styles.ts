import { css } from "lit";

/** Failures, and what stands in place of fields. */
export const states = css`
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    padding: 6px 16px;
    border-block-start: 1px solid var(--_border);
    background: var(--_pending-bg);
    color: var(--_pending);
  }

  .notice-text {
    flex: 1 1 240px;
    overflow-wrap: anywhere;
  }

  .notice-title {
    font-weight: 600;
  }

  .state {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 4px;
    padding: 32px 16px 40px;
    border-block-start: 1px solid var(--_border);
    text-align: center;
    overflow-wrap: anywhere;
  }

  .state-title,
  .state-hint {
    margin: 0;
  }

  .state-title {
    font-size: 15px;
    font-weight: 600;
  }

  .state-hint {
    max-inline-size: 52ch;
    color: var(--_muted);
  }

  .state .button {
    margin-block-start: 12px;
  }

  .skeleton-row {
    display: grid;
    grid-template-columns: minmax(88px, 144px) 80px minmax(0, 1fr);
    gap: 16px;
    align-items: center;
    block-size: 49px;
    padding-inline: 16px;
    border-block-start: 1px solid var(--_border);
  }

  .bone {
    block-size: 10px;
    border-radius: 5px;
    background: var(--_ended-bg);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }

  @container (inline-size < 560px) {
    .notice {
      padding-inline: 12px;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .bone {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .bone {
      border: 1px solid GrayText;
    }
  }
`;
