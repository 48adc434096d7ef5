import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { html } from "lit";
import type { TransferSessionsTable } from "../src/elements/transfer-sessions-table/transfer-sessions-table.element.js";
import { memoryDataSource } from "../src/sources/memory/memory-data-source.js";
import type { TransferDataSource } from "../src/sources/data-source.js";
import { answering, everyRow, failing, floor, manyRows } from "./support/sources.js";

interface Args {
  dataSource?: TransferDataSource;
  pollInterval?: number;
  settingsUrl?: string;
}

/**
 * Every active or recent transfer session of a data source, polled each 30 seconds. It keeps what it knows through a
 * failure, says how fresh it is, and ends a session after asking.
 */
const meta: Meta<Args> = {
  title: "Transfer sessions table",
  component: "transfer-sessions-table",
  render: ({ dataSource, pollInterval, settingsUrl }) => html`
    <transfer-sessions-table
      .dataSource=${dataSource}
      .pollInterval=${pollInterval}
      .settingsUrl=${settingsUrl}
    ></transfer-sessions-table>
  `,
};
export default meta;
type Story = StoryObj<Args>;

/** A simulated floor, polled every five seconds so that something happens. */
export const LiveFloor: Story = { args: { dataSource: floor({ seed: 3 }), pollInterval: 5_000 } };

/** Every status, a wait that is long, a wait that is too long, and a record with a field that could not be read. */
export const EveryRow: Story = { args: { dataSource: answering(everyRow()) } };

/** Below about 640 px of container width, rows become cards. */
export const Cards: Story = {
  args: { dataSource: answering(everyRow()) },
  globals: { container: "phone" },
};

export const Dark: Story = { args: { dataSource: answering(everyRow()) }, globals: { scheme: "dark" } };

export const RightToLeft: Story = { args: { dataSource: answering(everyRow()) }, globals: { direction: "rtl" } };

/** No `dataSource` and no provider above. */
export const NotConnected: Story = {};

/** The first answer is still out. */
export const Loading: Story = { args: { dataSource: answering([], { list: () => new Promise(() => {}) }) } };

export const Empty: Story = {
  args: { dataSource: answering([], { integrations: async () => [{ provider: "genesys", connected: true }] }) },
};

/** The source says that no integration is connected; `settings-url` is where that can be changed. */
export const NoIntegration: Story = {
  args: { dataSource: answering([], { integrations: async () => [] }), settingsUrl: "/settings/agent-transfer" },
};

/** Nothing could be loaded yet. */
export const Failed: Story = { args: { dataSource: failing({ kind: "http", status: 500 }) } };

/** The last poll failed: the old rows stay, and their age is told. */
export const Stale: Story = {
  args: { dataSource: failing({ kind: "http", status: 500 }, { after: 1 }) },
  play: async ({ canvasElement }) => {
    await canvasElement.querySelector<TransferSessionsTable>("transfer-sessions-table")?.refresh();
  },
};

/** 401 or 403: polling stops until a person tries again. */
export const SignInNeeded: Story = { args: { dataSource: failing({ kind: "unauthorized", status: 401 }) } };

/** Records that are no sessions are counted and listed; they cost no other row. */
export const BadRecords: Story = {
  args: { dataSource: answering([...everyRow(), null, 42, {}, { id: "" }, ["x"]]) },
};

/** `canEnd` says who may end what, and why not. */
export const WhoMayEnd: StoryObj = {
  render: () => html`
    <transfer-sessions-table
      .dataSource=${answering(everyRow())}
      .canEnd=${({ channel }: { channel: string }) => channel !== "voice" || "Only a supervisor may end a call."}
    ></transfer-sessions-table>
  `,
};

/** Words of the host's own, laid over the English ones. */
export const OwnWords: StoryObj = {
  render: () => html`
    <transfer-sessions-table
      .dataSource=${answering(everyRow())}
      .strings=${{ title: "Handed over", status: { "on hold": "On hold" }, channel: { fax: "Fax" } }}
    ></transfer-sessions-table>
  `,
};

/** One provider feeds any number of elements below it, with one request per interval. */
export const BelowAProvider: StoryObj = {
  render: () => html`
    <transfer-sessions-provider .dataSource=${memoryDataSource({ seed: 5, rate: 1 })} poll-interval="10000">
      <transfer-sessions-table></transfer-sessions-table>
    </transfer-sessions-provider>
  `,
};

/** Ten thousand sessions; only the rows near the view are in the document. */
export const TenThousand: StoryObj = {
  render: () => html`
    <transfer-sessions-table class="tall" .dataSource=${answering(manyRows(10_000))}></transfer-sessions-table>
  `,
};

/** Search, filters, sort, columns and widths are one plain value. */
export const AView: StoryObj = {
  render: () => html`
    <transfer-sessions-table
      .dataSource=${answering(manyRows(200))}
      .view=${{
        status: ["pending", "queued"],
        sort: [{ by: "duration", direction: "descending" }],
        columns: ["status", "duration", "contact", "queue", "created", "actions"],
      }}
    ></transfer-sessions-table>
  `,
};

/** Nothing fits the view, and there is a way back. */
export const NoMatch: StoryObj = {
  render: () => html`
    <transfer-sessions-table .dataSource=${answering(everyRow())} .view=${{ text: "nobody" }}></transfer-sessions-table>
  `,
};

export const Compact: StoryObj = {
  render: () => html`
    <transfer-sessions-table
      .dataSource=${answering(manyRows(40))}
      .view=${{ density: "compact" }}
    ></transfer-sessions-table>
  `,
};

/** Several sessions are selected: end them together, copy their ids, export them. */
export const ManyAtOnce: StoryObj = {
  render: () => html`<transfer-sessions-table .dataSource=${answering(manyRows(12))}></transfer-sessions-table>`,
  play: async ({ canvasElement }) => {
    const table = canvasElement.querySelector<TransferSessionsTable>("transfer-sessions-table")!;
    await table.refresh();
    for (const box of [...table.shadowRoot!.querySelectorAll<HTMLInputElement>("tbody input.select")].slice(1, 4)) {
      box.click();
    }
  },
};

/** Columns of the host's own, by value or with a renderer. */
export const OwnColumns: StoryObj = {
  render: () => html`
    <transfer-sessions-table
      .dataSource=${answering(everyRow())}
      .columns=${[
        {
          id: "shard",
          label: "Shard",
          value: ({ id }: { id: string }) => id.slice(-1),
          render: ({ id }: { id: string }) => html`<code>${id.slice(-4)}</code>`,
          width: 96,
        },
      ]}
    ></transfer-sessions-table>
  `,
};

/** Actions of the host's stand before End; one says why it cannot be pressed, one is busy for a while. */
export const OwnActions: StoryObj = {
  render: () => html`
    <transfer-sessions-table
      .dataSource=${answering(everyRow())}
      .rowActions=${[
        { id: "note", label: "Note", run: () => new Promise((resolve) => setTimeout(resolve, 2_000)) },
        {
          id: "join",
          label: "Join",
          run: () => {},
          available: ({ status }: { status: string }) => (status === "active" ? true : "Nobody has answered yet"),
        },
      ]}
    ></transfer-sessions-table>
  `,
};

/** A source that answers queries filters, sorts and pages by itself, and says how many there are. */
export const ServerSide: StoryObj = {
  render: () => html`
    <transfer-sessions-table
      .dataSource=${answering([], {
        queries: true,
        list: async ({ page }) => {
          const from = Number(page ?? 0);
          const all = manyRows(1_000);
          return { sessions: all.slice(from, from + 20), total: all.length, nextPage: String(from + 20) };
        },
      })}
    ></transfer-sessions-table>
  `,
};
