import { warnOnce } from "../../platform/warn-once.js";

/**
 * Judges what a host set as `poll-interval`: milliseconds, a number or its text.
 *
 * @returns the interval; `undefined` for none; `"bad"` for what is no interval, after a warning.
 */
export function checkInterval(value: unknown): number | undefined | "bad" {
  if (value === undefined || value === null) return undefined;
  const interval = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof interval === "number" && Number.isFinite(interval) && interval >= 1) return interval;
  warnOnce(
    `poll-interval must be a number of milliseconds of at least 1, not ${typeof value === "string" ? JSON.stringify(value) : typeof value}; ignored.`,
  );
  return "bad";
}
