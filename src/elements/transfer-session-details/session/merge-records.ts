import { sessionKey, type TransferSession } from "../../../domain/session/session.js";

/**
 * Makes one record of the list's and the fuller one. The one that was updated last wins; the other fills in what it
 * leaves out. A fuller record of another session with the same id does not count.
 */
export function mergeRecords(
  row: TransferSession | undefined,
  full: TransferSession | undefined,
): TransferSession | undefined {
  if (!row || !full) return row ?? full;
  if (sessionKey(row) !== sessionKey(full)) return row;
  const [newer, older] = (row.updatedAt ?? 0) > (full.updatedAt ?? 0) ? [row, full] : [full, row];
  const { issues: _, ...rest } = older;
  return {
    ...rest,
    ...newer,
    provider: newer.provider || older.provider,
    channel: newer.channel || older.channel,
    status: newer.status || older.status,
  };
}
