import { sessionKey, type TransferSession } from "../../../domain/session/session.js";

/** From so many on, one index of the whole list costs less than a search for each. */
const MANY = 32;

/**
 * `target`, with those that have just left kept behind the row that they stood behind.
 *
 * Lists are long and those who left are few, so only the latter are looked at by key. All others are found by identity:
 * a session that did not change is the same object.
 *
 * @param previous what was shown until now.
 * @param left in any order.
 */
export function placeLingering(
  previous: readonly TransferSession[],
  target: readonly TransferSession[],
  left: readonly TransferSession[],
): readonly TransferSession[] {
  if (left.length === 0) return target;
  const many = left.length > MANY;
  const inPrevious = finder(previous, many);
  const inTarget = finder(target, many);
  const gone = new Set(left.map(sessionKey));

  const stood: { readonly session: TransferSession; readonly place: number }[] = [];
  // Never shown here before: the element came after they had left.
  const unseen: TransferSession[] = [];
  for (const session of left) {
    const place = inPrevious(session);
    if (place < 0) unseen.push(session);
    else stood.push({ session, place });
  }
  stood.sort((a, b) => a.place - b.place);

  /** By the place in `target` that they stand before. */
  const before = new Map<number, TransferSession[]>();
  let anchor = -1;
  let seen = -1;
  for (const { session, place } of stood) {
    // What is above the one before has been looked at: a floor that leaves at once is one long run.
    let found = -1;
    for (let above = place - 1; above > seen && found < 0; above--) {
      const neighbour = previous[above]!;
      if (!gone.has(sessionKey(neighbour))) found = inTarget(neighbour);
    }
    if (found >= 0) anchor = found;
    seen = place;
    const group = before.get(anchor + 1);
    if (group) group.push(session);
    else before.set(anchor + 1, [session]);
  }

  const parts: (readonly TransferSession[])[] = [];
  let from = 0;
  for (const place of [...before.keys()].sort((a, b) => a - b)) {
    parts.push(target.slice(from, place), before.get(place)!);
    from = place;
  }
  parts.push(target.slice(from), unseen);
  // Whole runs are copied at once; `flat` would look at each row.
  return ([] as TransferSession[]).concat(...parts);
}

/** Finds a session in a list: the same object, or else another record of the same session. -1 for none. */
function finder(list: readonly TransferSession[], many: boolean): (session: TransferSession) => number {
  let byKey: Map<string, number> | undefined;
  const byIdentity = many ? new Map(list.map((session, place) => [session, place])) : undefined;
  return (session) => {
    const same = byIdentity ? (byIdentity.get(session) ?? -1) : list.indexOf(session);
    if (same >= 0) return same;
    if (!many) return list.findIndex((other) => other.id === session.id && other.createdAt === session.createdAt);
    byKey ??= new Map(list.map((other, place) => [sessionKey(other), place]));
    return byKey.get(sessionKey(session)) ?? -1;
  };
}
