import { css } from "lit";

export const frame = css`
  .header {
    padding: 12px 16px;
  }

  .intro,
  .title {
    margin: 0;
  }

  .title {
    font-size: 15px;
    font-weight: 600;
    line-height: 20px;
  }

  .form {
    margin: 0;
  }

  @container (inline-size < 560px) {
    .header {
      padding-inline: 12px;
    }
  }
`;
