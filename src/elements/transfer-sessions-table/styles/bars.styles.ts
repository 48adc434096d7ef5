import { css } from "lit";

/** Filters, and what can be done with a selection: neither may move the rows when it comes or goes. */
export const bars = css`
  .bars {
    display: grid;
  }

  .bars > .filters {
    grid-area: 1 / 1;
    align-content: start;
  }

  /* Behind the selection the filters keep their room. */
  .bars > .filters:not(:last-child) {
    visibility: hidden;
  }

  @container (inline-size >= 960px) {
    .bars {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .bars > .selection {
      grid-column: 2;
      flex-wrap: nowrap;
      gap: 2px;
      white-space: nowrap;
    }

    .bars > .filters:not(:last-child) {
      flex-wrap: nowrap;
      /* Room for the focus ring, which a box that scrolls would cut off. */
      margin-block-start: -4px;
      padding-block-start: 4px;
      overflow-x: auto;
      scrollbar-width: none;
      visibility: visible;
      white-space: nowrap;
    }

    .bars > .filters > * {
      flex: none;
    }
  }

  .title:focus {
    outline: none;
  }

  .show-more[aria-busy="true"] {
    color: var(--_muted);
  }
`;
