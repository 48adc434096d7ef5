import { css } from "lit";

export const header = css`
  .header {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    padding-block: 10px;
    padding-inline: 16px 12px;
    border-block-end: 1px solid var(--_border);
  }

  .title {
    margin: 0;
    margin-inline-end: 4px;
    font-size: 15px;
    font-weight: 600;
    line-height: 20px;
  }

  .title:focus {
    outline: none;
  }

  .title:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 2px;
  }

  .space {
    flex: 1 1 0;
  }

  .end-failed {
    color: var(--_danger);
    font-size: 12px;
  }

  @container (max-width: 560px) {
    .refresh .button-label {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }

  @container (max-width: 440px) {
    /* The first field says it too. */
    .header .badge {
      display: none;
    }

    .header {
      column-gap: 2px;
      padding-inline: 14px 8px;
    }

    .header .refresh {
      padding-inline: 6px;
    }

    /* Beside buttons for a finger there is no room for it: the last of them would be pushed down. */
    @media (pointer: coarse) {
      .title {
        flex-basis: 100%;
      }
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .refresh[aria-busy="true"] .icon {
      animation: turn 1s linear infinite;
    }
  }

  @keyframes turn {
    to {
      transform: rotate(360deg);
    }
  }
`;
