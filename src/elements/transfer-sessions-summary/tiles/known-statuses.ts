import type { Share } from "../../../domain/session/floor-summary.js";
import { SESSION_STATUSES } from "../../../domain/session/status.js";

/** The statuses of a lifecycle stand even where no session has them, so that nothing jumps under a pointer. */
export function withKnownStatuses(shares: readonly Share[]): readonly Share[] {
  const counts = new Map(shares.map(({ value, count }) => [value, count]));
  const known = SESSION_STATUSES.map((value) => ({ value, count: counts.get(value) ?? 0 }));
  const others = shares.filter(({ value }) => !(SESSION_STATUSES as readonly string[]).includes(value));
  return [...known, ...others];
}
