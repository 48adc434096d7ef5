import { attempt } from "../../platform/attempt.js";
import { warnOnce } from "../../platform/warn-once.js";

/** No person made a longer list, and a proxy can claim any length. */
const MOST_ENTRIES = 200;

/**
 * A list that a host set; nothing counts as an empty one. Each entry is read once, into an object of our own, since a getter or a proxy may
 * answer otherwise, or throw, when it is asked again. A bad entry is left out with a warning and the rest holds; of
 * several with one id, the last counts.
 *
 * @param needs what an entry must have, as the end of a sentence.
 * @param read gives `undefined`, or throws, for an entry that is no good.
 * @returns what the property is from now on: `before`, after a warning, where the value is no list.
 */
export function acceptList<T extends { readonly id: string }>(
  value: unknown,
  before: readonly T[],
  name: string,
  needs: string,
  read: (entry: Readonly<Record<string, unknown>>) => T | undefined,
): readonly T[] {
  if (value === undefined || value === null) return [];
  const list = listOf(value);
  if (!list) {
    warnOnce(`${name} must be a list; ignored.`);
    return before;
  }
  if (list.length > MOST_ENTRIES) warnOnce(`${name} has too many entries; the first ${MOST_ENTRIES} apply.`);
  const entries = new Map<string, T>();
  for (const entry of list.slice(0, MOST_ENTRIES)) {
    const good = attempt(() => read(entry as Record<string, unknown>));
    if (good) entries.set(good.id, good);
    else warnOnce(`an entry of ${name} must have ${needs}; ignored.`);
  }
  return [...entries.values()];
}

function listOf(value: unknown): readonly unknown[] | undefined {
  return attempt(() =>
    Array.isArray(value)
      ? [...Array(Math.min(value.length, MOST_ENTRIES + 1)).keys()].map((place) =>
          attempt(() => value[place] as unknown),
        )
      : undefined,
  );
}
