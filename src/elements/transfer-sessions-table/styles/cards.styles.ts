import { css } from "lit";

/** Where there is no room for columns, rows become cards. */
export const cards = css`
  /* Narrow: rows become cards */

  @container (inline-size < 640px) {
    .search {
      order: 8;
      flex-basis: 100%;
      max-inline-size: none;
    }

    .filters {
      padding-inline: 12px;
    }

    .toolbar {
      gap: 4px;
      padding-inline: 12px;
    }

    .grid,
    .body {
      display: block;
      min-inline-size: 0 !important;
    }

    /* Seen only while the keyboard is there: then a strip above the cards. */
    .head:not(:focus-within) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .head:focus-within {
      display: block;
      overflow-x: auto;
    }

    .head:focus-within .head-row {
      display: flex;
    }

    .head:focus-within .column-header {
      flex: 1 0 auto;
      inline-size: auto !important;
      padding-inline: 12px;
      line-height: 35px;
    }

    .row {
      --_basis: calc(50% - 6px);
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      padding: 12px;
      border-block-end: 1px solid var(--_border);
    }

    .row:last-child {
      border-block-end: 0;
    }

    /* Outside a table a row of one has no height in Firefox. */
    .gap {
      display: block;
    }

    .cell[data-column] {
      display: block;
      flex: 0 0 var(--_basis);
      block-size: auto;
      min-inline-size: 0;
      max-inline-size: none;
      padding: 0;
      border: 0;
      text-align: start;
    }

    /* Ends the first line of a card. */
    .row::after {
      content: "";
      order: -1;
      flex: 0 0 100%;
    }

    .cell::before {
      content: attr(data-label);
      display: block;
      color: var(--_muted);
      font-size: 12px;
      line-height: 16px;
    }

    .row[data-mark="new"] > ::after {
      max-block-size: none;
    }

    /* First what matters: status and waiting time, and what can be done. */
    .cell[data-column="status"],
    .cell[data-column="duration"],
    .cell[data-column="actions"] {
      position: static;
      order: -2;
      display: flex;
      flex: none;
      align-items: center;
      block-size: 24px;
    }

    .cell[data-column="duration"] {
      flex: 1 0 auto;
    }

    .cell[data-column="actions"] {
      justify-content: flex-end;
      /* Also when there is nothing to press any more: a press that comes late must not open the card. */
      min-inline-size: 72px;
      margin-inline-start: auto;
      overflow: visible;
    }

    .cell[data-column="status"]::before,
    .cell[data-column="duration"]::before,
    .cell[data-column="actions"]::before {
      content: none;
    }

    .duration[data-level="critical"] {
      margin-inline-start: 0;
    }

    /* A line of its own, for the box, the marks and the button; the others are four. Two fonts would add half a pixel. */
    .body .cell[data-column="contact"] {
      flex-basis: 100%;
      block-size: 42px;
      overflow: visible;
    }

    .copy {
      position: static;
      margin-block: -4px;
      background: none;
    }

    .select {
      opacity: 1;
    }

    .row:hover .cell,
    .row[aria-selected="true"] .cell {
      background: none;
    }

    .row[aria-selected="true"] {
      background: var(--_hover);
    }

    .skeleton-row {
      grid-template-columns: repeat(2, 1fr);
      gap: 12px;
      block-size: auto;
      padding: 12px;
    }

    .skeleton-row i:nth-child(n) {
      margin-inline-start: 0;
    }

    .skeleton-row i:nth-child(5) {
      order: -2;
      inline-size: 96px;
    }

    .skeleton-row i:nth-child(7) {
      order: -1;
    }
  }

  @media (pointer: coarse) {
    @container (inline-size < 640px) {
      /* One line that is pushed along: so high, two of them would fill a phone. */
      .filters {
        flex: none;
        flex-wrap: nowrap;
        padding-block-start: 4px;
        overflow-x: auto;
        scrollbar-width: none;
      }

      .cell:is([data-column="status"], [data-column="duration"], [data-column="actions"]) {
        block-size: 44px;
        margin-block: -10px;
      }

      .cell .button {
        margin-block: 0;
      }

      .cell .copy {
        margin-block: -12px;
      }
    }
  }

  @container (480px <= inline-size < 640px) {
    .row {
      --_basis: calc((100% - 36px) / 4);
    }
  }

  @container (inline-size < 480px) {
    .title {
      flex: 1 1 0;
      min-inline-size: 0;
    }
  }
`;
