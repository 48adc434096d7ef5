import { endConfirmationEnglish, type EndConfirmationStrings } from "./end-confirmation-strings.js";
import { formatCount, formatNumber } from "./format.js";

/** The words of `<transfer-sessions-table>`. Functions get finished texts, and the language where they count. */
export interface TableStrings extends EndConfirmationStrings {
  readonly title: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly search: string;
  readonly searchHint: string;
  readonly filters: Readonly<Record<string, string>>;
  readonly filterBy: string;
  readonly needsAttention: string;
  readonly needsAttentionBecause: (reasons: string) => string;
  readonly neverExpires: string;
  readonly expired: string;
  readonly expiresIn: (left: string, at: string) => string;
  readonly stalled: (silence: string) => string;
  readonly stalledHint: (silence: string) => string;
  readonly departed: (count: number, time: string, lang: string) => string;
  readonly departedHint: string;
  readonly dismiss: string;
  readonly integrations: string;
  readonly notConnectedProvider: (provider: string) => string;
  readonly notConfigured: string;
  readonly filterCount: (filter: string, selected: string) => string;
  readonly noFilterValues: string;
  readonly findValue: string;
  readonly noValue: string;
  readonly clear: string;
  readonly clearFilters: string;
  readonly noMatch: string;
  readonly noMatchHint: string;
  readonly matching: (shown: string, all: string) => string;
  readonly updates: (count: number, lang: string) => string;
  readonly showMore: string;
  readonly loadingMore: string;
  readonly more: string;
  readonly showColumns: string;
  readonly moveUp: (column: string) => string;
  readonly moveDown: (column: string) => string;
  readonly resetColumns: string;
  readonly sortBy: string;
  readonly sourceOrder: string;
  readonly directions: Readonly<Record<string, string>>;
  readonly density: string;
  readonly densities: Readonly<Record<string, string>>;
  readonly exportCsv: string;
  readonly csvFile: string;
  /** Headings of an exported file, where they differ from `columns`. */
  readonly csvColumns: Readonly<Record<string, string>>;
  readonly savedViews: string;
  readonly saveView: string;
  readonly viewName: string;
  readonly viewSaved: (name: string) => string;
  readonly viewNotSaved: string;
  /** Below the rows on paper. */
  readonly unprinted: (count: number, lang: string) => string;
  readonly applyView: (name: string) => string;
  readonly forgetView: (name: string) => string;
  readonly selectSession: (contact: string) => string;
  readonly selectAll: string;
  readonly selected: (count: number, lang: string) => string;
  readonly copyIds: string;
  readonly endSelected: string;
  readonly bulkTitle: (count: number, lang: string) => string;
  readonly bulkMessage: string;
  readonly bulkExcluded: (count: number, lang: string) => string;
  readonly bulkConfirm: (count: number, lang: string) => string;
  readonly bulkEnding: (count: number, lang: string) => string;
  readonly bulkEnded: (count: number, lang: string) => string;
  readonly bulkRunning: (done: string, total: string) => string;
  readonly bulkDone: (ended: number, failed: number, skipped: number, lang: string) => string;
  readonly bulkRetry: string;
  readonly bulkStop: string;
  readonly bulkSteps: Readonly<Record<string, string>>;
  readonly unmatched: string;
  readonly changes: (added: number, removed: number, total: number, lang: string) => string;
  readonly pause: string;
  readonly resume: string;
  readonly updated: (age: string) => string;
  readonly updatedNow: string;
  readonly next: (wait: string) => string;
  readonly updating: string;
  readonly paused: string;
  readonly pausedHint: string;
  readonly offline: string;
  readonly stale: string;
  readonly staleMessage: (age: string, time: string) => string;
  readonly knownAt: (time: string) => string;
  readonly failedAgo: (age: string) => string;
  readonly recovered: string;
  readonly loading: string;
  readonly notConnected: string;
  readonly notConnectedHint: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly noIntegration: string;
  readonly noIntegrationHint: string;
  readonly openSettings: string;
  readonly error: string;
  readonly errorHint: string;
  readonly unauthorized: string;
  readonly unauthorizedHint: string;
  readonly tryAgain: string;
  readonly notLoaded: string;
  readonly quarantined: (count: number, lang: string) => string;
  readonly quarantinedRecord: (place: string, reason: string) => string;
  readonly quarantinedMore: (count: number, lang: string) => string;
  readonly fieldIssues: (count: number, lang: string) => string;
  readonly copyContact: (contact: string) => string;
  readonly end: string;
  readonly endSession: (contact: string) => string;
  readonly ending: string;
  readonly endingSession: (contact: string) => string;
  readonly endFailed: string;
  readonly endFailedMessage: (contact: string) => string;
  readonly retryEnd: (contact: string) => string;
  readonly waitingWarning: string;
  readonly waitingCritical: string;
}

export const tableEnglish: TableStrings = {
  ...endConfirmationEnglish,
  title: "Transfer sessions",
  columns: {
    contact: "Contact",
    agent: "Agent",
    provider: "Provider",
    channel: "Channel",
    status: "Status",
    queue: "Queue",
    duration: "Duration",
    actions: "Actions",
    expires: "Expires",
    created: "Created",
    updated: "Updated",
    id: "Session ID",
  },
  search: "Search transfer sessions",
  searchHint: "Search contact, agent, id",
  filters: { status: "Status", channel: "Channel", provider: "Provider", agent: "Agent", queue: "Queue" },
  filterBy: "Filters",
  needsAttention: "Needs attention",
  needsAttentionBecause: (reasons) => `Needs attention: ${reasons}`,
  neverExpires: "never",
  expired: "expired",
  expiresIn: (left, at) => `Expires in ${left}, at ${at}, unless another message comes`,
  stalled: (silence) => `stale · ${silence}`,
  stalledHint: (silence) => `No update for ${silence}, and it never expires by itself`,
  departed: (value, time, lang) =>
    `${formatCount(value, lang, "session", "sessions")} left the list at once at ${time}.`,
  departedHint: "If that is not the end of a shift, the platform's runtime may be down.",
  dismiss: "Dismiss",
  integrations: "Integrations",
  notConnectedProvider: (provider) => `${provider} not connected`,
  notConfigured: "No integration is configured for this provider",
  filterCount: (filter, selected) => `${filter} ${selected}`,
  noFilterValues: "Nothing to choose from",
  findValue: "Find",
  noValue: "No value",
  clear: "Clear",
  clearFilters: "Clear filters",
  noMatch: "No session matches",
  noMatchHint: "There are sessions, but none fits the search and the filters.",
  matching: (shown, all) => `${shown} of ${all}`,
  updates: (value, lang) => formatCount(value, lang, "update", "updates"),
  showMore: "Show more",
  loadingMore: "Loading more…",
  more: "More",
  showColumns: "Columns",
  moveUp: (column) => `Move ${column} up`,
  moveDown: (column) => `Move ${column} down`,
  resetColumns: "Reset columns",
  sortBy: "Sort by",
  sourceOrder: "Order of the source",
  directions: { ascending: "Ascending", descending: "Descending" },
  density: "Density",
  densities: { comfortable: "Comfortable", compact: "Compact" },
  exportCsv: "Export CSV",
  csvFile: "transfer-sessions.csv",
  csvColumns: {
    agentId: "Agent ID",
    providerSessionId: "Provider session ID",
    ended: "Ended",
    duration: "Duration (seconds)",
    ttl: "TTL (minutes)",
  },
  savedViews: "Saved views",
  saveView: "Save",
  viewName: "Name of this view",
  viewSaved: (name) => `View ${name} saved`,
  unprinted: (value, lang) => `and ${formatCount(value, lang, "more session", "more sessions")}`,
  viewNotSaved: "Not saved: this browser keeps nothing for this page",
  applyView: (name) => `Show view ${name}`,
  forgetView: (name) => `Forget view ${name}`,
  selectSession: (contact) => `Select session of contact ${contact}`,
  selectAll: "Select all sessions",
  selected: (value, lang) => `${formatNumber(value, lang)} selected`,
  copyIds: "Copy ids",
  endSelected: "End…",
  bulkTitle: (value, lang) => `End ${formatCount(value, lang, "session", "sessions")}?`,
  bulkMessage: "These conversations are closed, and the remote agents are told.",
  bulkExcluded: (value, lang) =>
    `${formatCount(value, lang, "selected session", "selected sessions")} cannot be ended.`,
  bulkConfirm: (value, lang) => `End ${formatCount(value, lang, "session", "sessions")}`,
  bulkEnding: (value, lang) => `Ending ${formatCount(value, lang, "session", "sessions")}`,
  bulkEnded: (value, lang) => `${formatCount(value, lang, "session", "sessions")} ended`,
  bulkRunning: (done, total) => `${done} of ${total} done`,
  bulkDone: (ended, failed, skipped, lang) =>
    [
      `${formatNumber(ended, lang)} ended`,
      ...(failed > 0 ? [`${formatNumber(failed, lang)} failed`] : []),
      ...(skipped > 0 ? [`${formatNumber(skipped, lang)} skipped`] : []),
    ].join(", "),
  bulkRetry: "Retry failed",
  bulkStop: "Stop",
  bulkSteps: { waiting: "Waiting", ending: "Ending…", ended: "Ended", failed: "Failed", skipped: "Skipped" },
  unmatched: "no longer matches the view",
  changes: (added, removed, total, lang) =>
    `${[added > 0 ? `${formatNumber(added, lang)} new` : "", removed > 0 ? `${formatNumber(removed, lang)} left` : ""]
      .filter(Boolean)
      .join(", ")}. ${formatCount(total, lang, "session", "sessions")}.`,
  pause: "Pause",
  resume: "Resume",
  updated: (age) => `Updated ${age} ago`,
  updatedNow: "Updated just now",
  next: (wait) => `next in ${wait}`,
  updating: "Updating…",
  paused: "Updates paused",
  pausedHint: "Nothing has been asked for yet.",
  offline: "Offline",
  stale: "Stale",
  staleMessage: (age, time) => `The last update failed ${age} ago. Showing what was known at ${time}.`,
  knownAt: (time) => `Showing what was known at ${time}.`,
  failedAgo: (age) => `The last try failed ${age} ago.`,
  recovered: "Updates work again.",
  loading: "Loading transfer sessions…",
  notConnected: "No data source is connected",
  notConnectedHint: "Sessions appear here once the page connects one.",
  empty: "No transfer sessions right now",
  emptyHint: "A session appears here as soon as an AI agent hands a conversation over.",
  noIntegration: "No agent transfer integration is configured",
  noIntegrationHint: "Sessions appear here once a contact-centre platform is connected.",
  openSettings: "Open settings",
  error: "Transfer sessions could not be loaded",
  errorHint: "Nothing is known yet; the next try comes by itself.",
  unauthorized: "Sign-in is needed",
  unauthorizedHint: "The sign-in has expired or does not allow this. Updates have stopped until you try again.",
  tryAgain: "Try again",
  notLoaded: "What this needs could not be loaded. Please try again.",
  quarantined: (value, lang) => `${formatCount(value, lang, "record", "records")} could not be read`,
  quarantinedRecord: (place, reason) => `Record ${place}: ${reason}`,
  quarantinedMore: (value, lang) => `and ${formatNumber(value, lang)} more`,
  fieldIssues: (value, lang) => `${formatCount(value, lang, "field", "fields")} could not be read`,
  copyContact: (contact) => `Copy contact ${contact}`,
  end: "End",
  endSession: (contact) => `End session of contact ${contact}`,
  ending: "Ending…",
  endingSession: (contact) => `Ending session of contact ${contact}`,
  endFailed: "Failed",
  endFailedMessage: (contact) => `The session of contact ${contact} could not be ended.`,
  retryEnd: (contact) => `Retry ending the session of contact ${contact}`,
  waitingWarning: "waiting long",
  waitingCritical: "waiting too long",
};
