import { css } from "lit";

/** What stands in place of rows: a state in words, a skeleton; and the button for further rows. */
export const placeholder = css`
  /* States */

  .state {
    /* In sight, wherever the headers are scrolled to. */
    position: sticky;
    inset-inline-start: 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 4px;
    padding: 40px 16px 48px;
    text-align: center;
  }

  .state p {
    max-inline-size: 52ch;
    margin: 0;
    overflow-wrap: anywhere;
  }

  .state-title {
    font-size: 15px;
    font-weight: 600;
  }

  .state .button {
    margin-block-start: 12px;
    text-decoration: none;
  }

  .drawing {
    inline-size: 64px;
    block-size: 48px;
    margin-block-end: 8px;
    fill: none;
    stroke: var(--_border-strong);
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .drawing .mark {
    stroke: var(--_danger);
    stroke-width: 2;
  }

  .skeleton-row {
    display: grid;
    grid-template-columns:
      var(--_w-contact) 15% 1fr 1fr var(--_w-status) 1fr
      var(--_w-duration) var(--_w-actions);
    align-items: center;
    block-size: var(--_row);
    border-block-end: 1px solid var(--_border);
  }

  .skeleton-row i {
    block-size: 10px;
    margin-inline: var(--_pad) 24px;
    border-radius: 5px;
    background: var(--_ended-bg);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  /* Where a contact's text begins */
  .skeleton-row i:first-child {
    margin-inline-start: 38px;
  }

  /* The badge of a status */
  .skeleton-row i:nth-child(5) {
    block-size: 20px;
    border-radius: 999px;
  }

  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }

  .further {
    display: flex;
    justify-content: center;
    padding: 12px;
  }
`;
