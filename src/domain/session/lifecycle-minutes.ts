import { LONGEST_TTL_MINUTES } from "./lifecycle.js";

/** What a text that stands for minutes turned out to be. */
export type MinutesReading =
  | { readonly minutes: number; readonly problem?: undefined }
  | { readonly minutes?: undefined; readonly problem: MinutesProblem };

/** `empty`: nothing is there. `no-number`: no whole number of 0 or more. `too-long`: more than a week. */
export type MinutesProblem = "empty" | "no-number" | "too-long";

/** Whether a value is a setting: a whole number of minutes from 0 to a week. */
export function isLifecycleMinutes(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= LONGEST_TTL_MINUTES;
}

/** Reads what a person typed. Spaces around it do not count; anything else but digits is refused, not guessed at. */
export function readMinutes(text: string): MinutesReading {
  const digits = text.trim();
  if (digits === "") return { problem: "empty" };
  if (!/^\d+$/.test(digits)) return { problem: "no-number" };
  const minutes = Number(digits);
  return minutes <= LONGEST_TTL_MINUTES ? { minutes } : { problem: "too-long" };
}
