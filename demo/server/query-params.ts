import type { SessionQuery, Sort } from "../../src/domain/query/query.js";
import { cleanView, LIST_FILTERS } from "../../src/domain/query/view.js";

/**
 * Reads what `httpDataSource({ queries: true })` writes: `text`, the filters once per value, `attention=true`, and `sort`
 * once per level, with a minus for descending. What is no good is left out, as in a view.
 *
 * @returns `undefined` where the address asks for nothing in particular.
 */
export function readQuery(params: URLSearchParams): SessionQuery | undefined {
  const wish: Record<string, unknown> = {
    text: params.get("text") ?? undefined,
    attention: params.get("attention") === "true" || undefined,
    sort: params.getAll("sort").map(readLevel),
  };
  for (const filter of LIST_FILTERS) wish[filter] = params.getAll(filter);
  const query: SessionQuery = cleanView(wish).view;
  return Object.keys(query).length > 0 ? query : undefined;
}

function readLevel(text: string): Sort {
  return text.startsWith("-") ? { by: text.slice(1), direction: "descending" } : { by: text, direction: "ascending" };
}
