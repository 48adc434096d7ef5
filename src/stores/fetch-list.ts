import { DataSourceError, type TransferDataSource } from "../sources/data-source.js";
import type { ListReading, WireReader } from "./wire-reader.js";

/** A source that never runs out of pages is broken, not large. */
const MOST_PAGES = 1_000;

/**
 * Asks a source for its list, following its pages to the end.
 *
 * @throws what the source throws; DataSourceError `invalid` where an answer is no list.
 */
export async function fetchList(
  source: TransferDataSource,
  reader: WireReader,
  signal: AbortSignal,
  cursor: string | undefined,
): Promise<ListReading> {
  const first = reader.readList(await source.list({ signal, ...(cursor === undefined ? undefined : { cursor }) }));
  if (first.kind !== "whole" || first.nextPage === undefined) return first;

  const rows = [...first.rows];
  let last: ListReading & { kind: "whole" } = first;
  for (let pages = 1; last.nextPage !== undefined; pages++) {
    if (pages === MOST_PAGES || signal.aborted) {
      throw new DataSourceError("The data source's list has no end.", { kind: signal.aborted ? "aborted" : "invalid" });
    }
    const answer = reader.readList(await source.list({ signal, page: last.nextPage }));
    if (answer.kind !== "whole") {
      throw new DataSourceError("The data source answered a page with something else.", { kind: "invalid" });
    }
    for (const row of answer.rows) rows.push(row);
    last = answer;
  }
  return { ...last, rows };
}
