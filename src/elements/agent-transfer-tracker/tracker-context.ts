import type { TrackerStrings } from "../../i18n/tracker-strings.js";

/** What every part of the tracker's view needs to say something. */
export interface TrackerContext {
  readonly strings: TrackerStrings;
  /** BCP 47 tag; empty = the browser's own. */
  readonly lang: string;
  readonly rtl: boolean;
}

export { formatTimeToSecond as clockTime } from "../../i18n/format.js";
