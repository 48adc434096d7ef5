import { css } from "lit";

export const rowActions = css`
  /* Where no End follows, the text ends where End's would. */
  .action:last-child {
    margin-inline-end: -10px;
  }
`;
