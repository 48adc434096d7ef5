import { css } from "lit";

/** What stands in a row: key, value, notes. */
export const content = css`
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

  .row-link {
    color: inherit;
    text-underline-offset: 2px;
  }

  .mark {
    border-radius: 2px;
    background: var(--_json-mark);
    color: var(--_json-mark-text);
  }

  @media (prefers-reduced-motion: no-preference) {
    .twisty .icon {
      transition: transform 0.1s;
    }
  }

  @media (forced-colors: active) {
    .mark {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
