import { css } from "lit";

/** The box that scrolls, and the rows in it. */
export const rows = css`
  .scroller {
    flex: 1 1 auto;
    position: relative;
    min-block-size: 26px;
    max-block-size: var(--handoff-json-max-height, 360px);
    overflow: auto;
    overscroll-behavior: auto;
    overflow-anchor: none;
    direction: ltr;
    text-align: left;
    contain: layout paint style;
  }

  .scroller:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  .canvas {
    position: relative;
    min-inline-size: 100%;
  }

  .window {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    min-inline-size: 100%;
    inline-size: max-content;
  }

  .ruler {
    position: absolute;
    visibility: hidden;
    pointer-events: none;
  }

  .row,
  .ruler {
    font: 12px/24px var(--_font-mono);
    font-variant-numeric: normal;
    font-variant-ligatures: none;
    tab-size: 2;
  }

  .row {
    --_indent: 0px;
    block-size: 24px;
    padding-inline: calc(6px + var(--_indent)) 12px;
    white-space: nowrap;
    unicode-bidi: isolate;
    cursor: default;
  }

  .row.away {
    position: absolute;
    inset-block-start: 0;
    block-size: 1px;
    inline-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .row > * {
    unicode-bidi: isolate;
  }

  .row.raw,
  .row.long {
    padding-inline-start: calc(12px + var(--_indent));
    cursor: text;
  }

  .row.long {
    padding-inline-start: calc(26px + var(--_indent));
  }

  .row[role="treeitem"]:hover {
    background: var(--_hover);
  }

  .row:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
    border-radius: 4px;
  }

  /* Which row is active matters only while the keyboard is in the tree. */
  .scroller:focus-within .row.active {
    background: var(--_hover);
  }

  .row.active:not(:hover) .actions {
    visibility: hidden;
  }

  .scroller:focus-within .row.active .actions {
    visibility: visible;
  }

  .row.hit {
    box-shadow: inset 3px 0 0 var(--_accent);
  }

  .row.at-break {
    box-shadow: inset 3px 0 0 var(--_warning);
    background: var(--_pending-bg);
  }

  @media (forced-colors: active) {
    .scroller:focus-within .row.active {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }

    .row.hit,
    .row.at-break {
      border-inline-start: 3px solid Highlight;
      box-shadow: none;
    }
  }
`;
