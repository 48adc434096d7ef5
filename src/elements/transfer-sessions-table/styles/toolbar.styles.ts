import { css } from "lit";

/** Title, freshness, search, Pause, Refresh; and the filters. */
export const toolbar = css`
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

  .input {
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

  .search .input {
    padding-inline-start: 28px;
  }

  .input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  .input:focus-visible,
  .check:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
  }

  .check,
  .select {
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
`;
