import { DEFAULT_ATTENTION, type AttentionThresholds } from "../../domain/session/attention.js";
import { entriesOf } from "../../platform/entries-of.js";
import { warnOnce } from "../../platform/warn-once.js";

type Writable<T> = { -readonly [K in keyof T]?: T[K] };

/**
 * Judges what a host set as thresholds: seconds, 0 or more, by name; `Infinity` switches a rule off. A bad entry is
 * left out with a warning and the rest holds.
 *
 * @returns what was set; `undefined` for nothing; `"bad"` for what is no object, after a warning.
 */
export function checkAttention(value: unknown): Partial<AttentionThresholds> | undefined | "bad" {
  if (value === undefined || value === null) return undefined;
  const entries = entriesOf(value);
  if (!entries) {
    warnOnce("attention must be an object of seconds, such as { waitingWarning: 180 }; ignored.");
    return "bad";
  }
  const checked: Writable<AttentionThresholds> = {};
  for (const [name, seconds] of entries) {
    if (seconds === undefined) continue;
    if (!Object.hasOwn(DEFAULT_ATTENTION, name)) {
      warnOnce(`attention.${name} is not known; ignored.`);
    } else if (typeof seconds !== "number" || !(seconds >= 0)) {
      warnOnce(`attention.${name} must be a number of seconds of at least 0; ignored.`);
    } else {
      checked[name as keyof AttentionThresholds] = seconds;
    }
  }
  return checked;
}
