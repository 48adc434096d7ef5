import { formatCount } from "./format.js";

/** The words of `<transfer-lifecycle-settings>`. Functions get finished texts. */
export interface LifecycleStrings {
  readonly title: string;
  readonly intro: string;
  /** Stands behind each field. */
  readonly unit: string;
  /** Names a field for those who cannot see its row. */
  readonly fieldLabel: (channel: string) => string;
  /** What a value means, by channel; `other` for channels that are not named here. `length`: "30 minutes". */
  readonly meaning: (channel: string, label: string, length: string) => string;
  /** What 0 means, by channel. */
  readonly meaningNever: (channel: string, label: string) => string;
  readonly neverWarning: string;
  readonly problemEmpty: string;
  readonly problemNumber: (most: string) => string;
  readonly problemLong: (most: string) => string;
  readonly meanwhile: (value: string, before: string) => string;
  readonly meanwhileNew: (value: string) => string;
  readonly never: string;
  readonly useTheirs: (value: string) => string;
  readonly restoreDefaults: string;
  readonly discard: string;
  readonly save: string;
  readonly saving: string;
  readonly saved: string;
  readonly unsaved: string;
  readonly saveFailed: string;
  readonly kept: string;
  readonly conflict: string;
  readonly conflictHint: string;
  readonly invalid: (count: number, lang: string) => string;
  readonly loading: string;
  readonly loadFailed: string;
  readonly notConnected: string;
  readonly notConnectedHint: string;
  readonly readOnly: string;
}

const SUBJECTS: Readonly<Record<string, string>> = {
  chat: "A chat",
  messaging: "A messaging session",
  email: "An email session",
  campaign: "A campaign session",
  voice: "A call",
};

const subject = (channel: string, label: string) =>
  Object.hasOwn(SUBJECTS, channel) ? SUBJECTS[channel] : `A session of ${label}`;

export const lifecycleEnglish: LifecycleStrings = {
  title: "Session lifecycle",
  intro: "How long a session may be silent before it is removed. Every message starts the time again.",
  unit: "minutes",
  fieldLabel: (channel) => `${channel}, minutes`,
  meaning: (channel, label, length) =>
    `${subject(channel, label)} ends after ${length} without ${channel === "voice" ? "activity" : "a message"}.`,
  meaningNever: (channel, label) => `${subject(channel, label)} never expires.`,
  neverWarning: "It stays in the list until somebody ends it or the provider disconnects: watch for stale ones.",
  problemEmpty: "Enter a number of minutes; 0 means never.",
  problemNumber: (most) => `Enter a whole number from 0 to ${most}.`,
  problemLong: (most) => `The longest is ${most} minutes, a week.`,
  meanwhile: (value, before) => `Somebody else has changed this from ${before} to ${value} meanwhile.`,
  meanwhileNew: (value) => `Somebody else has set this to ${value} meanwhile.`,
  never: "never",
  useTheirs: (value) => `Use ${value}`,
  restoreDefaults: "Restore defaults",
  discard: "Discard changes",
  save: "Save",
  saving: "Saving…",
  saved: "Saved",
  unsaved: "Unsaved changes",
  saveFailed: "The settings could not be saved.",
  kept: "What you entered is still here.",
  conflict: "Somebody else has changed the settings meanwhile.",
  conflictHint: "Nothing was saved yet. Look at both below, then save again.",
  invalid: (count, lang) => `${formatCount(count, lang, "value", "values")} cannot be saved yet.`,
  loading: "Loading the settings…",
  loadFailed: "The settings could not be loaded",
  notConnected: "No data source is connected",
  notConnectedHint: "Settings appear here once the page connects one.",
  readOnly: "These settings can be seen here, but not changed.",
};
