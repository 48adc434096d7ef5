import { isLifecycleMinutes } from "../../domain/session/lifecycle-minutes.js";
import { LONGEST_TTL_MINUTES, type LifecycleSettings } from "../../domain/session/lifecycle.js";
import { entriesOf } from "../../platform/entries-of.js";
import { warnOnce } from "../../platform/warn-once.js";

/**
 * What a host set as `lifecycle`: whole minutes from 0 to 10080 by channel. A bad entry is left out with a warning and
 * the rest holds; nothing counts as none.
 *
 * @returns what the property is from now on: `before`, after a warning, where the value is no object.
 */
export function acceptLifecycle(value: unknown, before: LifecycleSettings | undefined): LifecycleSettings | undefined {
  if (value === undefined || value === null) return undefined;
  const entries = entriesOf(value);
  if (!entries) {
    warnOnce("lifecycle must be an object of minutes by channel, such as { chat: 30 }; ignored.");
    return before;
  }
  const good = entries.filter((entry): entry is [string, number] => {
    if (isLifecycleMinutes(entry[1])) return true;
    warnOnce(`lifecycle.${entry[0]} must be a whole number of minutes from 0 to ${LONGEST_TTL_MINUTES}; ignored.`);
    return false;
  });
  // Not by assignment: a channel may be called `__proto__`.
  return Object.fromEntries(good);
}
