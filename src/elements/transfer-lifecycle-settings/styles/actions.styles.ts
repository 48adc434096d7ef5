import { css } from "lit";

/** What stands below the fields. */
export const actions = css`
  .footnote {
    margin: 0;
    padding: 12px 16px;
    border-block-start: 1px solid var(--_border);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 12px 16px;
    border-block-start: 1px solid var(--_border);
    background: var(--_subtle);
  }

  .restore {
    margin-inline: -10px auto;
  }

  .unsaved {
    color: var(--_muted);
  }

  .saved {
    color: var(--_active);
  }

  @container (inline-size < 560px) {
    .actions {
      padding-inline: 12px;
    }

    .state-line:not(:empty) {
      order: -1;
      flex-basis: 100%;
    }
  }
`;
