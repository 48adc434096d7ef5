import { css } from "lit";

export const frame = css`
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
`;
