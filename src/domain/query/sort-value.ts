import { durationOf } from "../session/duration.js";
import { expiryOf } from "../session/lifecycle.js";
import type { QueryContext } from "./query-context.js";
import type { TransferSession } from "../session/session.js";
import { SESSION_STATUSES } from "../session/status.js";

/** What a session is sorted by in one column. Numbers come before texts, `undefined` (missing) always last. */
export type SortValue = number | string | undefined;

export type ReadSortValue = (session: TransferSession) => SortValue;

const STATUS_PLACES: ReadonlyMap<string, number> = new Map(SESSION_STATUSES.map((status, place) => [status, place]));

type BuiltIn = Readonly<Record<string, (session: TransferSession, context: QueryContext) => SortValue>>;

/** Of the columns that every table has, those that depend on the session alone. An empty text is a missing one. */
const LASTING: BuiltIn = {
  contact: ({ contactId }) => contactId || undefined,
  agent: (session) => agentOf(session) || undefined,
  provider: ({ provider }) => provider || undefined,
  channel: ({ channel }) => channel || undefined,
  // A status that nobody knows stays a text, and so comes after those of the lifecycle.
  status: ({ status }) => STATUS_PLACES.get(status) ?? (status || undefined),
  queue: ({ queue }) => queue || undefined,
  created: ({ createdAt }) => createdAt,
  updated: ({ updatedAt }) => updatedAt,
  id: ({ id }) => id || undefined,
};

const BUILT_IN: BuiltIn = {
  ...LASTING,
  duration: (session, { now }) => durationOf(session, now),
  expires: (session, { lifecycle }) => expiryOf(session, lifecycle),
};

/** Whether the built-in column's values depend on the session alone, and so keep their order while time passes. */
export function isLasting(column: string): boolean {
  return Object.hasOwn(LASTING, column);
}

/** The AI agent as it is shown: by name, else by id. */
export function agentOf({ agentName, agentId }: TransferSession): string {
  return agentName || agentId || "";
}

/** How a column's values are read, or `undefined` for a column that nobody knows. */
export function sortValueReader(column: string, context: QueryContext): ReadSortValue | undefined {
  const replaced = context.replaced?.has(column) ?? false;
  if (!replaced && Object.hasOwn(BUILT_IN, column)) {
    const read = BUILT_IN[column]!;
    return (session) => read(session, context);
  }
  if (!context.value) return undefined;
  return (session) => {
    try {
      return asSortValue(context.value!(column, session));
    } catch {
      return undefined;
    }
  };
}

function asSortValue(value: unknown): SortValue {
  if (typeof value === "string") return value || undefined;
  if (typeof value === "boolean") return value ? 1 : 0;
  const number = value instanceof Date ? value.getTime() : value;
  return typeof number === "number" && !Number.isNaN(number) ? number : undefined;
}
