import { css } from "lit";

/** The timeline: a lane for each agent, the axis and the legend. */
export const lanes = css`
  .lanes {
    display: grid;
    grid-template-columns: minmax(64px, max-content) minmax(0, 1fr);
    column-gap: 16px;
    align-items: start;
    /* Room for half a marker at either end. */
    padding-inline-end: 8px;
  }

  .lane-name {
    max-inline-size: 140px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 12px;
    line-height: 20px;
  }

  .lane {
    display: block;
    inline-size: 100%;
    block-size: 36px;
    overflow: visible;
  }

  .lane-text {
    fill: var(--_muted);
    font: 11px/16px var(--_font);
    /* Its anchor is counted from the left in every language. */
    direction: ltr;
  }

  .rail {
    stroke: var(--_border);
    stroke-width: 1;
  }

  .bar {
    fill: var(--_active);
    fill-opacity: 0.55;
  }

  .bar.remote {
    fill: var(--_surface);
    fill-opacity: 1;
    stroke: var(--_active);
    stroke-width: 1.25;
  }

  .aside {
    fill: var(--_surface);
    stroke: var(--_pending);
    stroke-width: 1.25;
    stroke-dasharray: 4 3;
  }

  .marker,
  .key {
    fill: var(--_text);
    stroke: var(--_surface);
    stroke-width: 1.5;
    overflow: visible;
  }

  .hollow {
    fill: var(--_surface);
    stroke: var(--_text);
  }

  .axis {
    display: flex;
    justify-content: space-between;
    gap: 8px;
    padding-block-start: 4px;
    border-block-start: 1px solid var(--_border);
    font-size: 12px;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    margin-block-start: 10px;
    font-size: 12px;
  }

  .legend-item {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }

  .key {
    inline-size: 11px;
    block-size: 11px;
  }

  .key.wide {
    inline-size: 20px;
    block-size: 12px;
  }

  @container (max-width: 440px) {
    .lane-name {
      max-inline-size: 88px;
    }

    .duration {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .bar {
      fill: CanvasText;
      fill-opacity: 1;
    }

    .bar.remote,
    .aside {
      fill: Canvas;
      stroke: CanvasText;
    }

    .marker,
    .key {
      fill: CanvasText;
      stroke: Canvas;
    }

    .hollow {
      fill: Canvas;
      stroke: CanvasText;
    }

    .lane-text {
      fill: CanvasText;
    }

    .rail {
      stroke: GrayText;
    }
  }
`;
