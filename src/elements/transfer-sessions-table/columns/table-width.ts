import type { TableColumn } from "../rows/row-model.js";

/**
 * What all columns need together, as a CSS length: a person's or the host's own width, or else what the style sheet says
 * that a column of that name needs where there is so much room.
 */
export function tableWidth(columns: readonly TableColumn[], widths: Readonly<Record<string, number>>): string {
  const needs = columns.map(({ id, width }) => {
    const own = widths[id] ?? width;
    if (own !== undefined) return `${own}px`;
    // A host may call a column anything.
    return /^[a-z]+$/.test(id) ? `var(--_w-${id}, var(--_w-other))` : "var(--_w-other)";
  });
  return `calc(${needs.join(" + ")})`;
}
