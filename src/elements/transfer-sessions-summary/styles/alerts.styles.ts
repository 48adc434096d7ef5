import { css } from "lit";

/** In the corner, beside the number that they are about. */
export const alerts = css`
  .alerts {
    position: absolute;
    inset-block-start: 6px;
    inset-inline-end: 8px;
    display: flex;
  }

  .alerts .button {
    color: var(--_muted);
  }

  .alerts .button[aria-pressed="true"] {
    color: var(--_accent);
  }
`;
