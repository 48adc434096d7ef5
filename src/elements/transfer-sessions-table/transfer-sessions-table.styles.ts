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
    container-type: inline-size;
    /* Where a parent is as wide as what is in it (a dialog, a float): wide enough for the table, if the window is. */
    contain-intrinsic-inline-size: min(1060px, 90vw);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    /* Not hidden: that would be a box to stick to. */
    overflow: clip;
  }

  /* Toolbar */

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    padding: 12px 16px;
  }

  .title {
    margin: 0;
    margin-inline-end: 8px;
    font-size: 15px;
    font-weight: 600;
    line-height: 20px;
  }

  .count {
    color: var(--_muted);
    font-weight: 400;
  }

  .search {
    position: relative;
    display: flex;
    flex: 0 1 220px;
    min-inline-size: 120px;
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

  .pending {
    border-color: var(--_accent);
    border-radius: 999px;
    color: var(--_accent);
  }

  .space {
    flex: 1 1 0;
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

  .chip:hover,
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
    min-block-size: 24px;
    padding-block: 0;
    font-size: 12px;
  }

  .status-line {
    color: var(--_muted);
    font-size: 12px;
    padding-inline-end: 4px;
  }

  .refresh[aria-busy="true"] .icon {
    animation: turn 0.9s linear infinite;
  }

  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }

  /* Notices */

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    padding: 6px 16px;
    border-block-start: 1px solid var(--_border);
    background: var(--_pending-bg);
    color: var(--_pending);
  }

  .notice-text {
    flex: 1 1 240px;
  }

  .stale {
    font-weight: 600;
  }

  .notice strong {
    font-weight: 600;
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
  .scroller[data-scrolls=""] {
    overflow: clip;
  }

  /* Fixed widths: a longer name in the next answer must not move what somebody is about to click. */
  table {
    table-layout: fixed;
    inline-size: 100%;
    min-inline-size: 1060px;
    border-collapse: separate;
    border-spacing: 0;
    text-indent: 0;
  }

  th,
  td {
    padding: 0 12px;
    text-align: start;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
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
    margin-inline-end: 8px !important;
    opacity: 0;
    vertical-align: middle;
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
    inline-size: 204px;
  }

  th[data-column="agent"] {
    inline-size: 16%;
  }

  th[data-column="status"] {
    inline-size: 132px;
  }

  th[data-column="duration"] {
    inline-size: 108px;
  }

  th[data-column="expires"] {
    inline-size: 112px;
  }

  th[data-column="actions"] {
    inline-size: 136px;
  }

  /* What can be done stays in sight when the table is wider than its place. */
  th[data-column="actions"],
  td[data-column="actions"] {
    position: sticky;
    inset-inline-end: 0;
    background: var(--_surface);
  }

  th[data-column="actions"] {
    z-index: 2;
    background: var(--_subtle);
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

  /* A layer that fades, not a colour that does: the browser then needs no frame of the page for it. */
  tr[data-mark="new"]::before,
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

  tr[data-mark="changed"] td[data-column="status"] {
    position: relative;
  }

  @keyframes mark {
    from {
      opacity: 1;
    }
  }

  td .button {
    min-block-size: 24px;
    padding-block: 1px;
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
    min-inline-size: 24px;
    padding-inline: 4px;
    vertical-align: middle;
    margin-inline-start: 2px;
    color: var(--_muted);
    opacity: 0;
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
    grid-template-columns: 2fr 3fr 1fr 1fr;
    gap: 24px;
    align-items: center;
    block-size: 44px;
    padding-inline: 16px;
    border-block-end: 1px solid var(--_border);
  }

  .skeleton-row i {
    block-size: 10px;
    border-radius: 5px;
    background: var(--_ended-bg);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }

  /* Menus */

  .menu {
    position: fixed;
    inset: auto;
    max-block-size: min(420px, 80vh);
    min-inline-size: 200px;
    max-inline-size: min(320px, calc(100vw - 16px));
    margin: 0;
    padding: 8px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    color: inherit;
    overflow: auto;
  }

  .menu p {
    margin: 4px 8px;
  }

  .menu fieldset {
    margin: 8px 0 0;
    padding: 8px 0 0;
    border: 0;
    border-block-start: 1px solid var(--_border);
  }

  .menu legend {
    float: inline-start;
    inline-size: 100%;
    padding: 0 8px 2px;
    color: var(--_muted);
    font-size: 12px;
  }

  .choice {
    display: flex;
    flex: 1 1 auto;
    clear: both;
    align-items: center;
    gap: 8px;
    min-block-size: 28px;
    min-inline-size: 0;
    padding: 0 8px;
    border-radius: var(--_radius-s);
    cursor: pointer;
  }

  .choice:hover {
    background: var(--_hover);
  }

  .choice-label {
    flex: 1 1 auto;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .column-choice {
    display: flex;
    clear: both;
    align-items: center;
  }

  .show-more {
    display: flex;
    margin: 12px auto;
  }

  /* Confirmation */

  dialog {
    inline-size: min(420px, calc(100vw - 32px));
    padding: 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    color: inherit;
    box-shadow: var(--_shadow);
    overflow-wrap: anywhere;
  }

  dialog::backdrop {
    background: light-dark(#1a1f2566, #000000a6);
  }

  dialog h3 {
    margin: 0 0 8px;
    font-size: 15px;
    font-weight: 600;
    line-height: 20px;
  }

  dialog p {
    margin: 0;
  }

  dialog .over {
    margin-block-start: 8px;
    color: var(--_warning);
    font-weight: 600;
  }

  dialog .over:empty {
    display: none;
  }

  dialog .buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin-block-start: 16px;
  }

  /* Tighter, before anything has to be scrolled for */

  @container (inline-size < 1060px) {
    table {
      min-inline-size: 900px;
    }

    th,
    td {
      padding-inline: 8px;
    }

    th[data-column="contact"] {
      inline-size: 190px;
    }

    th[data-column="agent"] {
      inline-size: 14%;
    }

    th[data-column="status"] {
      inline-size: 118px;
    }

    th[data-column="duration"] {
      inline-size: 90px;
    }

    th[data-column="actions"] {
      inline-size: 124px;
    }
  }

  /* Headers alone are nothing to scroll for. */
  table.bare {
    min-inline-size: 0;
  }

  /* Many at once */

  .selected-count {
    min-block-size: 24px;
    margin-inline-end: 4px;
    font-weight: 600;
    line-height: 24px;
  }

  .bulk-list {
    max-block-size: 240px;
    margin: 12px 0 0;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-s);
    list-style: none;
    overflow: auto;
  }

  .bulk-list:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }

  .bulk-list li {
    display: flex;
    gap: 12px;
    padding: 4px 8px;
  }

  .bulk-step {
    margin-inline-start: auto;
    white-space: nowrap;
  }

  [data-step="failed"] .bulk-step {
    color: var(--_danger);
    font-weight: 600;
  }

  .bulk-status:not(:empty) {
    margin-block-start: 8px;
  }

  progress {
    inline-size: 100%;
    margin-block-start: 8px;
    accent-color: var(--_accent);
  }

  /* Narrow: rows become cards */

  @container (inline-size < 640px) {
    .status-line {
      order: 9;
      flex-basis: 100%;
    }

    .search {
      order: 8;
      flex-basis: 100%;
    }

    .filters {
      padding-inline: 12px;
    }

    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    table,
    tbody {
      display: block;
      min-inline-size: 0;
    }

    .toolbar {
      gap: 4px;
      padding-inline: 12px;
    }

    tbody tr {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      padding: 12px;
      border-block-end: 1px solid var(--_border);
    }

    tbody tr:last-child {
      border-block-end: 0;
    }

    td,
    td:first-child,
    td:last-child {
      display: block;
      flex: 0 0 calc(50% - 6px);
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

    /* First what matters: status and waiting time, and what can be done. */
    td[data-column="status"],
    td[data-column="duration"],
    td[data-column="actions"] {
      position: static;
      order: -2;
      flex: none;
      align-self: center;
      min-block-size: 24px;
    }

    td[data-column="duration"] {
      flex: 1 0 auto;
    }

    td[data-column="status"]::before,
    td[data-column="duration"]::before,
    td[data-column="actions"]::before {
      content: none;
    }

    .duration[data-level="critical"] {
      margin-inline-start: 0;
    }

    /* Marks and the copy button may stand in the gap to the next cell. */
    td[data-column="contact"] {
      overflow: visible;
    }

    .copy {
      margin-block: -4px;
    }

    .select {
      opacity: 1;
    }

    tbody tr:hover td {
      background: none;
    }
  }

  @container (480px <= inline-size < 640px) {
    td,
    td:first-child,
    td:last-child {
      flex-basis: calc(33.3% - 8px);
    }
  }

  /* Very narrow: the icon says it, with its name for whoever cannot see it */

  @container (inline-size < 400px) {
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
    .skeleton-row i,
    tr[data-mark="new"]::before,
    tr[data-mark="changed"] td[data-column="status"]::after {
      animation: none;
    }

    tr[data-mark="new"]::before,
    tr[data-mark="changed"] td[data-column="status"]::after {
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
  }
`;
