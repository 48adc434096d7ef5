import { css } from "lit";

export const fields = css`
  .fields {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 12px 24px;
    margin: 0;
  }

  .field {
    display: grid;
    grid-template-columns: 124px minmax(0, 1fr);
    gap: 0 12px;
    align-items: baseline;
    min-inline-size: 0;
  }

  /* A moment has its lines before it has come, and another date never has more. */
  .moment {
    display: grid;
  }

  .moment::after {
    content: attr(data-room);
    visibility: hidden;
    white-space: pre-line;
  }

  .moment > *,
  .moment::after {
    grid-area: 1 / 1;
  }

  .expiry::after {
    font-weight: 600;
  }

  .field.wide {
    grid-column: 1 / -1;
  }

  .field-name {
    color: var(--_muted);
    font-size: 12px;
  }

  .field-value {
    margin: 0;
    min-inline-size: 0;
  }

  .id {
    font-size: 12px;
  }

  .copy {
    margin-block: -4px;
    margin-inline-start: 2px;
    color: var(--_muted);
    vertical-align: middle;
  }

  .relative {
    display: block;
    font-size: 12px;
  }

  .rest[data-level="warning"] {
    color: var(--_warning);
    font-weight: 600;
  }

  .parts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 20px;
    margin: 4px 0 0;
  }

  .part {
    display: flex;
    align-items: baseline;
    gap: 6px;
    min-inline-size: 0;
  }

  .part .field-name {
    flex: none;
  }

  @container (max-width: 560px) {
    .fields {
      grid-template-columns: minmax(0, 1fr);
    }

    .parts {
      flex-direction: column;
    }
  }
`;
