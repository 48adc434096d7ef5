import { css } from "lit";

/** The box that holds everything: a dialog, or a panel in the flow of the page. */
export const dialog = css`
  :host(:not([inline])) {
    display: contents;
  }

  .details {
    /* Percentages leave out the scroll bar of the page, which lies over everything, and hold under a zoom of the page. */
    inline-size: min(776px, 100% - 24px);
    block-size: fit-content;
    max-inline-size: none;
    max-block-size: min(860px, 100% - 24px);
    /* Not in the middle: it grows downwards only, and what is above stays where it is. */
    inset-block: max(12px, (100% - 860px) / 2) auto;
    margin-block: 0;
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
      max-block-size: 100%;
      block-size: 100%;
      inset-block-start: 0;
      margin: 0;
      border: 0;
      border-radius: 0;
    }
  }
`;
