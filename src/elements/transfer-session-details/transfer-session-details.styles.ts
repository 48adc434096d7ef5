import { css } from "lit";

export const details = css`
  :host(:not([inline])) {
    display: contents;
  }

  dialog {
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    color: inherit;
    box-shadow: var(--_shadow);
  }

  dialog::backdrop {
    background: light-dark(#1a1f2566, #000000a6);
  }

  .details {
    /* Of what is left beside the scroll bar of the page, which lies over everything. */
    inline-size: min(760px, 100% - 24px);
    block-size: fit-content;
    max-inline-size: none;
    max-block-size: min(860px, 100dvh - 24px);
    overflow: hidden;
  }

  .details[open] {
    display: flex;
  }

  .panel {
    container-type: inline-size;
    display: flex;
    flex-direction: column;
    flex: 1 1 auto;
    min-inline-size: 0;
    min-block-size: 0;
  }

  section.panel {
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface);
  }

  .header {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    padding-block: 10px;
    padding-inline: 16px 12px;
    border-block-end: 1px solid var(--_border);
  }

  h2 {
    margin: 0;
    margin-inline-end: 4px;
    font-size: 15px;
    font-weight: 600;
    line-height: 20px;
  }

  h2:focus {
    outline: none;
  }

  h2:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 2px;
  }

  h3 {
    margin: 0 0 8px;
    font-size: 12px;
    font-weight: 600;
    line-height: 16px;
    color: var(--_muted);
  }

  .space {
    flex: 1 1 0;
  }

  .end-failed {
    color: var(--_danger);
    font-size: 12px;
  }

  .body {
    display: flex;
    flex-direction: column;
    gap: 16px;
    min-block-size: 0;
    padding: 16px;
    overflow: auto;
    overscroll-behavior: contain;
    overflow-wrap: anywhere;
  }

  .body > :empty {
    display: none;
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    margin: 0;
    padding: 8px 12px;
    border-radius: var(--_radius-m);
    background: var(--_pending-bg);
    color: var(--_pending);
  }

  .notice.left {
    background: var(--_ended-bg);
    color: var(--_ended);
  }

  .notice.issues {
    display: block;
  }

  .notice p {
    margin: 0;
  }

  .notice ul {
    margin: 4px 0 0;
    padding-inline-start: 24px;
  }

  .fields {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 12px 24px;
    margin: 0;
  }

  .field {
    display: grid;
    grid-template-columns: 124px minmax(0, 1fr);
    gap: 0 12px;
    align-items: baseline;
    min-inline-size: 0;
  }

  .field.wide {
    grid-column: 1 / -1;
  }

  dt {
    color: var(--_muted);
    font-size: 12px;
  }

  dd {
    margin: 0;
    min-inline-size: 0;
  }

  .id {
    font-size: 12px;
  }

  .copy {
    margin-block: -4px;
    margin-inline-start: 2px;
    color: var(--_muted);
    vertical-align: middle;
  }

  .relative {
    display: block;
    font-size: 12px;
  }

  .rest[data-level="warning"] {
    color: var(--_warning);
    font-weight: 600;
  }

  .parts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 20px;
    margin: 4px 0 0;
  }

  .part {
    display: flex;
    align-items: baseline;
    gap: 6px;
    min-inline-size: 0;
  }

  .part dt {
    flex: none;
  }

  .links {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin: 0;
  }

  .links a {
    text-decoration: none;
  }

  .bar {
    display: flex;
    gap: 2px;
    block-size: 10px;
    border-radius: 5px;
    overflow: hidden;
  }

  .segment {
    flex: 1 1 0;
    min-inline-size: 8px;
    background: var(--_ended);
  }

  .segment[data-status="pending"] {
    background: var(--_pending);
  }

  .segment[data-status="queued"] {
    background: var(--_queued);
  }

  .segment[data-status="active"] {
    background: var(--_active);
  }

  .segment[data-status="post_agent"] {
    background: var(--_post-agent);
  }

  .segment[data-status="unseen"] {
    background: repeating-linear-gradient(-45deg, var(--_border-strong) 0 2px, transparent 2px 6px);
  }

  .segment.end {
    flex: 0 0 8px;
  }

  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 20px;
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
    font-size: 12px;
  }

  .steps li {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }

  .unseen {
    color: var(--_muted);
    font-style: italic;
  }

  .notes {
    margin: 6px 0 0;
    font-size: 12px;
  }

  .panes {
    display: flex;
    flex-direction: column;
    gap: 12px;
  }

  .no-data {
    margin: 0;
    padding: 8px 12px;
    border: 1px dashed var(--_border);
    border-radius: var(--_radius-m);
  }

  .no-data strong {
    margin-inline-end: 8px;
    color: var(--_text);
    font-weight: 600;
  }

  .placeholder {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 8px;
    padding: 32px 16px;
    text-align: center;
  }

  .placeholder p {
    margin: 0;
  }

  .state-title {
    font-size: 15px;
    font-weight: 600;
  }

  .skeleton {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 12px 24px;
    inline-size: 100%;
    margin-block-start: 12px;
  }

  .skeleton i {
    block-size: 14px;
    border-radius: 4px;
    background: var(--_subtle);
  }

  .confirmation {
    inline-size: min(420px, calc(100vw - 32px));
    padding: 16px;
    overflow-wrap: anywhere;
  }

  .confirmation h3 {
    font-size: 15px;
    line-height: 20px;
    color: inherit;
  }

  .confirmation p {
    margin: 0;
  }

  .confirmation .over {
    margin-block-start: 8px;
    color: var(--_warning);
    font-weight: 600;
  }

  .confirmation .over:empty {
    display: none;
  }

  .confirmation .buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin-block-start: 16px;
  }

  @container (max-width: 560px) {
    .fields {
      grid-template-columns: minmax(0, 1fr);
    }

    .parts {
      flex-direction: column;
    }

    .refresh .button-label {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }

  @container (max-width: 440px) {
    /* The first field says it too. */
    .header .badge {
      display: none;
    }

    .header {
      column-gap: 2px;
      padding-inline: 14px 8px;
    }

    .header .refresh {
      padding-inline: 6px;
    }

    /* Beside buttons for a finger there is no room for it: the last of them would be pushed down. */
    @media (pointer: coarse) {
      h2 {
        flex-basis: 100%;
      }
    }
  }

  @media (max-width: 480px) {
    .details {
      inline-size: 100%;
      max-block-size: 100dvh;
      block-size: 100dvh;
      margin: 0;
      border: 0;
      border-radius: 0;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .refresh[aria-busy="true"] .icon {
      animation: turn 1s linear infinite;
    }
  }

  @keyframes turn {
    to {
      transform: rotate(360deg);
    }
  }

  @media (forced-colors: active) {
    .segment {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
    }

    .notice {
      border: 1px solid CanvasText;
    }
  }
`;
