import { css } from "lit";

/** The table: what scrolls, what each column needs, the header. */
export const grid = css`
  /* Table */

  .scroller {
    flex: 1 1 auto;
    min-block-size: 0;
    overflow: auto;
    border-block-start: 1px solid var(--_border);
  }

  /* Where all is in sight the page scrolls, and the header sticks to that. */
  .scroller[data-scrolls=""]:not([data-limited]) {
    overflow: clip;
  }

  /* A scroll bar that comes with one row more may not move the columns. Not where they are scrolled sideways: they have
   * their widths then, and Chromium lays what sticks under the gutter. */
  .scroller[data-limited]:not([data-scrolls~="x"]) {
    scrollbar-gutter: stable;
  }

  /* Positioned, so that it clips what is placed in a row: in WebKit a row of a table is no place for that, and unseen
   * buttons of rows that are scrolled away lay over what stands below. Cards are one. */
  @container (inline-size >= 640px) {
    .scroller {
      position: relative;
    }
  }

  /* What each column needs. The table is never narrower than its columns together: it is scrolled sideways instead. */
  .scroller {
    --_pad: 12px;
    --_past: -10px;
    --_w-contact: 204px;
    --_w-agent: 144px;
    --_w-provider: 100px;
    --_w-channel: 100px;
    --_w-status: 132px;
    --_w-queue: 100px;
    --_w-duration: 108px;
    --_w-expires: 132px;
    --_w-created: 120px;
    --_w-updated: 120px;
    --_w-id: 176px;
    --_w-actions: 136px;
    --_w-other: 112px;
  }

  /* Room for two links beside what ends a session. */
  .grid.links {
    --_w-actions: 168px;
  }

  /* Fixed widths: a longer name in the next answer must not move what somebody is about to click. */
  .grid {
    table-layout: fixed;
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    text-indent: 0;
  }

  .column-header,
  .cell {
    padding: 0 var(--_pad);
    text-align: start;
    white-space: nowrap;
    overflow: clip;
    text-overflow: ellipsis;
  }

  /* Ends with a button, which is there only while it is used. */
  .cell[data-column="contact"] {
    text-overflow: clip;
  }

  /* Here a text is all that there is, and is cut by itself. Every clip costs the painting of every frame. */
  .grid:not(.own) .cell:is([data-column="agent"], [data-column="channel"], [data-column="queue"], [data-column="id"]) {
    overflow: visible;
  }

  .column-header:first-child,
  .cell:first-child {
    padding-inline-start: 16px;
  }

  .column-header:focus-visible,
  .cell:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  .cell,
  .column-header {
    scroll-margin-block: 48px 8px;
  }

  .sortable {
    cursor: pointer;
  }

  .sortable:hover {
    color: var(--_text);
  }

  .sort {
    display: inline-block;
    margin-inline-start: 4px;
    color: var(--_text);
  }

  .resize {
    position: absolute;
    inset-block: 8px;
    inset-inline-end: 0;
    inline-size: 9px;
    border-inline-end: 1px solid transparent;
    cursor: col-resize;
    touch-action: none;
  }

  .column-header:hover .resize {
    border-inline-end-color: var(--_border-strong);
  }

  /* Quiet until needed: seen when the row is, or while anything is selected. */
  .select {
    opacity: 0;
  }

  :is(.row, .head-row):hover .select,
  :is(.row, .head-row):focus-within .select,
  .select:checked,
  .select:indeterminate {
    opacity: 1;
  }

  .select:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }

  @media (hover: none) {
    .select {
      opacity: 1;
    }
  }

  .column-header:last-child,
  .cell:last-child {
    padding-inline-end: 16px;
    text-align: end;
  }

  /* One box that sticks, not one for each header. */
  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
  }

  .column-header {
    position: relative;
    block-size: 36px;
    border-block-end: 1px solid var(--_border);
    background: var(--_subtle);
    color: var(--_muted);
    font-size: 12px;
    font-weight: 400;
  }

  @media (pointer: coarse) {
    .column-header {
      block-size: 44px;
    }
  }

  .column-header[data-column="contact"] {
    inline-size: var(--_w-contact);
  }

  .column-header[data-column="agent"] {
    inline-size: var(--_w-agent);
  }

  /* More than that where there is more: names are long. No container's unit, which costs a style of all rows each time. */
  @container (inline-size >= 1075px) {
    .scroller:not([data-scrolls~="x"]) .column-header[data-column="agent"] {
      inline-size: 15%;
    }
  }

  .column-header[data-column="status"] {
    inline-size: var(--_w-status);
  }

  .column-header[data-column="duration"] {
    inline-size: var(--_w-duration);
  }

  .column-header[data-column="expires"] {
    inline-size: var(--_w-expires);
  }

  .column-header[data-column="created"] {
    inline-size: var(--_w-created);
  }

  .column-header[data-column="updated"] {
    inline-size: var(--_w-updated);
  }

  .column-header[data-column="id"] {
    inline-size: var(--_w-id);
  }

  .column-header[data-column="actions"] {
    inline-size: var(--_w-actions);
  }

  /* What can be done stays in sight when the table is wider than its place; a line tells that there is more. */
  [data-scrolls~="x"] [data-column="actions"] {
    position: sticky;
    inset-inline-end: 0;
    border-inline-start: 1px solid var(--_border);
  }

  :where([data-scrolls~="x"]) .cell[data-column="actions"] {
    background: var(--_surface);
  }

  [data-scrolls~="x"] .column-header[data-column="actions"] {
    z-index: 1;
  }

  /* Focus must not go behind it. */
  [data-scrolls~="x"] :is(.column-header, .cell):not([data-column="actions"]) {
    scroll-margin-inline-end: calc(var(--_w-actions) + 8px);
  }
`;
