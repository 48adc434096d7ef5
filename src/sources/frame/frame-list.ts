import { property } from "../../platform/property.js";
import type { SessionQuery } from "../../domain/query/query.js";
import type { ListRequest } from "../data-source.js";

/** The rows of an answer of `list`, whichever its shape. */
export function rowsIn(answer: unknown): readonly unknown[] {
  const rows = Array.isArray(answer) ? answer : (property(answer, "sessions") ?? property(answer, "changed"));
  return Array.isArray(rows) ? rows : [];
}

/** What a frame asks of `list`, read field by field; what is odd is left out. */
export function listRequestOf(given: unknown): Omit<ListRequest, "signal"> {
  const { cursor, page, whole, maxAge, query } = (given ?? {}) as Record<string, unknown>;
  return {
    ...(typeof cursor === "string" && { cursor }),
    ...(typeof page === "string" && { page }),
    ...(whole === true && { whole }),
    ...(typeof maxAge === "number" && { maxAge }),
    // What is in it is for the source to read, as it came from the table.
    ...(typeof query === "object" && query !== null && { query: query as SessionQuery }),
  };
}
