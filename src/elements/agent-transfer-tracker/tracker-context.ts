import type { TrackerStrings } from "../../i18n/tracker-strings.js";

/** What every part of the tracker's view needs to say something. */
export interface TrackerContext {
  readonly strings: TrackerStrings;
  /** BCP 47 tag; empty = the browser's own. */
  readonly lang: string;
  readonly rtl: boolean;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Time of day to the second: what follows what within a second or two is the point of a log. */
export function clockTime(time: number, lang: string): string {
  let clock = clocks.get(lang);
  if (!clock) {
    const options = { timeStyle: "medium" } as const;
    try {
      clock = new Intl.DateTimeFormat(lang || undefined, options);
    } catch {
      // A page's lang attribute can hold anything.
      clock = new Intl.DateTimeFormat(undefined, options);
    }
    clocks.set(lang, clock);
  }
  return clock.format(time);
}
