import { formatCount, formatNumber } from "./format.js";

/** The words of `<transfer-sessions-summary>`. Functions get finished texts, and the language where they count. */
export interface SummaryStrings {
  readonly title: string;
  readonly sessions: string;
  readonly longestWait: string;
  readonly nobodyWaits: string;
  readonly lastHour: (wait: string) => string;
  /** Until the page has been open for an hour. */
  readonly sinceOpened: (wait: string) => string;
  readonly lastHourUnknown: string;
  readonly waiting: (count: number, lang: string) => string;
  readonly attention: string;
  readonly nothingNeeds: string;
  readonly providers: string;
  readonly noProvider: string;
  readonly stale: (time: string) => string;
  readonly unknown: string;
  readonly loading: string;
  readonly alerts: string;
  readonly notify: string;
  readonly notifyBlocked: string;
  readonly sound: string;
  readonly alertTitle: (count: number, lang: string) => string;
}

export const summaryEnglish: SummaryStrings = {
  title: "Summary of transfer sessions",
  sessions: "Sessions",
  longestWait: "Longest wait",
  nobodyWaits: "Nobody is waiting",
  lastHour: (wait) => `${wait} in the last hour`,
  sinceOpened: (wait) => `${wait} since this page opened`,
  lastHourUnknown: "no wait seen in the last hour",
  waiting: (value, lang) => `${formatNumber(value, lang)} waiting`,
  attention: "Needs attention",
  nothingNeeds: "All in order",
  providers: "By provider",
  noProvider: "No provider",
  stale: (time) => `Stale: as known at ${time}`,
  unknown: "not known",
  loading: "Loading…",
  alerts: "Alerts",
  notify: "Notify me when a session newly needs attention, also while this page is hidden (then about once a minute)",
  notifyBlocked: "Notifications are blocked for this page in the browser.",
  sound: "Make a sound when a session newly needs attention, also while this page is hidden (then about once a minute)",
  alertTitle: (value, lang) => `${formatCount(value, lang, "session needs", "sessions need")} attention`,
};
