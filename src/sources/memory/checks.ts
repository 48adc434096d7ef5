import type { LifecycleSettings } from "../../domain/session/lifecycle.js";
import { DataSourceError } from "../data-source.js";

/** Sessions per minute beyond which a simulation would do nothing else. */
const BUSIEST = 6000;
/** Seven days, in minutes. */
const LONGEST_TTL = 10_080;

/** @throws RangeError */
export function checkedRate(rate: number): number {
  if (typeof rate === "number" && rate >= 0 && rate <= BUSIEST) return rate;
  throw new RangeError(`rate must be a number of sessions per minute from 0 to ${BUSIEST}, not ${String(rate)}`);
}

/** @throws DataSourceError `http` 422 that names the first channel whose value is no number of minutes. */
export function checkedLifecycle(settings: LifecycleSettings): LifecycleSettings {
  if (typeof settings !== "object" || settings === null || Array.isArray(settings)) throw refused("no object");
  for (const [channel, minutes] of Object.entries(settings)) {
    if (!Number.isInteger(minutes) || minutes < 0 || minutes > LONGEST_TTL) throw refused(JSON.stringify(channel));
  }
  return settings;
}

function refused(what: string): DataSourceError {
  return new DataSourceError(`A lifecycle is a whole number of minutes from 0 to ${LONGEST_TTL}: ${what}.`, {
    kind: "http",
    status: 422,
  });
}
