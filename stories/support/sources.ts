import type { TransferDataSource } from "../../src/sources/data-source.js";
import { memoryDataSource } from "../../src/sources/memory/memory-data-source.js";

/** A simulated floor of which the same seed always shows the same sessions. */
export const floor = (options: { seed?: number; rate?: number } = {}): TransferDataSource => memoryDataSource(options);

const MINUTE = 60_000;

/** A handful of sessions, one for each thing that a row can be. */
export function everyRow(now = Date.now()): Record<string, unknown>[] {
  const row = (n: number, fields: Record<string, unknown>): Record<string, unknown> => ({
    id: `agent_transfer:0c1d2e3f-0000-4000-8000-00000000000${n}:conv-${n}:${String(fields.channel)}`,
    contactId: `9be2047f-33a1-4c55-a8be-5f2d7c90${1100 + n}`,
    updatedAt: now - 20_000,
    ...fields,
  });
  return [
    row(1, {
      agentName: "Billing Assistant",
      provider: "genesys",
      channel: "voice",
      status: "active",
      queue: "VIP",
      createdAt: now - 72 * MINUTE,
    }),
    row(2, {
      agentName: "Order Tracker",
      provider: "salesforce",
      channel: "chat",
      status: "queued",
      queue: "General",
      createdAt: now - 6 * MINUTE,
    }),
    row(3, {
      agentName: "Claims Intake",
      provider: "smartassist",
      channel: "messaging",
      status: "pending",
      createdAt: now - 3.7 * MINUTE,
    }),
    row(4, {
      agentName: "Card Services",
      provider: "five9",
      channel: "email",
      status: "post_agent",
      queue: "Retention",
      createdAt: now - 48 * MINUTE,
    }),
    row(5, {
      agentName: "Travel Desk",
      provider: "servicenow",
      channel: "campaign",
      status: "ended",
      queue: "Travel-EN",
      createdAt: now - 11 * MINUTE,
      endedAt: now - 90_000,
    }),
    row(6, {
      agentName: "Tech Support L1",
      provider: "acme-desk",
      channel: "fax",
      status: "on hold",
      createdAt: "not a time",
    }),
  ];
}

/** Any number of plausible rows. */
export function manyRows(count: number, now = Date.now()): Record<string, unknown>[] {
  const kinds = everyRow(now).slice(0, 5);
  return Array.from({ length: count }, (_, index) => ({
    ...kinds[index % kinds.length],
    id: `agent_transfer:0c1d2e3f-0000-4000-8000-${String(index).padStart(12, "0")}:conv-${index}:chat`,
    contactId: `${(index * 2_654_435_761).toString(16).padStart(12, "0")}-4c55-a8be`,
    createdAt: now - ((index * 37_000) % (3 * 60 * MINUTE)),
  }));
}

/** A source that answers the same each time. */
export const answering = (answer: unknown, more: Partial<TransferDataSource> = {}): TransferDataSource => ({
  list: async () => answer as never,
  end: async () => {},
  ...more,
});

/** A source that fails as given, at first or from the second poll on. */
export function failing(error: object, { after = 0, rows = everyRow() } = {}): TransferDataSource {
  let asked = 0;
  return answering(rows, {
    list: async () => {
      if (asked++ >= after) throw Object.assign(new Error("The endpoint answered 500."), error);
      return rows;
    },
  });
}
