import { durationOf } from "../../../domain/session/duration.js";
import { ttlMinutesOf, type LifecycleSettings } from "../../../domain/session/lifecycle.js";
import type { TransferSession } from "../../../domain/session/session.js";
import { reasonOf } from "../../../platform/reason-of.js";
import { warnOnce } from "../../../platform/warn-once.js";
import { toCsv } from "./csv-writer.js";

/** A column of the host's. What `value` throws costs one cell. */
export interface CsvColumn {
  readonly id: string;
  readonly label: string;
  value(session: TransferSession): unknown;
}

export interface SessionCsvOptions {
  /** The server's clock, in epoch milliseconds, for the durations. */
  readonly now: number;
  /** Minutes of inactivity by channel. */
  readonly lifecycle?: LifecycleSettings;
  /** Headings by column; one that is missing is the column's id. */
  readonly labels: Readonly<Record<string, string>>;
  /** Further columns, or in place of the built-in one of the same id. */
  readonly columns?: readonly CsvColumn[];
}

type Cell = (session: TransferSession, options: SessionCsvOptions) => unknown;

const FIELDS: readonly (readonly [id: string, cell: Cell])[] = [
  ["id", ({ id }) => id],
  ["contact", ({ contactId }) => contactId],
  ["agent", ({ agentName }) => agentName],
  ["agentId", ({ agentId }) => agentId],
  ["provider", ({ provider }) => provider],
  ["channel", ({ channel }) => channel],
  ["status", ({ status }) => status],
  ["queue", ({ queue }) => queue],
  ["providerSessionId", ({ providerSessionId }) => providerSessionId],
  ["created", ({ createdAt }) => dateOf(createdAt)],
  ["updated", ({ updatedAt }) => dateOf(updatedAt)],
  ["ended", ({ endedAt }) => dateOf(endedAt)],
  ["duration", (session, { now }) => seconds(durationOf(session, now))],
  // 0 = never, as in the settings.
  ["ttl", (session, { lifecycle }) => ttlMinutesOf(session, lifecycle)],
];

/**
 * All that sessions say of themselves, one per line, whatever columns a table shows; then the host's columns. Texts are
 * as the source gave them, times ISO 8601 in UTC, the duration in whole seconds, the TTL in minutes of inactivity
 * (0 = never).
 *
 * `metadata` and `providerData` are not in it: they may hold credentials, and a file is passed on.
 */
export function csvOfSessions(sessions: Iterable<TransferSession>, options: SessionCsvOptions): string {
  const { labels, columns = [] } = options;
  const fields = new Map<string, Field>(
    FIELDS.map(([id, cell]) => [id, { label: Object.hasOwn(labels, id) ? labels[id]! : id, cell }]),
  );
  // What is in a map already keeps its place.
  for (const column of columns) fields.set(column.id, { label: column.label, cell: guarded(column) });
  return toCsv(
    [...fields.values()].map(({ label }) => label),
    rowsOf(sessions, [...fields.values()], options),
  );
}

interface Field {
  readonly label: string;
  readonly cell: Cell;
}

function* rowsOf(
  sessions: Iterable<TransferSession>,
  fields: readonly Field[],
  options: SessionCsvOptions,
): Iterable<readonly unknown[]> {
  for (const session of sessions) yield fields.map(({ cell }) => cell(session, options));
}

function guarded(column: CsvColumn): Cell {
  return (session) => {
    try {
      return column.value(session);
    } catch (error) {
      warnOnce(`the column ${JSON.stringify(column.id)} threw: ${reasonOf(error)}`);
      return undefined;
    }
  };
}

function dateOf(time: number | undefined): Date | undefined {
  return time === undefined ? undefined : new Date(time);
}

function seconds(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : Math.floor(milliseconds / 1000);
}
