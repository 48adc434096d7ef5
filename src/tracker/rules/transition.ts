import { drop, end, revive } from "./end.js";
import type { TransferIntent, TransferStep } from "./intent.js";
import { join } from "./join.js";
import { decideLeave, leave } from "./leave.js";
import { setParticipants } from "./participants.js";
import type { TransferState } from "./state.js";

/**
 * The rules of internal transfers: from a conversation and what happened to it, to the conversation after it and what
 * the outside has to do. Pure and total: any intent in any phase gives a state and a stated outcome, never a throw.
 *
 * @param at epoch milliseconds, for the record only; no rule depends on it.
 */
export function transition(state: TransferState, intent: TransferIntent, at = 0): TransferStep {
  switch (intent.type) {
    case "join": {
      // Whoever comes after a last leave decides it: it was a handover.
      const [decided, before] = decideLeave(state);
      const [joined, after] = join(decided, intent, at);
      return [joined, [...before, ...after]];
    }
    case "leave":
      return leave(state, intent);
    case "drop":
      return drop(state, intent.exit === true);
    case "end":
      return end(state, intent);
    case "participants":
      return setParticipants(state, intent, at);
    case "decide":
      return decideLeave(state);
    case "entered":
      return [{ ...state, agents: state.agents.map((agent) => entered(agent, intent.identity)) }, []];
    case "revive":
      return revive(state);
    default:
      return [state, [{ type: "ignored", reason: "invalid" }]];
  }
}

function entered<T extends { identity: string; waiting: boolean }>(agent: T, identity: string): T {
  return agent.identity === identity && agent.waiting ? { ...agent, waiting: false } : agent;
}
