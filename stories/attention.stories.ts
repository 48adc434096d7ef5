import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { html } from "lit";
import type { TransferSessionsTable } from "../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { answering, everyRow } from "./support/sources.js";

const MINUTE = 60_000;

/** One session for each reason to look at it. */
function needingRows(now = Date.now()): Record<string, unknown>[] {
  const row = (n: number, fields: Record<string, unknown>) => ({ ...everyRow(now)[n], ...fields });
  return [
    row(0, { createdAt: now - 90 * MINUTE, updatedAt: now - 64 * MINUTE }),
    row(1, { createdAt: now - 6 * MINUTE }),
    row(2, { createdAt: now - 3.7 * MINUTE }),
    row(3, { channel: "chat", status: "active", updatedAt: now - 27 * MINUTE }),
    row(5, { queue: 7 }),
    row(4, { provider: "five9", status: "active" }),
  ];
}

/** Nothing stuck goes unseen: what waits, expires, is stale or left at once is marked, in words. */
const meta: Meta = { title: "Transfer sessions table/Attention" };
export default meta;

/** Each reason, with the column that counts down to the expiry; Five9 is not connected. */
export const EveryReason: StoryObj = {
  render: () => html`
    <transfer-sessions-table
      .dataSource=${answering(needingRows(), {
        integrations: async () => [
          { provider: "genesys", connected: true, name: "Genesys Cloud" },
          { provider: "salesforce", connected: true },
          { provider: "smartassist", connected: true },
          { provider: "five9", connected: false },
        ],
      })}
      .view=${{ columns: ["contact", "agent", "provider", "channel", "status", "duration", "expires", "actions"] }}
      .sessionLinks=${({ provider }: { provider: string }) => [
        { label: `Open in ${provider}`, href: "https://example.com/console" },
        { label: "Inbox task", href: "https://example.com/inbox" },
      ]}
    ></transfer-sessions-table>
  `,
};

/** The list fell from many to none with one answer. */
export const AllLeftAtOnce: StoryObj = {
  render: () => {
    let asked = 0;
    const source = answering([], { list: async () => (asked++ === 0 ? needingRows() : []) });
    return html`<transfer-sessions-table .dataSource=${source}></transfer-sessions-table>`;
  },
  play: async ({ canvasElement }) => {
    const table = canvasElement.querySelector<TransferSessionsTable>("transfer-sessions-table");
    await table?.updateComplete;
    await table?.refresh();
    await table?.refresh();
  },
};
