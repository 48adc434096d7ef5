import type { TransferEffect, TransferStep } from "./intent.js";
import { exitEffects } from "./leave.js";
import { internalTransferPayload, type TransferType } from "./payload.js";
import { leadOf, type TransferAgent, type TransferState } from "./state.js";

/** The conversation is over: everybody leaves, the newest first and the lead last. */
export function end(state: TransferState, override: TransferType | undefined): TransferStep {
  if (state.phase === "ended") return [state, [{ type: "ignored", reason: "ended" }]];
  const ended: TransferState = { phase: "ended", agents: [] };
  const over: TransferEffect = { type: "mark", kind: "end" };
  // The end decides a last leave that was still open.
  if (state.leaving) return [ended, [...exitEffects(state.leaving, override ?? "NA"), over]];
  if (state.agents.length === 0) return [ended, [over, { type: "ignored", reason: "nobody" }]];

  // When everybody is being handed over there is no lead, but the guide still has the last agent leave with NA.
  const lead = leadOf(state.agents) ?? state.agents[0]!;
  const leavers = [...state.agents.filter((agent) => agent !== lead).toReversed(), lead];
  const lastSent = leavers.findLast((agent) => !agent.remote);
  const effects = leavers.flatMap((agent) => {
    const inferred: TransferType = agent === lead ? "NA" : agent.handedOver ? "cold" : "warm";
    return exit(agent, agent === lastSent ? (override ?? inferred) : inferred);
  });
  return [ended, [...effects, over, ...(lastSent ? [] : [{ type: "ignored", reason: "unannounced" } as const])]];
}

function exit(agent: TransferAgent, transfer: TransferType): readonly TransferEffect[] {
  const mark: TransferEffect = { type: "mark", kind: "exit", agent, transfer };
  return agent.remote ? [mark] : [mark, { type: "send", payload: internalTransferPayload(transfer, "exit", agent) }];
}

/** The line broke. The SDK is told nothing; whoever was there is expected back. */
export function drop(state: TransferState): TransferStep {
  if (state.phase === "ended") return [state, [{ type: "ignored", reason: "ended" }]];
  if (state.phase === "dropped") return [state, [{ type: "ignored", reason: "duplicate" }]];
  if (state.phase !== "open" || state.leaving) return [state, [{ type: "ignored", reason: "nobody" }]];
  return [{ phase: "dropped", agents: state.agents.map(putAside) }, [...asideMarks(state.agents), { type: "ignored" }]];
}

/**
 * A new document read this state. Those whose entry the SDK took have lost their line with the old document; those
 * whose entry still waits, and those of other desktops, have not.
 */
export function revive(state: TransferState): TransferStep {
  const lost = state.agents.filter((agent) => !agent.waiting && !agent.remote);
  const agents = state.agents.map((agent) => (lost.includes(agent) ? putAside(agent) : agent));
  return [{ ...state, agents }, [...asideMarks(lost), ...(state.leaving ? [{ type: "defer" } as const] : [])]];
}

function putAside(agent: TransferAgent): TransferAgent {
  return agent.aside ? agent : { ...agent, aside: true };
}

function asideMarks(agents: readonly TransferAgent[]): readonly TransferEffect[] {
  return agents.filter((agent) => !agent.aside).map((agent) => ({ type: "mark", kind: "aside", agent }));
}
