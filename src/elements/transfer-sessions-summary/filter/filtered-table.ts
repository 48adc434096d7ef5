/** What the summary needs of a table: the part of its view that it sets. */
export interface SummaryView {
  readonly status?: readonly string[];
  readonly provider?: readonly string[];
  readonly attention?: boolean;
  readonly sort?: unknown;
  readonly [other: string]: unknown;
}

/** A table, upgraded or not. */
type FilteredTable = Element & { view?: SummaryView };

/** The filter that one button stands for. */
export type SummaryFilter =
  | { readonly kind: "status"; readonly status: readonly string[]; readonly longestFirst?: boolean }
  | { readonly kind: "provider"; readonly provider: string }
  | { readonly kind: "attention" };

/** The element of that id in the same document or shadow root. */
export function findTable(host: Element, id: string): FilteredTable | undefined {
  // Neither a document nor a shadow root, where the host stands in no document.
  const root = host.getRootNode() as Partial<DocumentOrShadowRoot & NonElementParentNode>;
  return (id === "" ? undefined : root.getElementById?.(id)) ?? undefined;
}

/** Whether the view filters by just this. */
export function isApplied(view: SummaryView | undefined, filter: SummaryFilter): boolean {
  switch (filter.kind) {
    case "attention":
      return view?.attention === true;
    case "provider":
      return sameValues(view?.provider, [filter.provider]);
    case "status":
      return sameValues(view?.status, filter.status);
  }
}

/**
 * The view with the filter applied, or taken back where it was. Everything else in the view (text, columns,
 * other filters) stays: somebody works with that table.
 */
export function toggled(view: SummaryView | undefined, filter: SummaryFilter): SummaryView {
  const applied = isApplied(view, filter);
  switch (filter.kind) {
    case "attention":
      return { ...view, attention: !applied };
    case "provider":
      return { ...view, provider: applied ? [] : [filter.provider] };
    case "status": {
      const status = applied ? [] : filter.status;
      const sort = filter.longestFirst && !applied ? { sort: { by: "duration", direction: "descending" } } : undefined;
      return { ...view, status, ...sort };
    }
  }
}

function sameValues(a: unknown, b: readonly string[]): boolean {
  return Array.isArray(a) && a.length === b.length && b.every((value) => a.includes(value));
}
