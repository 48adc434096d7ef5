import type { LeaveIntent, TransferEffect, TransferStep } from "./intent.js";
import { internalTransferPayload, type TransferType, type Transition } from "./payload.js";
import { findAgent, type TransferAgent, type TransferState } from "./state.js";

type Leave = Omit<LeaveIntent, "type">;

/** An agent leaves. A last leave without an override is only noted: see {@link decideLeave}. */
export function leave(state: TransferState, leave: Leave): TransferStep {
  const agent = findAgent(state, leave.identity);
  if (!agent) return [state, [{ type: "ignored", reason: "unknown" }]];
  const agents = state.agents.filter((other) => other !== agent);
  const announce = !agent.out && (leave.announce ?? !agent.remote);
  // Whom the SDK was told out is there for their own return only.
  const last = agents.every(({ out }) => out);
  if (last && announce && leave.transfer === undefined) {
    return [{ ...state, agents, leaving: agent }, [{ type: "defer" }]];
  }
  const transfer = leave.transfer ?? (last ? inferLastExit(agent) : agent.handedOver ? "cold" : "warm");
  if (last && leave.transfer === "NA") {
    // The end decides a last leave that was still open.
    const open = state.leaving ? exitEffects(state.leaving, "NA") : [];
    return [
      { phase: "ended", agents: [] },
      [...open, ...exited(agent, transfer, announce), { type: "mark", kind: "end" }],
    ];
  }
  // A last leave is still open, or the line is still down for those who were told out.
  const phase = !last || state.leaving || (agent.out && agents.length > 0) ? state.phase : "handover";
  return [{ ...state, phase, agents }, exited(agent, transfer, announce)];
}

function exited(agent: TransferAgent, transfer: TransferType, announce: boolean): readonly TransferEffect[] {
  const mark: TransferEffect = { type: "mark", kind: "exit", agent, transfer };
  if (announce) return [mark, sendOf(transfer, "exit", agent)];
  // Their exit was said, and marked, when the line broke.
  return agent.out ? [{ type: "ignored", reason: "unannounced" }] : [mark, { type: "ignored", reason: "unannounced" }];
}

/** What tells the SDK of an agent. */
export function sendOf(
  transfer: TransferType,
  transition: Transition,
  agent: Pick<TransferAgent, "identity" | "name" | "customFields">,
): Extract<TransferEffect, { type: "send" }> {
  const { customFields } = agent;
  const payload = internalTransferPayload(transfer, transition, agent);
  return { type: "send", payload, ...(customFields && { customFields }) };
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
    { ...sendOf(transfer, "exit", agent), settles: "leave" },
  ];
}

function inferLastExit(agent: TransferAgent): TransferType {
  return agent.guest && !agent.handedOver ? "warm" : "cold";
}
