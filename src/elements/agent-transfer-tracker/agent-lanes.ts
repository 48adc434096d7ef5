import type { ClosingStep } from "../../tracker/rules/message.js";
import type { TransferType } from "../../tracker/rules/payload.js";
import type { TransferMoment } from "../../tracker/store/transfer-log.js";
import type { TrackerState } from "../../tracker/store/tracker-state.js";

/** A stretch of a lane: `in` the conversation, or `aside` while the line was down. Times are epoch milliseconds. */
export interface LaneBar {
  readonly kind: "in" | "aside";
  readonly from: number;
  /** Absent: still so. */
  readonly to?: number;
}

export interface LaneMarker {
  readonly at: number;
  readonly transition: "entry" | "exit";
  readonly transfer: TransferType;
}

export interface AgentLane {
  readonly identity: string;
  readonly name: string;
  readonly remote: boolean;
  readonly bars: readonly LaneBar[];
  readonly markers: readonly LaneMarker[];
}

/** What followed the last exit, all at one time. */
export interface Closing {
  readonly at: number;
  readonly steps: readonly ClosingStep[];
}

export interface AgentLanes {
  readonly lanes: readonly AgentLane[];
  /** How many have no lane, since there are too many. */
  readonly left: number;
  readonly closings: readonly Closing[];
  readonly from: number;
  readonly to: number;
  /** Something still goes on, so that `to` is now. */
  readonly running: boolean;
}

/** Lanes that are drawn. */
const LANES_LIMIT = 50;

interface OpenLane {
  identity: string;
  name: string;
  remote: boolean;
  bars: LaneBar[];
  markers: LaneMarker[];
  open: { kind: "in" | "aside"; from: number } | undefined;
}

/**
 * Who was in when: one lane per agent, in order of first joining.
 *
 * @param moments what this document saw; it may begin in mid-conversation.
 * @param since the entries of those who are in or aside now, for those whose coming it did not see.
 * @param now epoch milliseconds.
 */
export function agentLanesOf(
  moments: readonly TransferMoment[],
  state: Pick<TrackerState, "roster" | "aside">,
  since: ReadonlyMap<string, number>,
  now: number,
): AgentLanes {
  const lanes = new Map<string, OpenLane>();
  const laneOf = (agent: { identity: string; name: string; remote: boolean }, start: number | undefined): OpenLane => {
    let lane = lanes.get(agent.identity);
    if (!lane) {
      const { identity, name, remote } = agent;
      // Came before this document looked on.
      const open = start === undefined ? undefined : { kind: "in" as const, from: start };
      lanes.set(identity, (lane = { identity, name, remote, bars: [], markers: [], open }));
    }
    return lane;
  };
  const closings = new Map<number, ClosingStep[]>();
  for (const { kind, at, agent, transfer, step } of moments) {
    if (step) closings.set(at, [...(closings.get(at) ?? []), step]);
    if (!agent) continue;
    const known = lanes.has(agent.identity);
    const lane = laneOf(agent, agent.since);
    if (kind === "entry" && !known) lane.open = undefined;
    close(lane, at);
    if (kind === "entry") lane.open = { kind: "in", from: at };
    else if (kind === "aside") lane.open = { kind: "aside", from: at };
    if (transfer && (kind === "entry" || kind === "exit")) lane.markers.push({ at, transition: kind, transfer });
    lane.name = agent.name;
    lane.remote = agent.remote;
  }
  for (const agent of [...state.roster, ...state.aside]) laneOf(agent, since.get(agent.identity));

  const all = [...lanes.values()].filter((lane) => lane.open || lane.bars.length > 0 || lane.markers.length > 0);
  const running = all.some((lane) => lane.open);
  const shown = newest(all).map(({ identity, name, remote, bars, markers, open }): AgentLane => {
    return { identity, name, remote, markers, bars: open ? bars.concat(open) : bars };
  });
  const times = shown.flatMap(({ bars, markers }) => [
    ...bars.flatMap(({ from, to }) => [from, to ?? now]),
    ...markers.map(({ at }) => at),
  ]);
  times.push(...closings.keys());
  const from = Math.min(...times, now);
  return {
    lanes: shown,
    left: all.length - shown.length,
    closings: [...closings].map(([at, steps]) => ({ at, steps })),
    from,
    to: Math.max(running ? now : Math.max(...times, from), from + 1000),
    running,
  };
}

/** Of too many the first, who leads, and those who came last. */
function newest<T>(lanes: readonly T[]): readonly T[] {
  return lanes.length > LANES_LIMIT ? [...lanes.slice(0, 1), ...lanes.slice(1 - LANES_LIMIT)] : lanes;
}

function close(lane: OpenLane, at: number): void {
  if (lane.open) lane.bars.push({ ...lane.open, to: Math.max(at, lane.open.from) });
  lane.open = undefined;
}
