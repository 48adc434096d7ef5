import type { JoiningAgent, JoinIntent, LeaveIntent } from "./rules/intent.js";
import { isTransferType, type TransferType } from "./rules/payload.js";
import { property } from "../platform/property.js";

/*
 * Readers for what a host passes to a call. It may be anything, even an object whose getters throw. What cannot be read
 * is left out with one warning; without an identity there is nothing to do.
 */
type Warn = (message: string) => void;

/** An agent, as a host names one. A number stands for its digits. */
export interface AgentLike {
  readonly identity: string | number;
  readonly name?: string;
}

export interface JoinOptions {
  /** Overrides what would be inferred: each agent's desktop knows only its own agent. */
  readonly transfer?: TransferType;
  /** `false`: another desktop tells the SDK. */
  readonly announce?: boolean;
}

export interface LeaveOptions {
  readonly transfer?: Exclude<TransferType, "redial">;
  /** Absent: as the agent's entry was. */
  readonly announce?: boolean;
}

export interface EndOptions {
  /** Overrides the last exit. */
  readonly transfer?: Exclude<TransferType, "redial">;
}

/** One of `participants`. */
export interface TransferParticipant extends AgentLike, JoinOptions {}

/** What names an agent: a text, a number, which stands for its digits, or an object with one of them as `identity`. */
export function readIdentity(value: unknown): string | undefined {
  const identity = typeof value === "object" ? property(value, "identity") : value;
  if (Number.isSafeInteger(identity) && (identity as number) >= 0) return String(identity);
  return typeof identity === "string" && identity !== "" ? identity : undefined;
}

export function readJoin(
  agent: unknown,
  options: unknown,
  ownAgent: string | undefined,
  warn: Warn,
): JoinIntent | undefined {
  const joining = readJoining(agent, options, ownAgent, warn);
  if (!joining) warnOfNobody("agentJoined", warn);
  return joining && { type: "join", ...joining };
}

export function readLeave(
  agent: unknown,
  options: unknown,
  ownAgent: string | undefined,
  warn: Warn,
): LeaveIntent | undefined {
  const identity = readIdentity(agent);
  if (identity === undefined) return warnOfNobody("agentLeft", warn);
  const announce = announces(options, identity, ownAgent);
  return { type: "leave", identity, ...(announce === undefined ? {} : { announce }), ...readExit(options, warn) };
}

/** Whether a value is a list; a Proxy may throw even then. */
export function isList(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

/** @returns what is readable in the list; `undefined` for what is no list, or cannot be read. */
export function readParticipants(
  list: unknown,
  ownAgent: string | undefined,
  warn: Warn,
): readonly JoiningAgent[] | undefined {
  if (!isList(list)) return undefined;
  try {
    return list.flatMap((item: unknown) => {
      const joining = readJoining(item, item, ownAgent, warn);
      if (!joining) warn("agent-transfer-tracker: a participant without an identity was passed over.");
      return joining ?? [];
    });
  } catch {
    warn("agent-transfer-tracker: participants could not be read.");
    return undefined;
  }
}

/** @returns `{ transfer }` where the options have one that an exit can have, else `{}`. */
export function readExit(options: unknown, warn: Warn): { readonly transfer?: Exclude<TransferType, "redial"> } {
  const transfer = readTransfer(options, warn);
  if (transfer === "redial") warnOf(transfer, "an exit", warn);
  return transfer === undefined || transfer === "redial" ? {} : { transfer };
}

function readJoining(
  agent: unknown,
  options: unknown,
  ownAgent: string | undefined,
  warn: Warn,
): JoiningAgent | undefined {
  const identity = readIdentity(agent);
  if (identity === undefined) return undefined;
  const name = property(agent, "name");
  const transfer = readTransfer(options, warn);
  return {
    identity,
    announce: announces(options, identity, ownAgent) ?? true,
    ...(typeof name === "string" && name !== "" ? { name } : {}),
    ...(transfer === undefined ? {} : { transfer }),
  };
}

/** @returns `undefined` where nothing was said about it. */
function announces(options: unknown, identity: string, ownAgent: string | undefined): boolean | undefined {
  if (ownAgent !== undefined && ownAgent !== identity) return false;
  const announce = property(options, "announce");
  return typeof announce === "boolean" ? announce : undefined;
}

function readTransfer(options: unknown, warn: Warn): TransferType | undefined {
  const transfer = property(options, "transfer");
  if (transfer === undefined || transfer === null || isTransferType(transfer)) return transfer ?? undefined;
  warnOf(transfer, "a transfer", warn);
  return undefined;
}

function warnOfNobody(call: string, warn: Warn): undefined {
  warn(`agent-transfer-tracker: ${call}() was given no identity, so it did nothing.`);
}

function warnOf(transfer: unknown, what: string, warn: Warn): void {
  const shown = typeof transfer === "string" ? JSON.stringify(transfer.slice(0, 40)) : typeof transfer;
  warn(`agent-transfer-tracker: ${shown} is no type of ${what}; it is inferred instead.`);
}
