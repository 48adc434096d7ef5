import { withDeadline } from "../platform/deadline.js";
import type { Timers } from "../platform/environment.js";
import { DataSourceError } from "../sources/data-source.js";

/** Milliseconds after which a source that has not answered has failed, unless somebody says otherwise. */
export const PATIENCE = 60_000;

export interface InTimeOptions {
  readonly timers: Timers;
  readonly limit?: number;
  /** Gives the request up when it aborts. */
  readonly caller?: AbortSignal;
}

/**
 * Asks a source for something: a promise that a host's source loses must not block anything for good.
 *
 * @throws DataSourceError `timeout`; the reason of the caller's abort; otherwise what the source throws.
 */
export function inTime<T>(
  ask: (signal: AbortSignal) => T | PromiseLike<T>,
  { limit = PATIENCE, ...options }: InTimeOptions,
): Promise<T> {
  return withDeadline(ask, { ...options, limit, late });
}

/** What a request that took too long has failed with. */
export function late(): DataSourceError {
  return new DataSourceError("The data source did not answer in time.", { kind: "timeout" });
}
