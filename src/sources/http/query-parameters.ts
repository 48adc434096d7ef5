import type { SessionQuery } from "../../domain/query/query.js";
import { LIST_FILTERS } from "../../domain/query/view.js";
import type { Parameter } from "./endpoint.js";

/** A query as parameters of an address; see HttpDataSourceOptions. */
export function queryParameters(query: SessionQuery): Parameter[] {
  const { text, attention, sort = [] } = query;
  return [
    ["text", text],
    ...LIST_FILTERS.flatMap((name) => (query[name] ?? []).map((value): Parameter => [name, value])),
    ["attention", attention ? "true" : undefined],
    ...sort.map(({ by, direction }): Parameter => ["sort", direction === "descending" ? `-${by}` : by]),
  ];
}
