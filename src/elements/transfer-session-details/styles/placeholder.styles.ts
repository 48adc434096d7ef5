import { css } from "lit";

/** What stands in the place of a session that is not there. */
export const placeholder = css`
  .placeholder {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 8px;
    padding: 32px 16px;
    text-align: center;
  }

  .placeholder-line,
  .placeholder-title {
    margin: 0;
  }

  .placeholder-title {
    font-size: 15px;
    font-weight: 600;
  }

  .skeleton {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 12px 24px;
    inline-size: 100%;
    margin-block-start: 12px;
  }

  .bone {
    block-size: 14px;
    border-radius: 4px;
    background: var(--_subtle);
  }
`;
