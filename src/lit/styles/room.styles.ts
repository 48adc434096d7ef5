import { css } from "lit";

/** A text that grows keeps room for the longest that it will be: `data-room`, of which the longest line counts. */
export const room = css`
  .room {
    display: inline-grid;
    text-align: start;
  }

  .room::after {
    content: attr(data-room);
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
    white-space: pre-line;
  }
`;
