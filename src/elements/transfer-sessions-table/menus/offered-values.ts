import { SESSION_STATUSES } from "../../../domain/session/status.js";
import { textCompareFor } from "../../../domain/query/text-order.js";
import type { ListFilter } from "../../../domain/query/view.js";
import type { CommonStrings } from "../../../i18n/common-strings.js";

/**
 * What can be filtered by where a server holds the sessions, and the page only those that match already: every value
 * that the platform names, that was seen, or that is selected. In the order of a menu, without counts.
 */
export function offeredValues(
  filter: ListFilter,
  seen: Iterable<string>,
  selected: readonly string[],
  common: CommonStrings,
  lang: string | undefined,
): ReadonlyMap<string, undefined> {
  const named: Partial<Record<ListFilter, readonly string[]>> = {
    status: SESSION_STATUSES,
    channel: Object.keys(common.channel),
    provider: Object.keys(common.provider),
  };
  const known = named[filter] ?? [];
  const compare = textCompareFor(lang);
  const others = [...new Set([...seen, ...selected])]
    .filter((value) => !known.includes(value))
    // What has no value stands last.
    .sort((a, b) => Number(a === "") - Number(b === "") || compare(a, b));
  return new Map([...known, ...others].map((value) => [value, undefined]));
}
