import { css } from "lit";

export const table = css`
  :host {
    display: flex;
    flex-direction: column;
    min-inline-size: min(100%, 280px);
  }

  .base {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-block-size: 0;
    /* Also where the page's own rules make the element a block. */
    max-block-size: 100%;
    container-type: inline-size;
    /* Where a parent is as wide as what is in it (a dialog, a float): wide enough for the table, if the window is. */
    contain-intrinsic-inline-size: min(1060px, 90vw);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    /* Not hidden: that would be a box to stick to. */
    overflow: clip;
  }

  /* Toolbar: what comes and goes has its place between the title and the controls, which are held by the end. */

  .toolbar {
    display: flex;
    align-items: center;
    gap: 4px 8px;
    padding: 12px 16px;
  }

  /* First to give way is the room that the count does not need yet. */
  .title {
    display: flex;
    flex: 0 99999 auto;
    gap: 5px;
    margin: 0;
    font-size: 15px;
    font-weight: 600;
    line-height: 20px;
    white-space: nowrap;
  }

  .title-text {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .count {
    flex: 0 99999 auto;
    color: var(--_muted);
    font-weight: 400;
  }

  .search {
    position: relative;
    display: flex;
    /* Gives way before any word is cut, or goes to another line. */
    flex: 999 999 140px;
    min-inline-size: 64px;
    max-inline-size: 220px;
    align-items: center;
    color: var(--_muted);
  }

  .search .icon {
    position: absolute;
    inset-inline-start: 8px;
    pointer-events: none;
  }

  input[type="search"],
  input[type="text"] {
    appearance: none;
    inline-size: 100%;
    min-block-size: 28px;
    margin: 0;
    padding: 3px 8px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }

  input[type="search"] {
    padding-inline-start: 28px;
  }

  input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  input:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
  }

  input[type="checkbox"],
  input[type="radio"] {
    inline-size: 14px;
    block-size: 14px;
    flex: none;
    margin: 0;
    accent-color: var(--_accent);
  }

  /* How fresh the rows are, what waits, or what is wrong: all in one place, which none of them can change. */
  .news {
    display: grid;
    flex: 1 1 216px;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    min-inline-size: 0;
    min-block-size: 28px;
  }

  .news > * {
    grid-row: 1;
  }

  .status-line {
    grid-column: 2;
    color: var(--_muted);
    font-size: 12px;
    white-space: nowrap;
    overflow: clip;
  }

  .pending {
    grid-column: 1 / -1;
    justify-self: start;
    inline-size: 116px;
    padding-inline: 4px;
    border-color: var(--_accent);
    border-radius: 999px;
    color: var(--_accent);
    font-size: 12px;
    z-index: 1;
  }

  .pending ~ .notice {
    margin-inline-start: 124px;
  }

  /* Filters */

  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    padding: 0 16px 10px;
  }

  .chip {
    appearance: none;
    flex: none;
    min-block-size: 24px;
    margin: 0;
    padding: 1px 10px;
    border: 1px solid var(--_border);
    border-radius: 999px;
    background: transparent;
    color: var(--_muted);
    font: inherit;
    font-size: 12px;
    cursor: pointer;
  }

  .chip:disabled {
    color: var(--_border-strong);
    cursor: default;
  }

  .chip:not(:disabled):hover,
  .chip[aria-expanded="true"] {
    border-color: var(--_border-strong);
    color: var(--_text);
  }

  .chip[data-active="true"] {
    border-color: var(--_accent);
    color: var(--_accent);
  }

  .chip:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }

  .filters .button {
    flex: none;
    padding-block: 0;
    font-size: 12px;
  }

  .refresh[aria-busy="true"] .icon {
    animation: turn 0.9s linear infinite;
  }

  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }

  /* Notices: two lines in the place of one, so that they need no further one. */

  .notice {
    grid-column: 1 / -1;
    display: flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
    block-size: 28px;
    padding-inline: 8px 2px;
    border-radius: var(--_radius-s);
    background: var(--_pending-bg);
    color: var(--_pending);
    font-size: 12px;
    line-height: 14px;
  }

  .status-line:has(~ .notice) {
    visibility: hidden;
  }

  .notice-text {
    display: -webkit-box;
    flex: 1 1 0;
    min-inline-size: 0;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .notice strong {
    font-weight: 600;
  }

  .notice .button {
    flex: none;
    min-block-size: 24px;
    padding: 1px 8px;
    border-color: transparent;
    background: transparent;
    color: inherit;
    font-weight: 600;
    line-height: 20px;
  }

  /* Seen from afar, and nothing has moved for it. */
  .base[data-stale] th {
    background: var(--_pending-bg);
    color: var(--_pending);
  }

  /* Below the rows: quiet while all is well */
  .integrations {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    padding: 6px 16px;
    border-block-start: 1px solid var(--_border);
    color: var(--_muted);
    font-size: 12px;
  }

  .integrations ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .integrations .icon {
    inline-size: 12px;
    block-size: 12px;
  }

  .integrations .apart {
    color: var(--_warning);
  }

  .quarantine {
    padding: 8px 16px;
    border-block-start: 1px solid var(--_border);
    color: var(--_warning);
    font-size: 12px;
  }

  .quarantine summary {
    inline-size: fit-content;
    min-block-size: 24px;
    cursor: pointer;
    border-radius: var(--_radius-s);
  }

  .quarantine summary:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }

  .quarantine ul {
    max-block-size: 160px;
    margin: 4px 0 0;
    padding-inline-start: 20px;
    overflow: auto;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }

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

  /* A scroll bar that comes with one row more may not move the columns. */
  .scroller[data-limited] {
    scrollbar-gutter: stable;
  }

  /* What each column needs. The table is never narrower than its columns together: it is scrolled sideways instead. */
  .scroller {
    --_pad: 12px;
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
  table.links {
    --_w-actions: 168px;
  }

  /* Fixed widths: a longer name in the next answer must not move what somebody is about to click. */
  table {
    table-layout: fixed;
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    text-indent: 0;
  }

  th,
  td {
    padding: 0 var(--_pad);
    text-align: start;
    white-space: nowrap;
    overflow: clip;
    text-overflow: ellipsis;
  }

  /* Ends with a button, which is there only while it is used. */
  td[data-column="contact"] {
    text-overflow: clip;
  }

  /* Here a text is all that there is, and is cut by itself. Every clip costs the painting of every frame. */
  table:not(.own) td:is([data-column="agent"], [data-column="channel"], [data-column="queue"], [data-column="id"]) {
    overflow: visible;
  }

  th:first-child,
  td:first-child {
    padding-inline-start: 16px;
  }

  th:focus-visible,
  td:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  td,
  th {
    scroll-margin-block: 40px 8px;
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

  th:hover .resize {
    border-inline-end-color: var(--_border-strong);
  }

  /* Quiet until needed: seen when the row is, or while anything is selected. */
  .select {
    opacity: 0;
  }

  tr:hover .select,
  tr:focus-within .select,
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

  th:last-child,
  td:last-child {
    padding-inline-end: 16px;
    text-align: end;
  }

  /* One box that sticks, not one for each header. */
  thead {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
  }

  th {
    position: relative;
    block-size: 36px;
    border-block-end: 1px solid var(--_border);
    background: var(--_subtle);
    color: var(--_muted);
    font-size: 12px;
    font-weight: 400;
  }

  th[data-column="contact"] {
    inline-size: var(--_w-contact);
  }

  th[data-column="agent"] {
    inline-size: var(--_w-agent);
  }

  /* More than that where there is more: names are long. No container's unit, which costs a style of all rows each time. */
  @container (inline-size >= 1075px) {
    .scroller:not([data-scrolls~="x"]) th[data-column="agent"] {
      inline-size: 15%;
    }
  }

  th[data-column="status"] {
    inline-size: var(--_w-status);
  }

  th[data-column="duration"] {
    inline-size: var(--_w-duration);
  }

  th[data-column="expires"] {
    inline-size: var(--_w-expires);
  }

  th[data-column="created"] {
    inline-size: var(--_w-created);
  }

  th[data-column="updated"] {
    inline-size: var(--_w-updated);
  }

  th[data-column="id"] {
    inline-size: var(--_w-id);
  }

  th[data-column="actions"] {
    inline-size: var(--_w-actions);
  }

  /* What can be done stays in sight when the table is wider than its place; a line tells that there is more. */
  [data-scrolls~="x"] [data-column="actions"] {
    position: sticky;
    inset-inline-end: 0;
    border-inline-start: 1px solid var(--_border);
  }

  :where([data-scrolls~="x"]) td[data-column="actions"] {
    background: var(--_surface);
  }

  [data-scrolls~="x"] th[data-column="actions"] {
    z-index: 1;
  }

  /* Focus must not go behind it. */
  [data-scrolls~="x"] :is(th, td):not([data-column="actions"]) {
    scroll-margin-inline-end: calc(var(--_w-actions) + 8px);
  }

  /* One height for all, so that what is not drawn can be reckoned with. */
  .base {
    --_row: var(--handoff-row-height, 44px);
  }

  .base[data-density="compact"] {
    --_row: var(--handoff-row-height-compact, 32px);
  }

  tbody {
    overflow-anchor: none;
  }

  td {
    block-size: var(--_row);
    border-block-end: 1px solid var(--_border);
  }

  tbody tr:last-child td {
    border-block-end: 0;
  }

  tbody tr:hover td,
  tbody tr[aria-selected="true"] td {
    background: var(--_hover);
  }

  /* Each row is painted by itself: what changes in one, or beside the table, leaves the others as they are. */
  tbody tr {
    position: relative;
    isolation: isolate;
  }

  /* A layer that fades, not a colour that does: the browser then needs no frame of the page for it. A whole row's layer
   * belongs to its first cell: what the row itself generates gets a cell, and pushes the columns along. The cell of the
   * actions may stick, and would keep the layer to itself. */
  tr[data-mark="new"] > :nth-child(1 of :not([data-column="actions"]))::after,
  tr[data-mark="changed"] td[data-column="status"]::after {
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
  tr[data-mark="new"] {
    position: sticky;
  }

  tr[data-mark="new"] > ::after {
    max-block-size: var(--_row);
  }

  tr[data-mark="changed"] td[data-column="status"] {
    position: relative;
  }

  @keyframes mark {
    from {
      opacity: 1;
    }
  }

  td .button {
    padding-block: 1px;
  }

  @media not (pointer: coarse) {
    td .button,
    .filters .button {
      min-block-size: 24px;
    }

    .copy,
    td .outside {
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
    input[type="search"],
    input[type="text"] {
      min-block-size: 44px;
    }

    .chip {
      padding-inline: 14px;
    }

    /* No higher line for it: rows with and without a button are of one height. */
    td .button {
      margin-block: -12px;
    }
  }

  td[data-column="channel"],
  td[data-column="provider"] {
    color: var(--_muted);
  }

  tr:not([data-muted=""]) td,
  tr:not([data-muted=""]) .badge {
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

  tr:hover .copy,
  tr:focus-within .copy,
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

  .end {
    margin-inline-end: -10px;
  }

  .end-failed {
    margin-inline-end: 2px;
    color: var(--_danger);
    font-size: 12px;
  }

  /* States */

  .state {
    /* In sight, wherever the headers are scrolled to. */
    position: sticky;
    inset-inline-start: 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 4px;
    padding: 40px 16px 48px;
    text-align: center;
  }

  .state p {
    max-inline-size: 52ch;
    margin: 0;
    overflow-wrap: anywhere;
  }

  .state-title {
    font-size: 15px;
    font-weight: 600;
  }

  .state .button {
    margin-block-start: 12px;
    text-decoration: none;
  }

  .drawing {
    inline-size: 64px;
    block-size: 48px;
    margin-block-end: 8px;
    fill: none;
    stroke: var(--_border-strong);
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .drawing .mark {
    stroke: var(--_danger);
    stroke-width: 2;
  }

  .skeleton-row {
    display: grid;
    grid-template-columns:
      var(--_w-contact) 15% 1fr 1fr var(--_w-status) 1fr
      var(--_w-duration) var(--_w-actions);
    align-items: center;
    block-size: var(--_row);
    border-block-end: 1px solid var(--_border);
  }

  .skeleton-row i {
    block-size: 10px;
    margin-inline: var(--_pad) 24px;
    border-radius: 5px;
    background: var(--_ended-bg);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  /* Where a contact's text begins */
  .skeleton-row i:first-child {
    margin-inline-start: 38px;
  }

  /* The badge of a status */
  .skeleton-row i:nth-child(5) {
    block-size: 20px;
    border-radius: 999px;
  }

  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }

  .further {
    display: flex;
    justify-content: center;
    padding: 12px;
  }

  /* Tighter, before anything has to be scrolled for: texts give way, status and waiting time do not. Each width is that
   * of the columns, and 17 px for the scroll bar of a list that is longer than its place. */

  @container (inline-size < 1075px) {
    .scroller {
      --_pad: 8px;
      --_w-contact: 168px;
      --_w-agent: 96px;
      --_w-provider: 96px;
      --_w-channel: 96px;
      --_w-status: 118px;
      --_w-queue: 96px;
      --_w-duration: 86px;
      --_w-actions: 102px;
    }

    table.links {
      --_w-agent: 90px;
      --_w-provider: 90px;
      --_w-channel: 90px;
      --_w-queue: 90px;
      --_w-actions: 124px;
    }

    /* Room for the mark of a sort. */
    th:not(:last-child) {
      padding-inline-end: 0;
    }

    td:last-child {
      padding-inline-start: 0;
    }

    td .button {
      padding-inline: 5px;
    }

    .end {
      margin-inline-end: -5px;
    }

    /* A mark in place of the word, which is told on hover. */
    .end-failed {
      font-size: 0;
    }

    .end-failed::before {
      content: "!" / "";
      font-size: 12px;
      font-weight: 600;
    }

    th[data-column="agent"] {
      inline-size: auto;
    }

    /* Over what follows, since it is there only while it is used; without a pointer it has to have a place. */
    @media (hover: hover) {
      .copy {
        position: absolute;
        z-index: 1;
        background: var(--_surface);
      }
    }

    @media (hover: none) {
      .scroller {
        --_w-contact: 204px;
      }
    }

    .skeleton-row {
      grid-template-columns:
        var(--_w-contact) 1fr 1fr 1fr var(--_w-status) 1fr
        var(--_w-duration) var(--_w-actions);
    }
  }

  @container (inline-size < 875px) {
    .scroller {
      --_pad: 6px;
      --_w-contact: 164px;
      --_w-agent: 51px;
      --_w-provider: 51px;
      --_w-channel: 51px;
      --_w-status: 114px;
      --_w-queue: 51px;
      --_w-duration: 82px;
      --_w-actions: 74px;
    }

    table.links {
      --_w-agent: 51px;
      --_w-provider: 51px;
      --_w-channel: 51px;
      --_w-queue: 51px;
      --_w-actions: 108px;
    }

    th:last-child,
    td:last-child {
      padding-inline-end: 8px;
    }

    @media (hover: none) {
      .scroller {
        --_w-contact: 204px;
      }

      table.links {
        --_w-actions: 142px;
      }
    }
  }

  /* Just above the cards there is no room for a scroll bar: a long contact gives it. */
  @container (inline-size < 655px) {
    @media (hover: hover) {
      .scroller {
        --_w-contact: 149px;
      }
    }
  }

  /* One after the other, in the place of the longest: there is no room for both. */

  @container (760px <= inline-size < 1075px) {
    .search {
      flex-basis: 128px;
      flex-grow: 0;
    }

    .pending ~ .status-line {
      visibility: hidden;
    }

    /* Told by what follows, and by the headers. */
    .notice .stale {
      display: none;
    }
  }

  /* A line of its own. */
  @container (inline-size < 760px) {
    .toolbar {
      flex-wrap: wrap;
      padding-block-end: 6px;
    }

    .search {
      flex-basis: 120px;
    }

    .pause {
      margin-inline-start: auto;
    }

    .news {
      order: 9;
      flex: 0 0 100%;
      grid-template-columns: minmax(0, 1fr);
    }

    .status-line {
      grid-column: 1;
      justify-self: start;
    }

    .pending {
      justify-self: end;
    }

    .pending ~ .notice {
      margin-inline: 0 124px;
    }
  }

  /* Many at once */

  .selected-count {
    min-block-size: 24px;
    margin-inline-end: 4px;
    font-weight: 600;
    line-height: 24px;
  }

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

    table,
    tbody {
      display: block;
      min-inline-size: 0 !important;
    }

    /* Seen only while the keyboard is there: then a strip above the cards. */
    thead:not(:focus-within) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    thead:focus-within {
      display: block;
      overflow-x: auto;
    }

    thead:focus-within tr {
      display: flex;
    }

    thead:focus-within th {
      flex: 1 0 auto;
      inline-size: auto !important;
      padding-inline: 12px;
      line-height: 35px;
    }

    tbody tr {
      --_basis: calc(50% - 6px);
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      padding: 12px;
      border-block-end: 1px solid var(--_border);
    }

    tbody tr:last-child {
      border-block-end: 0;
    }

    td[data-column] {
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
    tbody tr::after {
      content: "";
      order: -1;
      flex: 0 0 100%;
    }

    td::before {
      content: attr(data-label);
      display: block;
      color: var(--_muted);
      font-size: 12px;
      line-height: 16px;
    }

    tr[data-mark="new"] > ::after {
      max-block-size: none;
    }

    /* First what matters: status and waiting time, and what can be done. */
    td[data-column="status"],
    td[data-column="duration"],
    td[data-column="actions"] {
      position: static;
      order: -2;
      display: flex;
      flex: none;
      align-items: center;
      block-size: 24px;
    }

    td[data-column="duration"] {
      flex: 1 0 auto;
    }

    td[data-column="actions"] {
      justify-content: flex-end;
      /* Also when there is nothing to press any more: a press that comes late must not open the card. */
      min-inline-size: 72px;
      margin-inline-start: auto;
      overflow: visible;
    }

    td[data-column="status"]::before,
    td[data-column="duration"]::before,
    td[data-column="actions"]::before {
      content: none;
    }

    .duration[data-level="critical"] {
      margin-inline-start: 0;
    }

    /* A line of its own, for the box, the marks and the button; the others are four. Two fonts would add half a pixel. */
    tbody td[data-column="contact"] {
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

    tbody tr:hover td,
    tbody tr[aria-selected="true"] td {
      background: none;
    }

    tbody tr[aria-selected="true"] {
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

      td:is([data-column="status"], [data-column="duration"], [data-column="actions"]) {
        block-size: 44px;
        margin-block: -10px;
      }

      td .button {
        margin-block: 0;
      }

      td .copy {
        margin-block: -12px;
      }
    }
  }

  @container (480px <= inline-size < 640px) {
    tbody tr {
      --_basis: calc((100% - 36px) / 4);
    }
  }

  @container (inline-size < 480px) {
    .title {
      flex: 1 1 0;
      min-inline-size: 0;
    }
  }

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

    tr[data-mark="new"] > :nth-child(1 of :not([data-column="actions"]))::after,
    tr[data-mark="changed"] td[data-column="status"]::after {
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

    tr:not([data-muted=""]) td {
      color: GrayText;
    }

    /* Colours are the system's: what they say in a row needs a shape. */
    tbody tr[aria-selected="true"] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .end {
      margin-inline-end: 0;
    }
  }
`;
