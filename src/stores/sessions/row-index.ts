import { property } from "../../platform/property.js";
import type { TransferSession } from "../../domain/session/session.js";
import { idText } from "../../sources/wire/text.js";
import type { Row } from "./row-reading.js";

/** Finds rows by their id. Platforms reuse ids, so one id may have several rows: siblings, linked one to the next. */
export class RowIndex {
  readonly #first = new Map<string, Row>();

  get isEmpty(): boolean {
    return this.#first.size === 0;
  }

  /** The first row of an id; the others follow as siblings. */
  first(id: string): Row | undefined {
    return this.#first.get(id);
  }

  /** The row of that very id and creation. */
  find({ id, createdAt }: Pick<TransferSession, "id" | "createdAt">): Row | undefined {
    let row = this.#first.get(id);
    while (row && row.session.createdAt !== createdAt) row = row.sibling;
    return row;
  }

  /** The row of that id; of several, the one created last. */
  latest(id: string): Row | undefined {
    let latest = this.#first.get(id);
    for (let row = latest; row; row = row.sibling) {
      if (startsBefore(latest!.session, row.session)) latest = row;
    }
    return latest;
  }

  /** The rows that a record is likely to be of, by what it calls itself before it is read. */
  likely(record: unknown): Row | undefined {
    const id = idText(property(record, "id")) ?? idText(property(record, "sessionId"));
    return id === undefined ? undefined : this.#first.get(id);
  }

  add(row: Row): void {
    const { id } = row.session;
    let last = this.#first.get(id);
    if (!last) {
      this.#first.set(id, row);
      return;
    }
    while (last.sibling) last = last.sibling;
    last.sibling = row;
  }

  remove(row: Row): void {
    const { id } = row.session;
    const first = this.#first.get(id);
    if (first !== row) {
      let before = first;
      while (before && before.sibling !== row) before = before.sibling;
      if (before) before.sibling = row.sibling;
    } else if (row.sibling) {
      this.#first.set(id, row.sibling);
    } else {
      this.#first.delete(id);
    }
    row.sibling = undefined;
  }
}

export function startsBefore(session: TransferSession, than: TransferSession): boolean {
  return (session.createdAt ?? -Infinity) < (than.createdAt ?? -Infinity);
}
