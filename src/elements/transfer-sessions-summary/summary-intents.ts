import type { SummaryFilter } from "./filter/filtered-table.js";

/** What a person can want of the summary. */
export interface SummaryIntents {
  /** Filters the table by it, or takes that back. */
  toggleFilter(filter: SummaryFilter): void;
  toggleNotifications(): void;
  toggleSound(): void;
}
