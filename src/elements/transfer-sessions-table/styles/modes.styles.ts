import { css } from "lit";

/** The narrowest places, reduced motion, the colours of the system. */
export const modes = css`
  /* The more urgent one has all the room. */
  @container (inline-size < 480px) or ((760px <= inline-size) and (inline-size < 1075px)) {
    .pending:has(~ .notice) {
      display: none;
    }

    .pending ~ .notice {
      margin-inline: 0;
    }
  }

  /* Too narrow for words beside all else: the icon says it, with its name for whoever cannot see it */

  @container (inline-size < 480px) or ((760px <= inline-size) and (inline-size < 960px)) {
    .pause,
    .refresh {
      gap: 0;
    }

    .button-label {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .refresh[aria-busy="true"] .icon,
    .skeleton-row i {
      animation: none;
    }

    .row[data-mark="new"] > :nth-child(1 of :not([data-column="actions"]))::after,
    .row[data-mark="changed"] .cell[data-column="status"]::after {
      animation: none;
      opacity: 1;
    }
  }

  @media (forced-colors: active) {
    .duration[data-level="critical"] {
      outline: 1px solid CanvasText;
    }

    .skeleton-row i {
      border: 1px solid GrayText;
    }

    .row:not([data-muted=""]) .cell {
      color: GrayText;
    }

    /* Colours are the system's: what they say in a row needs a shape. */
    .row[aria-selected="true"] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .scroller {
      --_past: 0px;
    }
  }
`;
