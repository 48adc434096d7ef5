import { css } from "lit";

/** Rows and cells: their height, marks, texts and controls. */
export const cells = css`
  /* One height for all, so that what is not drawn can be reckoned with. */
  .base {
    --_row: var(--handoff-row-height, 44px);
  }

  .base[data-density="compact"] {
    --_row: var(--handoff-row-height-compact, 32px);
  }

  .body {
    overflow-anchor: none;
  }

  .cell {
    block-size: var(--_row);
    border-block-end: 1px solid var(--_border);
  }

  .row:last-child .cell {
    border-block-end: 0;
  }

  .row:hover .cell,
  .row[aria-selected="true"] .cell {
    background: var(--_hover);
  }

  /* Each row is painted by itself: what changes in one, or beside the table, leaves the others as they are. */
  .row {
    position: relative;
    isolation: isolate;
  }

  /* A layer that fades, not a colour that does: the browser then needs no frame of the page for it. A whole row's layer
   * belongs to its first cell: what the row itself generates gets a cell, and pushes the columns along. The cell of the
   * actions may stick, and would keep the layer to itself. */
  .row[data-mark="new"] > :nth-child(1 of :not([data-column="actions"]))::after,
  .row[data-mark="changed"] .cell[data-column="status"]::after {
    content: "";
    position: absolute;
    inset: 0;
    z-index: -1;
    background: var(--_changed);
    opacity: 0;
    animation: mark 1.2s ease-out;
    pointer-events: none;
  }

  /* In WebKit a row that is "relative" holds no layers, and one that is "sticky" holds them, but as high as the table. */
  .row[data-mark="new"] {
    position: sticky;
  }

  .row[data-mark="new"] > ::after {
    max-block-size: var(--_row);
  }

  .row[data-mark="changed"] .cell[data-column="status"] {
    position: relative;
  }

  @keyframes mark {
    from {
      opacity: 1;
    }
  }

  .cell .button {
    padding-block: 1px;
  }

  @media not (pointer: coarse) {
    .cell .button,
    .filters .button {
      min-block-size: 24px;
    }

    .copy,
    .cell .outside {
      min-inline-size: 24px;
    }
  }

  /* A finger needs more, and a row has to have room for it. */
  @media (pointer: coarse) {
    .base,
    .base[data-density="compact"] {
      --_row: max(var(--handoff-row-height, 48px), 48px);
    }

    .news,
    .chip,
    .input {
      min-block-size: 44px;
    }

    .chip {
      padding-inline: 14px;
    }

    /* No higher line for it: rows with and without a button are of one height. It lies over the lines beside it. */
    .cell .button {
      position: relative;
      margin-block: -12px;
    }
  }

  .cell[data-column="channel"],
  .cell[data-column="provider"] {
    color: var(--_muted);
  }

  .row:not([data-muted=""]) .cell,
  .row:not([data-muted=""]) .badge {
    color: var(--_muted);
  }

  /* A text of the other direction is cut at its own end. */
  .text {
    display: block;
    overflow: hidden;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-overflow: ellipsis;
  }

  .id {
    unicode-bidi: isolate;
    vertical-align: middle;
  }

  .copy {
    vertical-align: middle;
    margin-inline-start: 2px;
    color: var(--_muted);
    opacity: 0;
  }

  /* Where a mark will stand between them, so that it does not push away what is about to be pressed. */
  .id + .copy {
    margin-inline-start: 22px;
  }

  .row:hover .copy,
  .row:focus-within .copy,
  .copy:focus-visible {
    opacity: 1;
  }

  @media (hover: none) {
    .copy {
      opacity: 1;
    }
  }

  .issues {
    color: var(--_warning);
    vertical-align: middle;
  }

  .attention {
    margin-inline-start: 6px;
    vertical-align: middle;
  }

  .attention[data-level="warning"],
  .expires[data-level="warning"] {
    color: var(--_warning);
  }

  .attention[data-level="critical"] {
    color: var(--_critical);
  }

  .expires[data-level="warning"] {
    font-weight: 600;
  }

  .outside {
    vertical-align: middle;
    color: var(--_muted);
  }

  .unconfigured {
    display: flex;
    align-items: center;
    gap: 4px;
  }

  .duration[data-level="warning"] {
    color: var(--_warning);
    font-weight: 600;
  }

  .duration[data-level="critical"] {
    padding: 2px 8px;
    margin-inline-start: -8px;
    border-radius: var(--_radius-s);
    background: var(--_critical-bg);
    color: var(--_critical);
    font-weight: 600;
  }

  .end-failed {
    margin-inline-end: 2px;
    color: var(--_danger);
    font-size: 12px;
  }
`;
