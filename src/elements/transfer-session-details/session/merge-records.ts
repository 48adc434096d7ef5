import { sessionKey, type TransferSession } from "../../../domain/session/session.js";

/**
 * One record of two: that of the list, and the fuller one. The one updated last speaks; the other fills what it leaves
 * out. A fuller record of another session of the same id does not count.
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
