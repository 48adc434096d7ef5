import type { TransferSession } from "../domain/session/session.js";
import type { TransferDataSource } from "../sources/data-source.js";
import { wireReader } from "../sources/wire/wire-reader.js";

/**
 * Asks a source that has `get` for one session in full.
 *
 * @returns `undefined` where the source knows no such session.
 * @throws what the source throws, or an error that says why its answer is no session.
 */
export async function loadSessionRecord(
  source: TransferDataSource,
  id: string,
  signal: AbortSignal,
): Promise<TransferSession | undefined> {
  const wire: unknown = await source.get!(id, { signal });
  if (wire === undefined || wire === null) return undefined;
  const reading = wireReader.readSession(wire);
  if (!reading.session) throw new Error(reading.rejected);
  return reading.session;
}
