import type { EndIntent, TransferEffect, TransferStep } from "./intent.js";
import { exitEffects, sendOf } from "./leave.js";
import type { InternalTransferPayload, TransferType } from "./payload.js";
import { leadOf, type TransferAgent, type TransferState } from "./state.js";

/** The conversation is over: everybody leaves, the newest first and the lead last; then it is closed. */
export function end(state: TransferState, intent: Omit<EndIntent, "type">): TransferStep {
  if (state.phase === "ended") return [state, [{ type: "ignored", reason: "ended" }]];
  const exits = state.leaving
    ? // The end decides a last leave that was still open.
      exitEffects(state.leaving, intent.transfer ?? "NA")
    : lastExits(state.agents, intent.transfer);
  const last = exits.findLast((effect) => effect.type === "send");
  const nobody = state.agents.every(({ out }) => out) && !state.leaving;
  const closing =
    nobody || last?.payload.transfertype === "NA" ? closingEffects(intent, last?.payload ?? lastOut(state)) : [];
  const ended: TransferState = { phase: "ended", agents: [], ...(closing.length > 0 && { closed: true }) };
  const over: TransferEffect = { type: "mark", kind: "end" };
  if (last || closing.length > 0) return [ended, [...exits, over, ...closing]];
  return [ended, [...exits, over, { type: "ignored", reason: nobody ? "nobody" : "unannounced" }]];
}

function lastExits(agents: readonly TransferAgent[], override: TransferType | undefined): readonly TransferEffect[] {
  const leavers = inOrderOfLeaving(agents.filter(isBelieved));
  const lead = leavers.at(-1);
  const lastSent = leavers.findLast((agent) => !agent.remote);
  return leavers.flatMap((agent) => {
    const inferred: TransferType = agent === lead ? "NA" : agent.handedOver ? "cold" : "warm";
    return exit(agent, agent === lastSent ? (override ?? inferred) : inferred);
  });
}

/** The newest first, the lead last. */
function inOrderOfLeaving(agents: readonly TransferAgent[]): readonly TransferAgent[] {
  // When everybody is being handed over there is no lead, but the guide still has the last agent leave with NA.
  const lead = leadOf(agents) ?? agents[0];
  return lead ? [...agents.filter((agent) => agent !== lead).toReversed(), lead] : [];
}

/** The SDK was not told that they are out. */
const isBelieved = ({ out }: TransferAgent): boolean => !out;

/** Whom the SDK was told out last, when the line broke. */
function lastOut({ agents }: TransferState): Pick<InternalTransferPayload, "participant"> | undefined {
  const last = inOrderOfLeaving(agents.filter(({ out }) => out)).at(-1);
  return last && { participant: { identity: last.identity, name: last.name, type: "agent" } };
}

function closingEffects(
  { closing = [], reason = "agent_initiated", language }: Omit<EndIntent, "type">,
  last: Pick<InternalTransferPayload, "participant"> | undefined,
): readonly TransferEffect[] {
  const messages = {
    summary: { kind: "summary", payload: language === undefined ? {} : { language } },
    end: { kind: "end", payload: last ? { reason, participant: { ...last.participant } } : { reason } },
  } as const;
  return closing.flatMap((kind): readonly TransferEffect[] => [
    { type: "mark", kind: "close", step: kind },
    { type: "close", message: messages[kind] },
  ]);
}

function exit(agent: TransferAgent, transfer: TransferType): readonly TransferEffect[] {
  const mark: TransferEffect = { type: "mark", kind: "exit", agent, transfer };
  return agent.remote ? [mark] : [mark, sendOf(transfer, "exit", agent)];
}

/** The line broke; whoever was there is expected back. The SDK is told nothing, or that everybody is out. */
export function drop(state: TransferState, tellOut: boolean): TransferStep {
  if (state.phase === "ended") return [state, [{ type: "ignored", reason: "ended" }]];
  if (state.phase === "dropped") return [state, [{ type: "ignored", reason: "duplicate" }]];
  if (state.phase !== "open" || state.leaving) return [state, [{ type: "ignored", reason: "nobody" }]];
  const leavers = tellOut ? inOrderOfLeaving(state.agents.filter(isBelieved)) : [];
  const told = leavers.filter(({ remote }) => !remote);
  const exits = told.flatMap((agent) => exit(agent, agent === leavers.at(-1) ? "NA" : "warm"));
  const agents = state.agents.map((agent) =>
    told.includes(agent) ? { ...putAside(agent), out: true } : putAside(agent),
  );
  const ignored: readonly TransferEffect[] = exits.length > 0 ? [] : [{ type: "ignored" }];
  return [{ phase: "dropped", agents }, [...exits, ...asideMarks(state.agents), ...ignored]];
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
