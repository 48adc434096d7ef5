import type { TransferSession } from "../../domain/session/session.js";
import { readSession } from "../../sources/wire/session-reader.js";
import { failureOf } from "../../sources/data-source.js";
import { isNotOffered, offers, tellGiven } from "../../sources/offers.js";
import { inTime } from "../in-time.js";
import type { SessionStore } from "./session-store.js";

/**
 * Asks the source of a store for one session in full.
 *
 * @returns `undefined` where the source knows no such session, or gives none by their ids.
 * @throws what the source throws, an `Error` where it answers with what is no session, or DataSourceError `timeout`.
 */
export async function fetchSession(
  store: Pick<SessionStore, "source" | "environment" | "find" | "snapshot" | "refresh">,
  id: string,
  caller: AbortSignal,
): Promise<TransferSession | undefined> {
  const { source, environment } = store;
  if (!offers(source, "get")) return undefined;
  let wire: unknown;
  try {
    wire = await inTime<unknown>((signal) => source.get!(id, { signal }), { timers: environment.timers, caller });
  } catch (error) {
    // Whether a 404 is about this session or about all of them, the list says. It may still be on its way.
    if (failureOf(error).status === 404 && store.snapshot.status !== "ready") await store.refresh();
    if (isNotOffered(source, "get", error, store.find(id) !== undefined)) return undefined;
    throw error;
  }
  if (wire === undefined || wire === null) return undefined;
  const { session, rejected } = readSession(wire);
  if (!session) throw new Error(rejected);
  tellGiven(source);
  return session;
}
