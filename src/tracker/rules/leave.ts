import type { LeaveIntent, TransferEffect, TransferStep } from "./intent.js";
import { internalTransferPayload, type TransferType } from "./payload.js";
import { findAgent, type TransferAgent, type TransferState } from "./state.js";

type Leave = Omit<LeaveIntent, "type">;

/** An agent leaves. A last leave without an override is only noted: see {@link decideLeave}. */
export function leave(state: TransferState, leave: Leave): TransferStep {
  const agent = findAgent(state, leave.identity);
  if (!agent) return [state, [{ type: "ignored", reason: "unknown" }]];
  const agents = state.agents.filter((other) => other !== agent);
  const announce = leave.announce ?? !agent.remote;
  if (agents.length === 0 && announce && leave.transfer === undefined) {
    return [{ ...state, agents, leaving: agent }, [{ type: "defer" }]];
  }
  const last = agents.length === 0;
  const transfer = leave.transfer ?? (last ? inferLastExit(agent) : agent.handedOver ? "cold" : "warm");
  const phase = !last ? state.phase : leave.transfer === "NA" ? "ended" : "handover";
  return [
    { ...state, phase, agents },
    [
      { type: "mark", kind: "exit", agent, transfer },
      announce
        ? { type: "send", payload: internalTransferPayload(transfer, "exit", agent) }
        : { type: "ignored", reason: "unannounced" },
      ...(phase === "ended" ? [{ type: "mark", kind: "end" } as const] : []),
    ],
  ];
}

/**
 * Decides a last leave that nothing else has decided: an empty roster is normal in mid-transfer, so it is never the
 * end of the conversation (`NA exit`). No effects when none is open.
 */
export function decideLeave(state: TransferState): TransferStep {
  const { leaving, ...rest } = state;
  if (!leaving) return [state, []];
  const transfer = inferLastExit(leaving);
  return [{ ...rest, phase: "handover" }, exitEffects(leaving, transfer)];
}

/** The effects of an exit that was deferred before. */
export function exitEffects(agent: TransferAgent, transfer: TransferType): readonly TransferEffect[] {
  return [
    { type: "mark", kind: "exit", agent, transfer },
    { type: "send", payload: internalTransferPayload(transfer, "exit", agent), settles: "leave" },
  ];
}

function inferLastExit(agent: TransferAgent): TransferType {
  return agent.guest && !agent.handedOver ? "warm" : "cold";
}
