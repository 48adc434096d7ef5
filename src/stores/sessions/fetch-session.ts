import type { TransferSession } from "../../domain/session/session.js";
import type { TransferDataSource } from "../../sources/data-source.js";
import { readSession } from "../../sources/wire/session-reader.js";
import { inTime, type InTimeOptions } from "../in-time.js";

/**
 * Asks a source for one session in full.
 *
 * @returns `undefined` where the source knows no such session, or has no `get`.
 * @throws what the source throws, an `Error` where it answers with what is no session, or DataSourceError `timeout`.
 */
export async function fetchSession(
  source: TransferDataSource,
  id: string,
  options: InTimeOptions,
): Promise<TransferSession | undefined> {
  const wire = await inTime<unknown>((signal) => source.get?.(id, { signal }), options);
  if (wire === undefined || wire === null) return undefined;
  const { session, rejected } = readSession(wire);
  if (!session) throw new Error(rejected);
  return session;
}
