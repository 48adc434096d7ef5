import type { TrackerStrings } from "../../i18n/tracker-strings.js";
import type { Words } from "../../lit/controllers/localize-controller.js";
import type { TrackerState } from "../../tracker/store/tracker-state.js";
import type { TransferLogEntry, TransferMoment } from "../../tracker/store/transfer-log.js";
import type { TransferTracker } from "../../tracker/transfer-tracker.js";
import { agentLanesOf, type AgentLanes } from "./agent-lanes.js";
import type { AgentDraft } from "./tracker-intents.js";

/** The buttons for a person, and who is typed in. */
export interface ControlsModel {
  readonly draft: AgentDraft;
  /** Which buttons mean something now. */
  readonly can: Readonly<Record<"accept" | "add" | "handOver" | "drop" | "end", boolean>>;
}

/** Everything that the views show. Made once per update. */
export interface TrackerModel {
  readonly words: Words<TrackerStrings>;
  readonly state: TrackerState;
  /** Of the SDK. `none`: there is no SDK. */
  readonly connection: "up" | "down" | "none";
  /** Identities of those who are being handed over. */
  readonly handedOver: ReadonlySet<string>;
  readonly log: readonly TransferLogEntry[];
  /** How many of them are shown, of the newest. */
  readonly logWindow: number;
  /** Ids of the events whose payload a person has looked at: the others have no pane. */
  readonly opened: ReadonlySet<string>;
  /** The event that was given up; those behind it wait. */
  readonly failed: TransferLogEntry | undefined;
  /** Of the log's events, how many the SDK has taken. */
  readonly sentCount: number;
  readonly moments: readonly TransferMoment[];
  readonly lanes: AgentLanes;
  /** Epoch milliseconds. */
  readonly now: number;
  /** `undefined`: none are shown. */
  readonly controls: ControlsModel | undefined;
  /** What assistive technology is told. */
  readonly announcement: string;
}

/** What the model is made of, beside the tracker. */
interface TrackerSources extends Pick<TrackerModel, "words" | "now" | "announcement" | "logWindow" | "opened"> {
  /** Whether there are buttons for a person. */
  readonly controls: boolean;
  /** Who is typed in, if anybody was. */
  readonly draft: AgentDraft | undefined;
}

export function trackerModelOf(tracker: TransferTracker, sources: TrackerSources): TrackerModel {
  const { words, now, announcement, logWindow, opened } = sources;
  const { state, log, moments, since, handedOver, sdk, ownAgent } = tracker;
  return {
    words,
    state,
    connection: state.connected ? "up" : sdk === undefined ? "none" : "down",
    handedOver,
    log,
    logWindow,
    opened,
    failed: log.find(({ status }) => status === "failed"),
    sentCount: log.filter(({ status }) => status === "sent").length,
    moments,
    lanes: agentLanesOf(moments, state, since, now),
    now,
    controls: sources.controls ? controlsOf(state, draftOf(sources.draft, state, ownAgent)) : undefined,
    announcement,
  };
}

/** Who is typed in, or this desktop's own agent while they are not in yet. */
export function draftOf(typed: AgentDraft | undefined, state: TrackerState, ownAgent: string | undefined): AgentDraft {
  if (typed) return typed;
  return { identity: ownAgent === undefined || isKnown(state, ownAgent) ? "" : ownAgent, name: "" };
}

function controlsOf(state: TrackerState, draft: AgentDraft): ControlsModel {
  const { phase, roster, aside } = state;
  const over = phase === "ended";
  const somebodyNew = draft.identity !== "" && !isKnown(state, draft.identity) && !over;
  const nobody = roster.length + aside.length === 0;
  return {
    draft,
    can: {
      accept: somebodyNew && nobody,
      add: somebodyNew && roster.length > 0,
      handOver: somebodyNew && !nobody,
      drop: phase === "open" && roster.length > 0,
      end: !over,
    },
  };
}

function isKnown({ roster, aside }: TrackerState, identity: string): boolean {
  return [...roster, ...aside].some((agent) => agent.identity === identity);
}
