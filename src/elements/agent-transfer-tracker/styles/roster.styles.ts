import { css } from "lit";

export const roster = css`
  .roster {
    display: grid;
    gap: 8px;
  }

  .agent {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: start;
    gap: 0 8px;
    min-block-size: 28px;
  }

  .agent-what {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    padding-block: 4px;
  }

  .agent-name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .agent-id {
    overflow-wrap: anywhere;
  }

  .role:not([data-role]) {
    border-color: var(--_border);
    background: transparent;
    color: var(--_muted);
  }

  .agent-actions {
    display: inline-flex;
    gap: 4px;
    margin-inline-end: -8px;
  }

  .help {
    margin-block-start: 8px;
    max-inline-size: 68ch;
  }
`;
