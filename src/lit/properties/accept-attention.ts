import { DEFAULT_ATTENTION, type AttentionThresholds } from "../../domain/session/attention.js";
import { entriesOf } from "../../platform/entries-of.js";
import { warnOnce } from "../../platform/warn-once.js";

type Writable<T> = { -readonly [K in keyof T]?: T[K] };

/**
 * What a host set as thresholds: seconds, 0 or more, by name; `Infinity` switches a rule off. A bad entry is left out
 * with a warning and the rest holds; nothing counts as none.
 *
 * @returns what the property is from now on: `before`, after a warning, where the value is no object.
 */
export function acceptAttention(
  value: unknown,
  before: Partial<AttentionThresholds> | undefined,
): Partial<AttentionThresholds> | undefined {
  if (value === undefined || value === null) return undefined;
  const entries = entriesOf(value);
  if (!entries) {
    warnOnce("attention must be an object of seconds, such as { waitingWarning: 180 }; ignored.");
    return before;
  }
  const accepted: Writable<AttentionThresholds> = {};
  for (const [name, seconds] of entries) {
    if (seconds === undefined) continue;
    if (!Object.hasOwn(DEFAULT_ATTENTION, name)) {
      warnOnce(`attention.${name} is not known; ignored.`);
    } else if (typeof seconds !== "number" || !(seconds >= 0)) {
      warnOnce(`attention.${name} must be a number of seconds of at least 0; ignored.`);
    } else {
      accepted[name as keyof AttentionThresholds] = seconds;
    }
  }
  return accepted;
}
