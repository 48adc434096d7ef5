import { css } from "lit";

/** In the lower corner of what is in sight of the box that it ends. */
export const toast = css`
  .toast-place {
    position: sticky;
    z-index: 4;
    inset-block-end: 0;
    block-size: 0;
    flex: none;
  }

  .toast {
    position: absolute;
    inset-block-end: 8px;
    inset-inline-end: 12px;
    max-inline-size: calc(100% - 24px);
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
`;
