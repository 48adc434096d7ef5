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

export interface AgentLanes {
  readonly lanes: readonly AgentLane[];
  readonly from: number;
  readonly to: number;
  /** Something still goes on, so that `to` is now. */
  readonly running: boolean;
}

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
  for (const { kind, at, agent, transfer } of moments) {
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
  const shown = all.map(({ identity, name, remote, bars, markers, open }): AgentLane => {
    return { identity, name, remote, markers, bars: open ? bars.concat(open) : bars };
  });
  const times = shown.flatMap(({ bars, markers }) => [
    ...bars.flatMap(({ from, to }) => [from, to ?? now]),
    ...markers.map(({ at }) => at),
  ]);
  const from = Math.min(...times, now);
  return { lanes: shown, from, to: Math.max(running ? now : Math.max(...times, from), from + 1000), running };
}

function close(lane: OpenLane, at: number): void {
  if (lane.open) lane.bars.push({ ...lane.open, to: Math.max(at, lane.open.from) });
  lane.open = undefined;
}
