import { css, unsafeCSS } from "lit";

/** One rule per depth: a style attribute on each row would not pass a strict content security policy. */
const indents = unsafeCSS(
  Array.from({ length: 41 }, (_, depth) => `.d${depth} { --_indent: ${depth * 16}px; }`).join("\n"),
);

const pane = css`
  :host {
    --_json-key: var(--handoff-json-key, light-dark(#0a4f8f, #8cc7ff));
    --_json-string: var(--handoff-json-string, light-dark(#0f5f2c, #86e3a6));
    --_json-number: var(--handoff-json-number, light-dark(#5630b3, #cdbbff));
    --_json-word: var(--handoff-json-word, light-dark(#8a3a00, #ffb77a));
    --_json-mark: var(--handoff-json-mark, light-dark(#ffe48a, #6b5300));
    --_json-mark-text: var(--handoff-json-mark-text, light-dark(#1a1f25, #fff4cc));
    container-type: inline-size;
  }

  .base {
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface);
    overflow: hidden;
  }

  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    padding-block: 5px;
    padding-inline: 12px 6px;
    border-block-end: 1px solid var(--_border);
    background: var(--_subtle);
  }

  .label {
    flex: 1 1 auto;
    font-weight: 600;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .find {
    display: flex;
    align-items: center;
    flex: 0 1 220px;
    min-inline-size: 120px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-s);
    background: var(--_surface);
  }

  .find:focus-within {
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
  }

  .find input {
    appearance: none;
    flex: 1 1 60px;
    min-inline-size: 0;
    block-size: 44px;
    margin: 0;
    padding: 0 8px;
    border: 0;
    outline: 0;
    background: transparent;
    color: inherit;
    font: inherit;
  }

  .find input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  .find input::-webkit-search-cancel-button {
    display: none;
  }

  .hits {
    flex: none;
    padding-inline: 4px;
    color: var(--_muted);
    font-size: 12px;
    white-space: nowrap;
  }

  .tools {
    display: flex;
    flex: none;
  }

  .tools .button,
  .find .button {
    padding: 0 5px;
  }

  @media not (pointer: coarse) {
    .tools .button,
    .find .button {
      min-block-size: 26px;
      min-inline-size: 26px;
    }

    .find input {
      block-size: 26px;
    }
  }

  .note-line {
    margin: 0;
    padding: 6px 12px;
    border-block-end: 1px solid var(--_border);
    background: var(--_pending-bg);
    color: var(--_pending);
  }

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

  .twisty {
    display: inline-block;
    inline-size: 18px;
    block-size: 24px;
    vertical-align: top;
    color: var(--_muted);
  }

  .twisty .icon {
    margin: 5px 2px;
    vertical-align: top;
  }

  [aria-expanded="true"] > .twisty .icon {
    transform: rotate(90deg);
  }

  .key,
  .value,
  .index {
    white-space: pre;
    cursor: text;
  }

  .key {
    color: var(--_json-key);
  }

  .index,
  .colon,
  .quote,
  .value.container,
  .value.note,
  .note,
  .type {
    color: var(--_muted);
  }

  .value.string {
    color: var(--_json-string);
  }

  .value.number {
    color: var(--_json-number);
  }

  .value.word {
    color: var(--_json-word);
  }

  .masked {
    color: var(--_muted);
    letter-spacing: 1px;
  }

  /* Not text: a screen reader would read eight bullets before the word. */
  .dots::before {
    content: "••••••••";
  }

  .value[title] {
    text-decoration: underline dotted var(--_border-strong);
    text-underline-offset: 3px;
  }

  .value[title=""] {
    text-decoration: none;
  }

  .type {
    padding-inline-end: 6px;
  }

  .row a {
    color: inherit;
    text-underline-offset: 2px;
  }

  mark {
    border-radius: 2px;
    background: var(--_json-mark);
    color: var(--_json-mark-text);
  }

  .tag,
  .text-button,
  .actions {
    margin-inline-start: 8px;
    font: 12px/20px var(--_font);
  }

  .tag {
    padding-inline: 6px;
    border-radius: 4px;
    background: var(--_pending-bg);
    color: var(--_pending);
  }

  .text-button,
  .icon-button {
    appearance: none;
    margin-block: 0;
    padding: 0 6px;
    border: 1px solid transparent;
    border-radius: 4px;
    background: transparent;
    color: var(--_accent);
    vertical-align: top;
    block-size: 24px;
    min-inline-size: 24px;
    white-space: nowrap;
    letter-spacing: normal;
    cursor: pointer;
  }

  .icon-button {
    padding: 0 4px;
    color: var(--_muted);
  }

  .icon-button .icon {
    vertical-align: -3px;
  }

  .text-button:hover,
  .icon-button:hover {
    border-color: var(--_border-strong);
    background: var(--_surface);
  }

  .text-button:focus-visible,
  .icon-button:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  .toast {
    position: absolute;
    inset-block-end: 8px;
    inset-inline-end: 12px;
    padding: 4px 10px;
    border-radius: var(--_radius-s);
    background: var(--_text);
    color: var(--_surface);
    font-size: 12px;
    box-shadow: var(--_shadow);
    pointer-events: none;
  }

  .toast:empty {
    padding: 0;
    box-shadow: none;
  }

  @container (max-width: 440px) {
    .label {
      flex: 1 1 60px;
    }

    .find {
      order: 3;
      flex: 1 1 100%;
      margin-inline-end: 6px;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .twisty .icon {
      transition: transform 0.1s;
    }
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

    mark {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;

export const styles = [pane, indents];
