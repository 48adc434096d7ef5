import { sessionKey, type TransferSession } from "../../../domain/session/session.js";

/** The sessions before and after one, in the order in which they are shown. */
export interface Neighbours {
  readonly previous?: TransferSession;
  readonly next?: TransferSession;
  /** Where the session is, or was when it was last there. */
  readonly place: number;
}

/** @param place where the session was; once it has left, its neighbours are those around the gap. */
export function neighboursOf(
  order: readonly TransferSession[],
  session: TransferSession | undefined,
  place: number,
): Neighbours {
  if (!session) return { place: -1 };
  const key = sessionKey(session);
  const at = order.findIndex((other) => other === session || (other.id === session.id && sessionKey(other) === key));
  const here = at === -1 ? place : at;
  const previous = order[here - 1];
  const next = order[at === -1 ? Math.max(0, here) : here + 1];
  return { place: here, ...(previous && { previous }), ...(next && { next }) };
}
