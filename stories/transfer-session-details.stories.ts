import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { html } from "lit";
import type { TransferDataSource } from "../src/sources/data-source.js";
import { answering, failing } from "./support/sources.js";

interface Args {
  dataSource?: TransferDataSource;
  sessionId?: string;
  canEnd?: () => boolean | string;
}

const MINUTE = 60_000;
const ID = "agent_transfer:0c1d2e3f-0000-4000-8000-000000000001:conv-88:chat";

function row(fields: Record<string, unknown> = {}, now = Date.now()): Record<string, unknown> {
  return {
    id: ID,
    contactId: "9be2047f-33a1-4c55-a8be-5f2d7c9011ac",
    agentName: "Order Tracker",
    agentId: "agent-order-tracker",
    provider: "salesforce",
    channel: "chat",
    status: "queued",
    queue: "General",
    providerSessionId: "sf-5003t00002KxQ1",
    createdAt: now - 6 * MINUTE,
    updatedAt: now - 40_000,
    metadata: { locale: "en-US", attempts: 2, tags: ["vip"] },
    providerData: {
      caseId: "5003t00002KxQ1",
      queuePosition: 4,
      accessToken: "not-a-real-token",
      skills: ["billing", "german"],
    },
    ...fields,
  };
}

/**
 * One session in full. The stories show it `inline`, as in a side panel; the table opens the same in a dialog. The
 * simulated provider data is invented: no provider documents its own.
 */
const meta: Meta<Args> = {
  title: "Transfer session details",
  component: "transfer-session-details",
  args: { sessionId: ID },
  render: ({ dataSource, sessionId, canEnd }) => html`
    <transfer-session-details
      inline
      .dataSource=${dataSource}
      .sessionId=${sessionId}
      .canEnd=${canEnd}
      .sessionLinks=${() => [{ label: "Salesforce console", href: "https://example.com/cases/5003t00002KxQ1" }]}
    ></transfer-session-details>
  `,
};
export default meta;
type Story = StoryObj<Args>;

export const Queued: Story = { args: { dataSource: answering([row()], { end: async () => {} }) } };

/** It moves on with every update, and the timeline with it. */
export const SeenFromTheStart: Story = {
  render: () => {
    const statuses = ["pending", "queued", "active", "post_agent", "ended"];
    const start = Date.now();
    let turn = 0;
    const source = answering([], {
      list: async () => ({
        sessions: [
          row({
            status: statuses[Math.min(statuses.length - 1, Math.floor(turn++ / 2))],
            createdAt: start,
            updatedAt: Date.now(),
          }),
        ],
      }),
      end: async () => {},
    });
    return html`<transfer-sessions-provider .dataSource=${source} poll-interval="4000">
      <transfer-session-details inline session-id=${ID}></transfer-session-details>
    </transfer-sessions-provider>`;
  },
};

/** Voice never expires; the session was active before anyone watched. */
export const Voice: Story = {
  args: {
    dataSource: answering([row({ status: "active", channel: "voice", provider: "genesys" })], { end: async () => {} }),
  },
};

export const Ended: Story = {
  args: { dataSource: answering([row({ status: "ended", endedAt: Date.now() - MINUTE })]) },
};

/** Two fields of the record could not be read; the rest stands. */
export const FieldsNotReadable: Story = {
  args: { dataSource: answering([row({ createdAt: "yesterday", provider: 7, metadata: undefined })]) },
};

/** It left the list while it was open; its last record stays. */
export const LeftTheList: Story = {
  render: () => {
    let turn = 0;
    const source = answering([], { list: async () => ({ sessions: turn++ < 1 ? [row()] : [] }) });
    return html`<transfer-sessions-provider .dataSource=${source} poll-interval="3000">
      <transfer-session-details inline session-id=${ID}></transfer-session-details>
    </transfer-sessions-provider>`;
  },
};

export const EndNotAllowed: Story = {
  args: { dataSource: answering([row()], { end: async () => {} }), canEnd: () => "Only a team lead may end sessions" },
};

/** The list's row shows; the fuller record is still out. */
export const LoadingTheRest: Story = {
  args: {
    dataSource: answering([row({ metadata: undefined, providerData: undefined })], {
      get: () => new Promise(() => {}),
    }),
  },
};

export const TheRestFailed: Story = {
  args: {
    dataSource: answering([row({ metadata: undefined, providerData: undefined })], {
      get: async () => {
        throw new Error("The record store is down.");
      },
    }),
  },
};

export const Loading: Story = { args: { dataSource: answering([], { list: () => new Promise(() => {}) }) } };

export const UnknownId: Story = { args: { dataSource: answering([]), sessionId: "agent_transfer:gone:conv-1:chat" } };

export const NotLoaded: Story = { args: { dataSource: failing(new Error("The floor cannot be reached.")) } };

export const NotConnected: Story = {};

export const Dialog: Story = {
  render: () => html`
    <button
      type="button"
      @click=${(event: Event) => (event.currentTarget as HTMLElement).nextElementSibling?.setAttribute("open", "")}
    >
      Open the session
    </button>
    <transfer-session-details
      .dataSource=${answering([row()], { end: async () => {} })}
      session-id=${ID}
    ></transfer-session-details>
  `,
};

export const Dark: Story = {
  args: { dataSource: answering([row()], { end: async () => {} }) },
  globals: { scheme: "dark" },
};

export const RightToLeft: Story = { args: { dataSource: answering([row()]) }, globals: { direction: "rtl" } };

export const Narrow: Story = {
  args: { dataSource: answering([row()], { end: async () => {} }) },
  globals: { container: "phone" },
};
