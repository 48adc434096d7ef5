import { endConfirmationEnglish, type EndConfirmationStrings } from "./end-confirmation-strings.js";
import { formatCount } from "./format.js";

/** What `<transfer-session-details>` says. */
export interface SessionDetailsStrings extends EndConfirmationStrings {
  readonly title: string;
  readonly contactId: string;
  readonly sessionId: string;
  readonly uuid: string;
  readonly conversation: string;
  readonly channel: string;
  readonly agent: string;
  readonly provider: string;
  readonly status: string;
  readonly queue: string;
  readonly providerSessionId: string;
  readonly duration: string;
  readonly expires: string;
  readonly created: string;
  readonly updated: string;
  readonly ended: string;
  readonly metadata: string;
  readonly providerData: string;
  readonly noMetadata: string;
  readonly noProviderData: string;
  readonly links: string;
  readonly history: string;
  readonly never: string;
  readonly expired: string;
  readonly unseen: string;
  readonly firstSeen: (time: string) => string;
  readonly endedAt: (time: string) => string;
  readonly copyField: (field: string) => string;
  readonly copiedField: (field: string) => string;
  readonly issues: (count: number, lang: string) => string;
  readonly previous: string;
  readonly next: string;
  readonly end: string;
  readonly ending: string;
  readonly endFailed: string;
  readonly endedSpoken: string;
  readonly refreshed: string;
  readonly loading: string;
  readonly loadingFull: string;
  readonly fullFailed: string;
  readonly notConnected: string;
  readonly nothingChosen: string;
  readonly unknownId: string;
  readonly unknownIdHint: string;
  readonly loadFailed: string;
  readonly leftExpired: (time: string) => string;
  readonly leftGone: (time: string) => string;
  readonly listStale: (time: string) => string;
}

export const sessionDetailsEnglish: SessionDetailsStrings = {
  ...endConfirmationEnglish,
  title: "Transfer session",
  contactId: "Contact ID",
  sessionId: "Session ID",
  uuid: "UUID",
  conversation: "Conversation",
  channel: "Channel",
  agent: "Agent",
  provider: "Provider",
  status: "Status",
  queue: "Queue",
  providerSessionId: "Provider session ID",
  duration: "Duration",
  expires: "Expires",
  created: "Created",
  updated: "Updated",
  ended: "Ended",
  metadata: "Metadata",
  providerData: "Provider data",
  noMetadata: "No metadata",
  noProviderData: "No provider data",
  links: "Open in",
  history: "Status history",
  never: "Never",
  expired: "Time is up",
  unseen: "Not seen",
  firstSeen: (time) => `First seen ${time}`,
  endedAt: (time) => `Ended ${time}`,
  copyField: (field) => `Copy ${field}`,
  copiedField: (field) => `${field} copied`,
  issues: (count, lang) => `${formatCount(count, lang, "field", "fields")} could not be read`,
  previous: "Previous session",
  next: "Next session",
  end: "End…",
  ending: "Ending…",
  endFailed: "The session could not be ended.",
  endedSpoken: "The session has ended.",
  refreshed: "Up to date",
  loading: "Loading the session…",
  loadingFull: "Loading the full record…",
  fullFailed: "The full record could not be loaded; this is what the list says.",
  notConnected: "No data source is connected",
  nothingChosen: "No session is chosen",
  unknownId: "No session has this id",
  unknownIdHint: "It may have expired, or ended and left the list.",
  loadFailed: "The session could not be loaded",
  leftExpired: (time) => `This session expired and left the list at ${time}. This is its last record.`,
  leftGone: (time) => `This session left the list at ${time}. This is its last record.`,
  listStale: (time) => `The last update failed. Showing what was known at ${time}.`,
};
