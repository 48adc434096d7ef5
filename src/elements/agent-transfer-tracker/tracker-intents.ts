import type { RosterAgent } from "../../tracker/store/tracker-state.js";

/** The agent whom a person types into the controls. */
export interface AgentDraft {
  readonly identity: string;
  readonly name: string;
}

/** What a person can want of the tracker. Where a call names nobody, it is about the agent typed in. */
export interface TrackerIntents {
  /** Tries now what waits or was given up. */
  retry(): void;
  /** The payload of an event is looked at. */
  openEvent(id: string): void;
  /** More of the log. */
  showEarlier(): void;
  /** A part of who is typed in; the rest stays as it was typed, be it drawn by now or not. */
  type(part: Partial<AgentDraft>): void;
  /** The first agent takes the conversation. */
  accept(): void;
  /** Another agent comes in beside the others. */
  add(): void;
  handOver(): void;
  leave(agent: RosterAgent): void;
  rejoin(agent: RosterAgent): void;
  /** The line breaks. */
  drop(): void;
  end(): void;
}
