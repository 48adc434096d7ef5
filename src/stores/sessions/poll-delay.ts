/** The slowest that failures make a poll, unless its own interval is slower. */
const SLOWEST_RETRY = 5 * 60_000;

/** The longest that a `Retry-After` is obeyed: a typo on a server must not stop a monitor for a day. */
const LONGEST_RETRY_AFTER = 60 * 60_000;

/** The shortest: a `Retry-After` of nothing must not make a busy loop of a server in trouble. */
const SHORTEST_RETRY_AFTER = 1_000;

/**
 * Milliseconds from the end of one poll to the next.
 *
 * @param failures how many polls in a row have failed.
 * @param retryAfterMs what the server asked for with the last failure; it wins.
 * @param random 0 ≤ x < 1: retries are spread over the last fifth, so that a thousand tabs do not return as one.
 */
export function pollDelay(
  interval: number,
  failures: number,
  retryAfterMs: number | undefined,
  random: number,
): number {
  if (failures === 0) return interval;
  if (retryAfterMs !== undefined) {
    return Math.min(Math.max(retryAfterMs, Math.min(interval, SHORTEST_RETRY_AFTER)), LONGEST_RETRY_AFTER);
  }
  const slowest = Math.max(interval, SLOWEST_RETRY);
  return Math.min(interval * 2 ** failures, slowest) * (0.8 + 0.2 * random);
}
