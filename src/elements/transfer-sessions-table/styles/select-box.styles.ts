import { css } from "lit";

/** The box that selects a row, and the mark beside an id. */
export const selectBox = css`
  /* Apart from the id that it speaks of. */
  .id ~ .issues {
    margin-inline-start: 6px;
  }

  /* As large as a finger or a tired hand needs it; a miss would open the session. Not as high to the line that it stands
   * in, whose text would move. */
  .select-target {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    inline-size: 24px;
    block-size: 24px;
    margin-inline: -5px 3px;
    margin-block: -4px;
    vertical-align: middle;
    cursor: pointer;
  }

  @media (pointer: coarse) {
    .select-target {
      /* Over the text beside it, which opens the row. */
      position: relative;
      inline-size: 44px;
      block-size: 44px;
      /* Not over the edge of a card, which has 12 px at its side. */
      margin-inline: -11px -7px;
      margin-block: -14px;
    }
  }
`;
