import { css } from "lit";

/** On paper: all of the rows, and nothing to press. */
export const print = css`
  @media print {
    :host {
      color-scheme: light;
      block-size: auto !important;
      max-block-size: none !important;
    }

    .base,
    .scroller {
      overflow: visible !important;
      max-block-size: none;
      border: 0;
    }

    .head {
      position: static;
    }

    .cell:focus-visible,
    .column-header:focus-visible {
      outline: 0;
    }

    .row {
      break-inside: avoid;
    }

    .button,
    .search,
    .chip:not([data-active="true"]),
    .selection,
    .select,
    .toast-place,
    .menu,
    .question,
    .details,
    [data-column="actions"] {
      display: none !important;
    }

    .unprinted {
      margin: 0;
      padding: 8px 16px;
    }
  }
`;
