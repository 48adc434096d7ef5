import { isInterval } from "../../stores/sessions/subscribers.js";
import { warnOnce } from "../../platform/warn-once.js";

/**
 * What a host set as `poll-interval`: milliseconds, a number or its text; nothing counts as none.
 *
 * @returns what the property is from now on: `before`, after a warning, where the value is no interval.
 */
export function acceptInterval(value: unknown, before: number | undefined): number | undefined {
  if (value === undefined || value === null) return undefined;
  const interval = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (isInterval(interval) && interval < Infinity) return interval;
  const what = typeof value === "string" ? JSON.stringify(value) : typeof value === "number" ? value : typeof value;
  warnOnce(`poll-interval must be a number of milliseconds of at least 1000, not ${what}; ignored.`);
  return before;
}
