import type { JoiningAgent, ParticipantsIntent, TransferEffect, TransferStep } from "./intent.js";
import { join } from "./join.js";
import { decideLeave, leave } from "./leave.js";
import type { TransferState } from "./state.js";

/**
 * Brings the conversation to the agents listed: first who left, newest first, then who came, in list order, each as a
 * call of its own would. `at`: epoch milliseconds.
 */
export function setParticipants(state: TransferState, intent: ParticipantsIntent, at: number): TransferStep {
  const listed = firstOfEach(intent.agents);
  // A host that renders its list again while the line is down has said nothing new.
  if (state.phase === "dropped" && sameIdentities(state, listed)) return [state, [{ type: "ignored" }]];

  let current = state;
  const effects: TransferEffect[] = [];
  const apply = ([next, added]: TransferStep) => {
    current = next;
    effects.push(...added);
  };
  for (const agent of state.agents.toReversed()) {
    if (listed.has(agent.identity) || (intent.settling && agent.aside)) continue;
    const own = intent.ownAgent === undefined || intent.ownAgent === agent.identity;
    apply(leave(current, { identity: agent.identity, announce: own && !agent.remote }));
  }
  for (const joining of listed.values()) {
    if (current.agents.some((agent) => agent.identity === joining.identity && !agent.aside)) continue;
    apply(decideLeave(current));
    apply(join(current, joining, at));
  }
  return [current, summarised(effects)];
}

function firstOfEach(agents: readonly JoiningAgent[]): Map<string, JoiningAgent> {
  const first = new Map<string, JoiningAgent>();
  for (const agent of agents) if (!first.has(agent.identity)) first.set(agent.identity, agent);
  return first;
}

function sameIdentities(state: TransferState, listed: ReadonlyMap<string, JoiningAgent>): boolean {
  return state.agents.length === listed.size && state.agents.every((agent) => listed.has(agent.identity));
}

/** One outcome for the whole list: what was ignored only shows where nothing at all came of it. */
function summarised(effects: readonly TransferEffect[]): readonly TransferEffect[] {
  const rest = effects.filter((effect) => effect.type !== "ignored");
  if (rest.some((effect) => effect.type === "send" || effect.type === "defer")) return rest;
  return [...rest, effects.find((effect) => effect.type === "ignored") ?? { type: "ignored" }];
}
