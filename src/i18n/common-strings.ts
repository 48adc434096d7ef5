/** Words that more than one element says. */
export interface CommonStrings {
  /** Label of a status; unknown statuses are shown raw. */
  readonly status: Readonly<Record<string, string>>;
  /** Label of a channel; unknown channels are shown raw. */
  readonly channel: Readonly<Record<string, string>>;
  /** Label of a provider; unknown providers are shown raw. */
  readonly provider: Readonly<Record<string, string>>;
  /** Why a session needs attention, by rule. */
  readonly attention: Readonly<Record<string, string>>;
  /** Stands where there is no value. */
  readonly none: string;
  /** Spoken where there is no value. */
  readonly noneLabel: string;
  readonly unknownStatus: string;
  readonly cancel: string;
  readonly close: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly downloading: (file: string) => string;
  /** Said after it where a frame may allow no downloads. */
  readonly downloadMayBeForbidden: string;
  readonly retry: string;
  readonly refresh: string;
}

export const commonEnglish: CommonStrings = {
  status: {
    pending: "Pending",
    queued: "Queued",
    active: "Active",
    post_agent: "Post-agent",
    ended: "Ended",
    expired: "Expired",
    gone: "Gone",
    left: "Left",
  },
  channel: { chat: "Chat", messaging: "Messaging", email: "Email", campaign: "Campaign", voice: "Voice" },
  provider: {
    smartassist: "SmartAssist",
    salesforce: "Salesforce",
    servicenow: "ServiceNow",
    five9: "Five9",
    genesys: "Genesys",
  },
  attention: {
    "waiting-critical": "waiting too long",
    "waiting-warning": "waiting long",
    expiring: "expiring soon",
    stale: "stale",
    unreadable: "unreadable",
  },
  none: "—",
  noneLabel: "none",
  unknownStatus: "Unknown",
  cancel: "Cancel",
  close: "Close",
  copy: "Copy",
  copied: "Copied",
  copyFailed: "Could not copy",
  downloading: (file) => `Downloading ${file}`,
  downloadMayBeForbidden: "If no file comes, this frame allows no downloads",
  retry: "Retry",
  refresh: "Refresh",
};

/** The label of a value of an open list: the known word, else the raw text; `undefined` for an empty one. */
export function labelOf(labels: Readonly<Record<string, string>>, value: string): string | undefined {
  if (value === "") return undefined;
  return Object.hasOwn(labels, value) ? labels[value] : value;
}
