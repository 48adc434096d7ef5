import { css } from "lit";

export const rowActions = css`
  /* The text of the last button ends where the cell does. */
  .end,
  .action:last-child {
    margin-inline-end: var(--_past);
  }
`;
