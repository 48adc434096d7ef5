import type { EndIntent, JoiningAgent, JoinIntent, LeaveIntent } from "./rules/intent.js";
import { CLOSING_STEPS, isField, type ClosingStep, type CustomFields } from "./rules/message.js";
import { isTransferType, type TransferType } from "./rules/payload.js";
import { attempt } from "../platform/attempt.js";
import { isList } from "../platform/describe.js";
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
  /** What the server may want beside the guide's fields, flat; only sinks with `extras` get it, such as `hooksSink`. */
  readonly customFields?: CustomFields;
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
  /** Why it is over, for the end of the conversation; `agent_initiated` where nothing is said. */
  readonly reason?: string;
  /** Language of the summary, such as `en`. */
  readonly language?: string;
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

/** @param closing what follows the last exit. */
export function readEnd(options: unknown, closing: readonly ClosingStep[], warn: Warn): EndIntent {
  return {
    type: "end",
    ...readExit(options, warn),
    ...(closing.length > 0 && { closing }),
    ...readText(options, "reason"),
    ...readText(options, "language"),
  };
}

/** @returns the steps that the words name, in the only order that there is. */
export function readClosing(value: unknown, warn: Warn): readonly ClosingStep[] {
  if (value === undefined || value === null) return [];
  const words = typeof value === "string" ? value.split(/\s+/).filter(Boolean) : [typeof value];
  const steps = CLOSING_STEPS.filter((step) => words.includes(step));
  if (words.some((word) => !steps.includes(word as ClosingStep))) {
    warn('closing takes the words "summary" and "end".');
  }
  return steps;
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
      if (!joining) warn("a participant without an identity was passed over.");
      return joining ?? [];
    });
  } catch {
    warn("participants could not be read.");
    return undefined;
  }
}

/** @returns `{ transfer }` where the options have one that an exit can have, else `{}`. */
function readExit(options: unknown, warn: Warn): { readonly transfer?: Exclude<TransferType, "redial"> } {
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
  const transfer = readTransfer(options, warn);
  return {
    identity,
    announce: announces(options, identity, ownAgent) ?? true,
    ...readText(agent, "name"),
    ...readCustomFields(agent, warn),
    ...(transfer === undefined ? {} : { transfer }),
  };
}

function readText<T extends string>(options: unknown, name: T): { readonly [key in T]?: string } {
  const text = property(options, name);
  return typeof text === "string" && text !== "" ? ({ [name]: text } as { [key in T]: string }) : {};
}

function readCustomFields(agent: unknown, warn: Warn): { readonly customFields?: CustomFields } {
  const given = property(agent, "customFields");
  if (typeof given !== "object" || given === null) return {};
  const all = attempt(() => Object.entries(given)) ?? [];
  const flat = all.filter(([, field]) => isField(field));
  if (flat.length < all.length) warn("customFields are texts, numbers and booleans.");
  return { customFields: Object.fromEntries(flat) as CustomFields };
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
  warn(`${call}() was given no identity, so it did nothing.`);
}

function warnOf(transfer: unknown, what: string, warn: Warn): void {
  const shown = typeof transfer === "string" ? JSON.stringify(transfer.slice(0, 40)) : typeof transfer;
  warn(`${shown} is no type of ${what}; it is inferred instead.`);
}
