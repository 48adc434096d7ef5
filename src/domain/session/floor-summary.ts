import type { TransferSession } from "./session.js";
import { isWaiting, SESSION_STATUSES } from "./status.js";

/** How many sessions share a value; `""` = they have none. */
export interface Share {
  readonly value: string;
  readonly count: number;
}

/** A list of sessions in a few numbers. */
export interface FloorSummary {
  readonly total: number;
  /** In lifecycle order, the unknown ones last; those that no session has are left out. */
  readonly byStatus: readonly Share[];
  /** The most frequent first. */
  readonly byProvider: readonly Share[];
  /** Epoch milliseconds: when the session was created that has waited longest and still does. */
  readonly waitingSince?: number;
  /** How many still wait for a human agent. */
  readonly waiting: number;
}

/** One pass over the sessions. */
export function summarize(sessions: readonly TransferSession[]): FloorSummary {
  const statuses = new Map<string, number>();
  const providers = new Map<string, number>();
  let waiting = 0;
  let waitingSince = Infinity;
  for (const { status, provider, createdAt } of sessions) {
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    providers.set(provider, (providers.get(provider) ?? 0) + 1);
    if (!isWaiting(status)) continue;
    waiting++;
    if (createdAt !== undefined && createdAt < waitingSince) waitingSince = createdAt;
  }
  return {
    total: sessions.length,
    byStatus: sharesOf(statuses).sort((a, b) => statusOrder(a.value) - statusOrder(b.value) || b.count - a.count),
    byProvider: sharesOf(providers).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
    waiting,
    ...(waitingSince === Infinity ? undefined : { waitingSince }),
  };
}

/** The place of a status in the lifecycle; unknown ones come after it. */
function statusOrder(status: string): number {
  const place = (SESSION_STATUSES as readonly string[]).indexOf(status);
  return place < 0 ? SESSION_STATUSES.length : place;
}

function sharesOf(counts: ReadonlyMap<string, number>): Share[] {
  return [...counts].map(([value, count]) => ({ value, count }));
}
