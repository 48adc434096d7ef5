import type { CommonStrings } from "../../i18n/common-strings.js";
import type { TableStrings } from "../../i18n/table-strings.js";

/** What the table says, and in which language it counts and tells the time. */
export interface TableWords {
  readonly strings: TableStrings;
  readonly common: CommonStrings;
  /** BCP 47 tag; empty = the browser's own. */
  readonly lang: string;
}
