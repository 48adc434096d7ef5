import { html, type TemplateResult } from "lit";
import type { SummaryIntents } from "../summary-intents.js";
import type { SummaryModel } from "../summary-model.js";
import { isApplied, type SummaryFilter } from "./filtered-table.js";

/**
 * A button where there is a table to filter; else the same without one.
 *
 * @param kind `share`: one of several in a tile; `whole`: the tile itself.
 */
export function filterButton(
  filter: SummaryFilter,
  content: unknown,
  kind: "share" | "whole",
  { filters, view }: SummaryModel,
  intents: SummaryIntents,
): TemplateResult {
  if (!filters) return html`<span class=${kind}>${content}</span>`;
  return html`<button
    type="button"
    class="${kind} filter"
    aria-pressed=${isApplied(view, filter) ? "true" : "false"}
    @click=${() => intents.toggleFilter(filter)}
  >
    ${content}
  </button>`;
}
