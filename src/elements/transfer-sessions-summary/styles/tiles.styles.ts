import { css } from "lit";

/** The tiles, and what is said in each: label, figure, detail. */
export const tiles = css`
  :host {
    min-inline-size: min(100%, 280px);
  }

  .base {
    container-type: inline-size;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    overflow: hidden;
  }

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

  .providers .shares {
    padding-block-start: 0;
  }

  .label {
    color: var(--_muted);
    font-size: 12px;
    font-weight: 400;
    line-height: 16px;
  }

  .figure {
    font-size: 20px;
    font-weight: 600;
    line-height: 28px;
  }

  .figure svg.icon {
    inline-size: 16px;
    block-size: 16px;
  }

  .detail {
    color: var(--_muted);
    font-size: 12px;
    line-height: 16px;
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

  .stale {
    padding: 6px 16px;
    border-block-start: 1px solid var(--_border);
    background: var(--_pending-bg);
    color: var(--_pending);
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

    .tile {
      padding-inline: 12px;
    }

    .stale {
      padding-inline: 12px;
    }
  }

  @media (forced-colors: active) {
    .wait[data-level="critical"] {
      outline: 1px solid CanvasText;
    }
  }
`;
