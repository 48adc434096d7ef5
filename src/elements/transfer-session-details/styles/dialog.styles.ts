import { css } from "lit";

/** The box that holds everything: a dialog, or a panel in the flow of the page. */
export const dialog = css`
  :host(:not([inline])) {
    display: contents;
  }

  .details {
    /* A percentage leaves out the scroll bar of the page, which lies over everything. */
    inline-size: min(776px, 100% - 24px);
    block-size: fit-content;
    max-inline-size: none;
    max-block-size: min(860px, 100dvh - 24px);
    /* Not in the middle: it grows downwards only, and what is above stays where it is. */
    margin-block-start: max(12px, (100dvh - 860px) / 2);
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    color: inherit;
    box-shadow: var(--_shadow);
    overflow: hidden;
  }

  .details::backdrop {
    background: light-dark(#1a1f2566, #000000a6);
  }

  .details[open] {
    display: flex;
  }

  .panel {
    container-type: inline-size;
    display: flex;
    flex-direction: column;
    flex: 1 1 auto;
    min-inline-size: 0;
    min-block-size: 0;
  }

  .panel.inline {
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface);
  }

  @media (max-width: 480px) {
    .details {
      inline-size: 100%;
      max-block-size: 100dvh;
      block-size: 100dvh;
      margin: 0;
      border: 0;
      border-radius: 0;
    }
  }
`;
