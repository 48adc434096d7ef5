import { formatCount } from "./format.js";

/** The words of `<agent-transfer-tracker>`. Functions get finished texts, and the language where they count. */
export interface TrackerStrings {
  readonly title: string;
  readonly phase: Readonly<Record<string, string>>;
  readonly connected: string;
  readonly notConnected: string;
  readonly noSdk: string;
  readonly agents: string;
  readonly nobody: string;
  readonly handover: string;
  readonly ended: string;
  readonly lead: string;
  readonly passive: string;
  readonly handedOver: string;
  readonly remote: string;
  readonly aside: string;
  readonly leadHelp: string;
  readonly timeline: string;
  readonly timelineEmpty: string;
  readonly now: string;
  readonly transfer: Readonly<Record<string, string>>;
  /** What follows the last exit. */
  readonly closing: { readonly summary: string; readonly end: string };
  readonly entry: string;
  readonly exit: string;
  readonly span: (name: string, from: string, to: string, duration: string) => string;
  readonly spanOpen: (name: string, from: string, duration: string) => string;
  readonly asideSpan: (name: string, from: string) => string;
  readonly marker: (transfer: string, transition: string, time: string) => string;
  /** Names the lane of what closes the conversation. */
  readonly conversation: string;
  readonly closingAt: (steps: string, time: string) => string;
  /** Agents who have no lane, since there are too many. */
  readonly agentsLeft: (count: number, lang: string) => string;
  readonly log: string;
  readonly logEmpty: string;
  readonly earlier: (count: number, lang: string) => string;
  readonly payload: string;
  readonly outcome: Readonly<Record<string, string>>;
  readonly waitsForConnection: string;
  readonly attempts: (count: number, lang: string) => string;
  readonly waiting: (count: number, lang: string) => string;
  /** Events that were handed over, and of which nobody has said that they arrived. */
  readonly unanswered: (count: number, lang: string) => string;
  readonly failed: (name: string) => string;
  readonly sentCount: (count: number, lang: string) => string;
  readonly retryAll: string;
  readonly agentId: string;
  readonly agentName: string;
  readonly accept: string;
  readonly add: string;
  readonly handOver: string;
  readonly leave: string;
  readonly leaveAgent: (name: string) => string;
  readonly rejoin: string;
  readonly rejoinAgent: (name: string) => string;
  readonly drop: string;
  readonly end: string;
  readonly controls: string;
}

export const trackerEnglish: TrackerStrings = {
  title: "Agent transfers",
  phase: { new: "New", open: "Open", handover: "Handover", dropped: "Dropped", ended: "Ended" },
  connected: "Connected",
  notConnected: "Not connected",
  noSdk: "No SDK",
  agents: "Agents",
  nobody: "Nobody has joined yet.",
  handover: "The last agent has left. The next one is expected.",
  ended: "The conversation is over.",
  lead: "Lead",
  passive: "Passive",
  handedOver: "Hands over",
  remote: "Other desktop",
  aside: "Line down",
  leadHelp:
    "With several agents in the conversation, only the lead runs dialog tasks, one at a time; the others stay passive. The welcome event does not trigger in a warm transfer.",
  timeline: "Timeline",
  timelineEmpty: "The timeline starts when the first agent joins.",
  now: "now",
  transfer: { NA: "NA", cold: "cold", warm: "warm", redial: "redial" },
  closing: { summary: "Summary", end: "End" },
  entry: "entry",
  exit: "exit",
  span: (name, from, to, duration) => `${name}: in from ${from} to ${to}, ${duration}`,
  spanOpen: (name, from, duration) => `${name}: in since ${from}, ${duration}`,
  asideSpan: (name, from) => `${name}: line down since ${from}`,
  marker: (transfer, transition, time) => `${transfer} ${transition} at ${time}`,
  conversation: "Conversation",
  closingAt: (steps, time) => `Conversation: ${steps} at ${time}`,
  agentsLeft: (value, lang) => `${formatCount(value, lang, "more agent", "more agents")} not shown`,
  log: "Events",
  logEmpty: "Nothing has been sent yet.",
  earlier: (value, lang) => `Show more of ${formatCount(value, lang, "earlier event", "earlier events")}`,
  payload: "Payload",
  outcome: {
    queued: "Waiting",
    sending: "Sending",
    sent: "Sent",
    failed: "Failed",
    unconfirmed: "No answer",
    skipped: "Left out",
  },
  waitsForConnection: "Waits for the connection",
  attempts: (value, lang) => formatCount(value, lang, "try", "tries"),
  waiting: (value, lang) => formatCount(value, lang, "event waits", "events wait"),
  unanswered: (value, lang) => formatCount(value, lang, "event without an answer", "events without an answer"),
  failed: (name) => `The SDK did not take “${name}” in five tries. What comes after it waits.`,
  sentCount: (value, lang) => formatCount(value, lang, "event sent", "events sent"),
  retryAll: "Retry",
  agentId: "Agent ID",
  agentName: "Name",
  accept: "Accept",
  add: "Add",
  handOver: "Hand over",
  leave: "Leave",
  leaveAgent: (name) => `Leave: ${name}`,
  rejoin: "Rejoin",
  rejoinAgent: (name) => `Rejoin: ${name}`,
  drop: "Drop line",
  end: "End conversation",
  controls: "Controls",
};
