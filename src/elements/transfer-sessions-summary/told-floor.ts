import { toldCounts } from "../../domain/query/facets.js";
import type { FloorSummary, Share } from "../../domain/session/floor-summary.js";
import { isWaiting } from "../../domain/session/status.js";
import type { SessionSnapshot } from "../../stores/sessions/session-store.js";

/**
 * The floor as a source tells it that answers queries, of whose sessions only some are here: since when the longest has
 * waited is not known then.
 *
 * @returns `undefined` where it has not counted.
 */
export function toldFloor({ facets, total }: SessionSnapshot): FloorSummary | undefined {
  const statuses = toldCounts(facets, "status");
  const providers = toldCounts(facets, "provider");
  if (!statuses || !providers) return undefined;
  const byStatus = sharesOf(statuses);
  return {
    total: total ?? sumOf(byStatus),
    byStatus,
    byProvider: sharesOf(providers),
    waiting: sumOf(byStatus.filter(({ value }) => isWaiting(value))),
  };
}

function sumOf(shares: readonly Share[]): number {
  return shares.reduce((sum, { count }) => sum + count, 0);
}

function sharesOf(counts: ReadonlyMap<string, number>): Share[] {
  return [...counts].map(([value, count]) => ({ value, count }));
}
