import { css } from "lit";

export const header = css`
  .header {
    display: flex;
    flex: none;
    align-items: center;
    gap: 6px;
    padding-block: 10px;
    padding-inline: 16px 12px;
    border-block-end: 1px solid var(--_border);
  }

  .title {
    flex: 0 1 auto;
    min-inline-size: 0;
    margin: 0;
    margin-inline-end: 4px;
    font-size: 15px;
    font-weight: 600;
    line-height: 20px;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .header > .button,
  .header > .badge {
    flex: none;
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

  @container (max-width: 480px) {
    /* The first field says it too. */
    .header > .badge {
      display: none;
    }
  }

  @media (pointer: coarse) {
    @container (max-width: 560px) {
      .header > .badge {
        display: none;
      }
    }
  }

  @container (max-width: 440px) {
    .header {
      column-gap: 2px;
      padding-inline: 14px 8px;
    }

    .header .refresh {
      padding-inline: 6px;
    }

    /* Beside buttons for a finger there is no room for it. */
    @media (pointer: coarse) {
      .header {
        flex-wrap: wrap;
      }

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
