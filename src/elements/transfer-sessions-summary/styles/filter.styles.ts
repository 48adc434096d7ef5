import { css } from "lit";

/** What filters the table. */
export const filter = css`
  .filter {
    appearance: none;
    margin: 0;
    border: 1px solid transparent;
    border-radius: var(--_radius-s);
    background: transparent;
    color: inherit;
    font: inherit;
    font-variant-numeric: inherit;
    text-align: start;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }

  .filter:hover,
  .filter:focus-visible {
    border-color: var(--_border-strong);
  }

  .filter:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }

  .filter[aria-pressed="true"] {
    border-color: var(--_accent);
    background: var(--_hover);
  }

  .whole {
    display: flex;
    flex-direction: column;
    flex: 1 1 auto;
  }

  /* Its own edge, so that the focus ring has room and the text stays in line with its neighbours. */
  .whole.filter {
    margin: -6px -10px;
    padding: 5px 9px;
  }

  @media (forced-colors: active) {
    .filter[aria-pressed="true"] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
