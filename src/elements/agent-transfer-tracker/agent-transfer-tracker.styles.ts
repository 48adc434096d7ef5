import { css } from "lit";

export const tracker = css`
  :host {
    container-type: inline-size;
  }

  .panel {
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    overflow: hidden;
  }

  h2,
  h3,
  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  h2 {
    font-size: 15px;
    line-height: 20px;
    font-weight: 600;
  }

  h3 {
    font-size: 12px;
    line-height: 16px;
    font-weight: 600;
    color: var(--_muted);
    margin-block-end: 8px;
  }

  .note,
  .help {
    font-size: 12px;
    line-height: 18px;
  }

  .help {
    margin-block-start: 8px;
    max-inline-size: 68ch;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    padding: 14px 16px;
  }

  /* A phase has its word in a frame of its own kind; the colours are those of the statuses. */
  .phase,
  .role {
    display: inline-block;
    padding: 0 8px;
    border: 1px solid transparent;
    border-radius: 999px;
    font-size: 12px;
    line-height: 18px;
    white-space: nowrap;
    background: var(--_ended-bg);
    color: var(--_ended);
  }

  .phase[data-phase="open"],
  .role[data-role="lead"] {
    background: var(--_active-bg);
    color: var(--_active);
  }

  .phase[data-phase="handover"],
  .role[data-role="handed-over"] {
    background: var(--_queued-bg);
    color: var(--_queued);
  }

  .phase[data-phase="dropped"],
  .role[data-role="aside"] {
    border: 1px dashed currentColor;
    background: var(--_pending-bg);
    color: var(--_pending);
  }

  .role:not([data-role]) {
    border-color: var(--_border);
    background: transparent;
    color: var(--_muted);
  }

  .connection {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    margin-inline-start: auto;
    font-size: 12px;
    color: var(--_muted);
  }

  .connection svg {
    inline-size: 10px;
    block-size: 10px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
  }

  .connection[data-connection="up"] {
    color: var(--_active);
  }

  .connection[data-connection="up"] svg {
    fill: currentColor;
  }

  .connection[data-connection="none"] svg {
    stroke-dasharray: 2.2 1.73;
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    padding: 8px 16px;
    border-block-start: 1px solid var(--_border);
    background: var(--_pending-bg);
    color: var(--_pending);
    min-block-size: 44px;
  }

  .notice[data-kind="failed"] {
    background: var(--_critical-bg);
    color: var(--_critical);
  }

  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 12px 16px;
    padding: 12px 16px;
    border-block-start: 1px solid var(--_border);
    background: var(--_subtle);
  }

  .control-group {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px;
  }

  .control-group.end {
    margin-inline-start: auto;
  }

  .field {
    display: grid;
    gap: 2px;
    font-size: 12px;
  }

  .field input {
    appearance: none;
    box-sizing: border-box;
    inline-size: 132px;
    min-block-size: 28px;
    margin: 0;
    padding: 3px 8px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: 13px;
  }

  .field input:focus-visible,
  summary:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }

  .part {
    padding: 12px 16px 16px;
    border-block-start: 1px solid var(--_border);
    min-inline-size: 0;
  }

  .roster {
    display: grid;
    gap: 8px;
  }

  .agent {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: start;
    gap: 0 8px;
    min-block-size: 28px;
  }

  .agent-what {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    padding-block: 4px;
  }

  .agent-name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .agent-id {
    overflow-wrap: anywhere;
  }

  .agent-actions {
    display: inline-flex;
    gap: 4px;
    margin-inline-end: -8px;
  }

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

  .lane text {
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

  .key .aside {
    stroke: var(--_pending);
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

  .legend li {
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

  .event + .event {
    border-block-start: 1px solid var(--_border);
  }

  summary {
    display: grid;
    grid-template-columns: 12px 88px 96px minmax(0, 1fr) auto;
    align-items: center;
    gap: 8px;
    min-block-size: 32px;
    border-radius: var(--_radius-s);
    cursor: pointer;
    list-style: none;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary::before {
    content: "";
    inline-size: 5px;
    block-size: 5px;
    margin-inline-start: 2px;
    border-block-end: 1.5px solid var(--_muted);
    border-inline-end: 1.5px solid var(--_muted);
    transform: rotate(-45deg);
  }

  .panel[dir="rtl"] summary::before {
    transform: rotate(45deg);
  }

  .panel details[open] > summary::before {
    transform: rotate(45deg);
  }

  .panel[dir="rtl"] details[open] > summary::before {
    transform: rotate(-45deg);
  }

  summary:hover {
    background: var(--_hover);
  }

  .type {
    font-weight: 600;
  }

  .type,
  summary > time {
    white-space: nowrap;
  }

  .event-agent {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .outcome {
    font-size: 12px;
    white-space: nowrap;
    text-align: end;
  }

  .outcome[data-status="queued"],
  .outcome[data-status="sending"] {
    color: var(--_pending);
  }

  .outcome[data-status="failed"] {
    color: var(--_critical);
    font-weight: 600;
  }

  .outcome[data-status="sent"] {
    color: var(--_muted);
  }

  .error-text {
    padding: 4px 0 4px 20px;
    color: var(--_critical);
    font-size: 12px;
    overflow-wrap: anywhere;
  }

  transfer-json-pane {
    margin-block: 4px 12px;
    margin-inline-start: 20px;
  }

  @container (min-width: 760px) {
    .body {
      grid-template-columns: minmax(220px, 2fr) minmax(0, 5fr);
    }

    .body > .part:nth-child(2) {
      border-inline-start: 1px solid var(--_border);
    }

    .body > .part:nth-child(3) {
      grid-column: 1 / -1;
    }
  }

  @container (max-width: 440px) {
    summary {
      grid-template-columns: 12px minmax(0, 1fr) auto;
      gap: 0 8px;
      padding-block: 6px;
    }

    summary > time {
      grid-column: 3;
      grid-row: 1;
      text-align: end;
    }

    summary > .type {
      grid-column: 2;
      grid-row: 1;
    }

    .event-agent {
      grid-column: 2;
    }

    .field,
    .field input {
      inline-size: 100%;
    }

    .control-group {
      inline-size: 100%;
    }

    .control-group:first-child {
      display: grid;
      grid-template-columns: 1fr 1fr;
    }

    .control-group .button {
      flex: 1 1 auto;
    }

    .lane-name {
      max-inline-size: 88px;
    }

    .lane .duration {
      display: none;
    }
  }

  @media (pointer: coarse) {
    summary,
    .field input {
      min-block-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .phase,
    .role,
    .notice {
      border: 1px solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }

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

    .lane text {
      fill: CanvasText;
    }

    .rail {
      stroke: GrayText;
    }

    .connection,
    .connection[data-connection="up"] {
      color: CanvasText;
    }

    .field input {
      border-color: FieldText;
    }
  }
`;
