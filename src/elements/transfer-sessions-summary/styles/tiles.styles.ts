import { css } from "lit";

/** The tiles, and what is said in each: label, figure, detail. */
export const tiles = css`
  .label,
  .figure,
  .shares,
  .stale {
    margin: 0;
    padding: 0;
  }

  .tiles {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 192px 208px;
  }

  .tile {
    position: relative;
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    padding: 12px 16px;
  }

  .tile + .tile {
    border-inline-start: 1px solid var(--_border);
  }

  /* One line: with whom matters less than how long. */
  .providers {
    grid-column: 1 / -1;
    flex-direction: row;
    align-items: baseline;
    gap: 12px;
    padding-block: 4px;
  }

  .tile.providers {
    border-inline-start: 0;
    border-block-start: 1px solid var(--_border);
  }

  .providers .label {
    flex: none;
  }

  /* However many there are: the line is pushed along. */
  .providers .shares {
    flex: 1 1 0;
    flex-wrap: nowrap;
    min-inline-size: 0;
    max-block-size: none;
    /* Room for the focus ring, which a box that scrolls would cut off. */
    margin: -3px -8px;
    padding: 3px 4px;
    scrollbar-width: none;
  }

  .shares li {
    flex: none;
    max-inline-size: 100%;
  }

  .providers .muted {
    min-block-size: 28px;
    padding-inline: 6px;
    line-height: 28px;
  }

  .label {
    color: var(--_muted);
    font-size: 12px;
    font-weight: 400;
    line-height: 16px;
  }

  .figure {
    block-size: 28px;
    font-size: 20px;
    font-weight: 600;
    line-height: 28px;
  }

  .figure svg.icon {
    inline-size: 16px;
    block-size: 16px;
  }

  /* Room for all the words that there may be: the table below it stays where it is. */
  .detail {
    display: -webkit-box;
    block-size: 48px;
    overflow: hidden;
    color: var(--_muted);
    font-size: 12px;
    line-height: 16px;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }

  .figure:not([data-level="warning"], [data-level="critical"]) svg.icon {
    color: var(--_muted);
  }

  .calm {
    font-size: 13px;
    font-weight: 400;
    color: var(--_muted);
  }

  [data-level="warning"] {
    color: var(--_warning);
  }

  .figure[data-level="critical"] {
    color: var(--_critical);
  }

  .wait[data-level="critical"] {
    padding: 1px 8px;
    margin-inline-start: -8px;
    border-radius: var(--_radius-s);
    background: var(--_critical-bg);
    color: var(--_critical);
  }

  /* In the line of the first label. */
  .stale {
    position: absolute;
    inset-block-start: 11px;
    inset-inline-end: 16px;
    max-inline-size: 75%;
    padding-inline: 6px;
    border-radius: var(--_radius-s);
    background: var(--_pending-bg);
    color: var(--_pending);
    font-size: 12px;
    font-weight: 600;
    line-height: 18px;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  @container (inline-size < 860px) {
    .tiles {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }

    .statuses {
      grid-column: 1 / -1;
    }

    .tile + .tile {
      border-block-start: 1px solid var(--_border);
    }

    .tile:nth-child(2) {
      border-inline-start: 0;
    }

    .detail {
      block-size: 32px;
      -webkit-line-clamp: 2;
    }
  }

  @container (inline-size < 640px) {
    .providers {
      flex-wrap: wrap;
      gap: 0;
      padding-block: 8px;
    }

    .providers .label {
      flex-basis: 100%;
    }

    .providers .shares {
      flex-basis: 100%;
      margin-block-start: 0;
    }

    .tile {
      padding-inline: 12px;
    }

    .detail {
      block-size: 48px;
      -webkit-line-clamp: 3;
    }
  }

  @media (pointer: coarse) {
    .providers .muted {
      min-block-size: 44px;
      line-height: 44px;
    }
  }

  @media (forced-colors: active) {
    .wait[data-level="critical"] {
      outline: 1px solid CanvasText;
    }
  }
`;
