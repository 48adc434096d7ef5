import { css } from "lit";

export const controls = css`
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

  .input {
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

  .input:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  @container (max-width: 440px) {
    .field,
    .input {
      inline-size: 100%;
    }

    .control-group {
      inline-size: 100%;
    }

    .control-group.fields {
      display: grid;
      grid-template-columns: 1fr 1fr;
    }

    .control-group .button {
      flex: 1 1 auto;
    }
  }

  @media (pointer: coarse) {
    .input {
      min-block-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .input {
      border-color: FieldText;
    }
  }
`;
