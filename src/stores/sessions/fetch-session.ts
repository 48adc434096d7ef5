import type { TransferSession } from "../../domain/session/session.js";
import { readSession } from "../../sources/wire/session-reader.js";
import { inTime } from "../in-time.js";
import type { SessionStore } from "./session-store.js";

/**
 * Asks the source of a store for one session in full.
 *
 * @returns `undefined` where the source knows no such session, or has no `get`.
 * @throws what the source throws, an `Error` where it answers with what is no session, or DataSourceError `timeout`.
 */
export async function fetchSession(
  { source, environment }: Pick<SessionStore, "source" | "environment">,
  id: string,
  caller: AbortSignal,
): Promise<TransferSession | undefined> {
  const { timers } = environment;
  const wire = await inTime<unknown>((signal) => source.get?.(id, { signal }), { timers, caller });
  if (wire === undefined || wire === null) return undefined;
  const { session, rejected } = readSession(wire);
  if (!session) throw new Error(rejected);
  return session;
}
