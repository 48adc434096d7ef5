import { property } from "../../platform/property.js";
import type { SessionQuery } from "../../domain/query/query.js";
import { DataSourceError, failureOf, type TransferDataSource } from "../../sources/data-source.js";
import { readList, type ListReading } from "../../sources/wire/list-reader.js";
import { idText } from "../../sources/wire/text.js";

/** A source that never runs out of pages is broken, not large. */
const MOST_PAGES = 200;

/** What the caller holds already, and how much it wants. */
export interface ListWish {
  /** Cursor of the list that the caller has. */
  readonly cursor?: string | undefined;
  /** The caller has no list at all. */
  readonly whole: boolean;
  /** For a source that answers queries itself. */
  readonly query?: SessionQuery | undefined;
  /** Pages to ask for; without it, all of them. */
  readonly pages?: number | undefined;
  /** See ListRequest. */
  readonly maxAge?: number | undefined;
  /** Tells a developer of something odd. */
  warn?(message: string): void;
  /** The source does not take the cursor: it must not be sent again. */
  dropCursor?(): void;
}

/** What tells rows of several pages apart; one that has no id is like no other. */
function keyOf(row: unknown): unknown {
  const id = idText(property(row, "id")) ?? idText(property(row, "sessionId"));
  return id === undefined ? row : `${id} ${String(property(row, "createdAt"))}`;
}

/** Failures in which the cursor plays no part: who may ask, and when. */
const NOT_OF_CURSOR: ReadonlySet<unknown> = new Set([401, 403, 408, 425, 429]);

/** Whether a request may fail each time because of its cursor: the server has forgotten it, or cannot take it. */
function mayBeOfCursor(error: unknown): boolean {
  const { kind, status = 0, retryAfterMs } = failureOf(error);
  if (retryAfterMs !== undefined || NOT_OF_CURSOR.has(status)) return false;
  return kind === "invalid" || status === 500 || (status >= 400 && status < 500);
}

/**
 * Asks a source for its list, following its pages as far as is wished. Where the cursor is refused, the whole list is
 * asked for instead.
 *
 * @returns with `nextPage` where there would be more.
 * @throws what the source throws; DataSourceError `invalid` where an answer is no list.
 */
export async function fetchList(source: TransferDataSource, signal: AbortSignal, wish: ListWish): Promise<ListReading> {
  const { cursor, query, pages = Infinity, maxAge } = wish;
  const request = { signal, ...(query === undefined ? undefined : { query }) };
  const ask = async (cursor: string | undefined, whole: boolean) =>
    readList(
      await source.list({
        ...request,
        ...(cursor === undefined ? undefined : { cursor }),
        ...(whole ? { whole } : undefined),
        ...(maxAge === undefined ? undefined : { maxAge }),
      }),
    );
  let first: ListReading;
  try {
    first = await ask(cursor, wish.whole);
  } catch (error) {
    if (cursor === undefined || signal.aborted || !mayBeOfCursor(error)) throw error;
    wish.dropCursor?.();
    first = await ask(undefined, true);
  }
  if (first.kind !== "whole" || first.nextPage === undefined || pages <= 1) return first;

  const rows = [...first.rows];
  const known = new Set(rows.map(keyOf));
  const asked = new Set<string>();
  let last: ListReading & { kind: "whole" } = first;
  // What changed while the pages came must be told again, so the first cursor is the one to ask from.
  let since = first.cursor;
  let { fresh } = first;
  while (last.nextPage !== undefined && asked.size + 1 < pages) {
    if (signal.aborted) throw new DataSourceError("The request was given up.", { kind: "aborted" });
    if (asked.size === MOST_PAGES - 1) {
      throw new DataSourceError(`The data source's list has no end within ${MOST_PAGES} pages.`, { kind: "invalid" });
    }
    asked.add(last.nextPage);
    const answer = readList(await source.list({ ...request, page: last.nextPage }));
    if (answer.kind !== "whole") {
      throw new DataSourceError("The data source answered a page with something else.", { kind: "invalid" });
    }
    const before = known.size;
    for (const row of answer.rows) {
      rows.push(row);
      known.add(keyOf(row));
    }
    last = answer;
    fresh &&= answer.fresh;
    since ??= answer.cursor;
    if (answer.nextPage === undefined || (known.size > before && !asked.has(answer.nextPage))) continue;
    // It goes round in a circle: this was the last page, whatever it says.
    wish.warn?.("the data source's pages have no end; the list ends where they bring nothing new.");
    const { nextPage: _, ...end } = answer;
    last = end;
  }
  const { fresh: _, ...rest } = last;
  return { ...rest, rows, ...(fresh && { fresh }), ...(since === undefined ? undefined : { cursor: since }) };
}
