import { FILTER_VALUE } from "../../../domain/query/matcher.js";
import type { TransferSession } from "../../../domain/session/session.js";
import { LIST_FILTERS, type ListFilter } from "../../../domain/query/view.js";

/** More is no list to choose from, and a page that stays open all week must not grow. */
const MOST_KEPT = 2_000;

/** The values that sessions of a source were seen to have, by field: a source that filters shows only some at a time. */
export class SeenValues {
  readonly #values = new Map<ListFilter, Set<string>>();
  #source: unknown;

  of(filter: ListFilter): ReadonlySet<string> {
    return this.#values.get(filter) ?? new Set();
  }

  /** Another source begins with none. */
  observe(source: unknown, sessions: readonly TransferSession[]): void {
    if (source !== this.#source) this.#values.clear();
    this.#source = source;
    for (const filter of LIST_FILTERS) {
      let values = this.#values.get(filter);
      if (!values) this.#values.set(filter, (values = new Set()));
      for (const session of sessions) if (values.size < MOST_KEPT) values.add(FILTER_VALUE[filter](session));
    }
  }
}
