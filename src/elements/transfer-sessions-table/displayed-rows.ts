import { sessionKey, type TransferSession } from "../../domain/session.js";
import type { LingeringSession } from "../../stores/lingering.js";

/** A row as the table shows it. */
export interface DisplayedRow {
  readonly key: string;
  readonly session: TransferSession;
  /** Set once the session has left the list; such a row offers nothing to do. */
  readonly left?: LingeringSession["reason"];
}

/**
 * The rows in the source's order, with those that have just left kept where they stood.
 *
 * @param previous what was shown before; it tells the places.
 */
export function displayRows(
  previous: readonly DisplayedRow[],
  sessions: readonly TransferSession[],
  lingering: readonly LingeringSession[],
): readonly DisplayedRow[] {
  const rows = sessions.map((session): DisplayedRow => ({ key: sessionKey(session), session }));
  if (lingering.length === 0) return rows;

  const waiting = new Map(
    lingering.map(({ session, reason }) => [sessionKey(session), { key: sessionKey(session), session, left: reason }]),
  );
  for (const { key } of rows) waiting.delete(key);
  const present = new Set(rows.map(({ key }) => key));
  const after = new Map<string | undefined, DisplayedRow[]>();
  let anchor: string | undefined;
  for (const { key } of previous) {
    const row = waiting.get(key);
    if (row) {
      waiting.delete(key);
      const group = after.get(anchor);
      if (group) group.push(row);
      else after.set(anchor, [row]);
    } else if (present.has(key)) {
      anchor = key;
    }
  }
  const displayed = [...(after.get(undefined) ?? [])];
  for (const row of rows) displayed.push(row, ...(after.get(row.key) ?? []));
  // Never shown here before: the element came after they had left.
  displayed.push(...waiting.values());
  return displayed;
}
