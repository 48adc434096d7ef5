import { css } from "lit";

/** A dialog that asks before something is done. */
export const question = css`
  .question {
    inline-size: min(420px, 100% - 32px);
    padding: 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    color: inherit;
    box-shadow: var(--_shadow);
    overflow-wrap: anywhere;
  }

  .question::backdrop {
    background: light-dark(#1a1f2566, #000000a6);
  }

  .question-title {
    margin: 0 0 8px;
    font-size: 15px;
    font-weight: 600;
    line-height: 20px;
  }

  .question-text {
    margin: 0;
  }

  /* What comes in place of the question has its lines already: the buttons below are about to be pressed. */
  .question-said,
  .question-over {
    display: grid;
  }

  .question-text[data-over] {
    visibility: hidden;
  }

  .question-over {
    margin: 0;
    color: var(--_warning);
    font-weight: 600;
  }

  .question-over::after {
    content: attr(data-room);
    visibility: hidden;
  }

  .question-said > *,
  .question-over > *,
  .question-over::after {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }

  .question-buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin-block-start: 16px;
  }
`;
