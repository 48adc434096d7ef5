import type { JoiningAgent, TransferStep } from "./intent.js";
import { sendOf } from "./leave.js";
import type { TransferType } from "./payload.js";
import { findAgent, type TransferAgent, type TransferState } from "./state.js";

/** An agent comes in. A last leave that was open has been decided before. `at`: epoch milliseconds. */
export function join(state: TransferState, joining: JoiningAgent, at: number): TransferStep {
  if (state.phase === "ended" && joining.transfer !== "redial") return ignored(state, "ended");
  const known = findAgent(state, joining.identity);
  if (known && !known.aside) return ignored(state, "duplicate");
  // Dropped before the SDK ever heard of this agent: the entry that still waits brings them in.
  if (known?.waiting && !known.out) return ignored(replace(state, { ...known, aside: false, since: at }), "duplicate");

  const others = state.agents.filter((agent) => agent !== known);
  const transfer = joining.transfer ?? inferEntry(state, known, others);
  const customFields = joining.customFields ?? known?.customFields;
  const entering: TransferAgent = {
    identity: joining.identity,
    name: joining.name ?? known?.name ?? joining.identity,
    remote: !joining.announce,
    aside: false,
    handedOver: transfer === "cold" ? false : (known?.handedOver ?? false),
    guest: (joining.transfer === "warm" && others.every(({ out }) => out)) || (known?.guest ?? false),
    waiting: joining.announce,
    since: at,
    ...(customFields && { customFields }),
  };
  const { closed: _, ...reopened } = state;
  const before = transfer === "cold" ? handOver(reopened, entering.identity) : reopened;
  const after = known ? replace(before, entering) : { ...before, agents: [...before.agents, entering] };
  return [
    { ...after, phase: "open" },
    [
      { type: "mark", kind: "entry", agent: entering, transfer },
      joining.announce ? sendOf(transfer, "entry", entering) : { type: "ignored", reason: "unannounced" },
    ],
  ];
}

function inferEntry(
  state: TransferState,
  known: TransferAgent | undefined,
  others: readonly TransferAgent[],
): TransferType {
  if (known) return "redial";
  if (state.phase === "new") return "NA";
  return others.some((agent) => !agent.aside) ? "warm" : "cold";
}

/** A cold entry hands over everybody who is known at that moment, except the one who enters. */
function handOver(state: TransferState, entering: string): TransferState {
  return {
    ...state,
    agents: state.agents.map((agent) =>
      agent.identity === entering || agent.handedOver ? agent : { ...agent, handedOver: true },
    ),
  };
}

/** Puts an agent back in their old place. They are in, so the conversation is open. */
function replace(state: TransferState, agent: TransferAgent): TransferState {
  return {
    ...state,
    phase: "open",
    agents: state.agents.map((old) => (old.identity === agent.identity ? agent : old)),
  };
}

function ignored(state: TransferState, reason: "ended" | "duplicate"): TransferStep {
  return [state, [{ type: "ignored", reason }]];
}
