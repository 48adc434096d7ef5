import { DataSourceError, type TransferDataSource } from "../sources/data-source.js";
import type { ListReading, WireReader } from "./wire-reader.js";

/** A source that never runs out of pages is broken, not large. */
const MOST_PAGES = 1_000;

/**
 * Asks a source for its list, following its pages to the end.
 *
 * @param held what the caller has: the cursor of its list; `whole`: no list at all.
 * @throws what the source throws; DataSourceError `invalid` where an answer is no list.
 */
export async function fetchList(
  source: TransferDataSource,
  reader: WireReader,
  signal: AbortSignal,
  held: { readonly cursor?: string | undefined; readonly whole: boolean },
): Promise<ListReading> {
  const { cursor, whole } = held;
  const request = { signal, ...(cursor === undefined ? undefined : { cursor }), ...(whole ? { whole } : undefined) };
  const first = reader.readList(await source.list(request));
  if (first.kind !== "whole" || first.nextPage === undefined) return first;

  const rows = [...first.rows];
  const pages = new Set<string>();
  let last: ListReading & { kind: "whole" } = first;
  // What changed while the pages came must be told again, so the first cursor is the one to ask from.
  let since = first.cursor;
  while (last.nextPage !== undefined) {
    if (signal.aborted) throw new DataSourceError("The request was given up.", { kind: "aborted" });
    if (pages.has(last.nextPage) || pages.size === MOST_PAGES - 1) {
      throw new DataSourceError("The data source's list has no end.", { kind: "invalid" });
    }
    pages.add(last.nextPage);
    const answer = reader.readList(await source.list({ signal, page: last.nextPage }));
    if (answer.kind !== "whole") {
      throw new DataSourceError("The data source answered a page with something else.", { kind: "invalid" });
    }
    for (const row of answer.rows) rows.push(row);
    last = answer;
    since ??= answer.cursor;
  }
  return { ...last, rows, ...(since === undefined ? undefined : { cursor: since }) };
}
