/** The slowest that failures make a poll, unless its own interval is slower. */
const SLOWEST_RETRY = 5 * 60_000;

/** The longest that a `Retry-After` is obeyed: a typo on a server must not stop a monitor for a day. */
const LONGEST_RETRY_AFTER = 60 * 60_000;

/** The shortest: a `Retry-After` of nothing must not make a busy loop of a server in trouble. */
const SHORTEST_RETRY_AFTER = 1_000;

/**
 * Milliseconds from the end of one poll to the next. A server in trouble is asked less often than a healthy one, but for
 * the first list: somebody waits for that, and a server that starts knows when it is ready.
 *
 * @param failures how many polls in a row have failed.
 * @param retryAfterMs what the server asked for with the last failure.
 * @param random 0 ≤ x < 1: retries are spread over a fifth, so that a thousand tabs do not return as one.
 * @param first there has been no list yet.
 */
export function pollDelay(
  interval: number,
  failures: number,
  retryAfterMs: number | undefined,
  random: number,
  first = false,
): number {
  if (failures === 0) return interval;
  const asked = Math.min(retryAfterMs ?? 0, LONGEST_RETRY_AFTER) * (1 + 0.2 * random);
  if (first && retryAfterMs !== undefined) return Math.max(asked, SHORTEST_RETRY_AFTER);
  const slowest = Math.max(interval, SLOWEST_RETRY);
  return Math.max(interval, asked, Math.min(interval * 2 ** failures, slowest) * (0.8 + 0.2 * random));
}
