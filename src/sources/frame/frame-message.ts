import * as z from "zod/mini";
import type { WireTextOfRow } from "../wire/portable-rows.js";

/** Stands in every message. One of another version, and whatever else arrives at a port, is not for us. */
const VERSION = 1;

/**
 * What a frame says. `hello`: what is offered? `call`: a method with its arguments, but for the signal; `abort` instead of
 * that. `subscribe`: say when something changed.
 */
export type FrameMessage =
  | { readonly type: "hello" }
  | { readonly type: "call"; readonly id: number; readonly method: string; readonly args: readonly unknown[] }
  | { readonly type: "abort"; readonly id: number }
  | { readonly type: "subscribe" }
  | { readonly type: "unsubscribe" };

/**
 * What the page says that has what the frame needs. `offer`: this can be called. `change`: something changed, or a
 * connection is up. `end`: nothing more will be answered but the calls up to `last`, which have arrived.
 */
export type HostMessage =
  | ({ readonly type: "offer" } & Offered)
  | ({ readonly type: "answer"; readonly id: number } & Answered)
  | { readonly type: "failure"; readonly id: number; readonly failure: { readonly message: string } }
  | { readonly type: "change" }
  | { readonly type: "end"; readonly last: number };

export interface Answered {
  readonly value?: unknown;
  readonly texts?: readonly WireTextOfRow[];
  /** Of a list: names it, for the next request. */
  readonly held?: string;
}

export interface Offered {
  readonly methods: readonly string[];
  /** Of a data source that answers queries; of a sink that takes extras. */
  readonly queries?: boolean;
  readonly extras?: boolean;
  /** The connection of a sink is up. */
  readonly connected?: boolean;
}

const ID = z.int().check(z.gte(0));
const TEXT = z.string();
const YES = z.optional(z.boolean());

const FRAME = z.discriminatedUnion("type", [
  z.object({ type: z.literal("hello") }),
  // Each method reads its own.
  z.object({ type: z.literal("call"), id: ID, method: TEXT, args: z.array(z.unknown()).check(z.maxLength(4)) }),
  z.object({ type: z.literal("abort"), id: ID }),
  z.object({ type: z.literal("subscribe") }),
  z.object({ type: z.literal("unsubscribe") }),
]);

const HOST = z.discriminatedUnion("type", [
  z.object({ type: z.literal("offer"), methods: z.array(TEXT), queries: YES, extras: YES, connected: YES }),
  z.object({
    type: z.literal("answer"),
    id: ID,
    value: z.optional(z.unknown()),
    held: z.optional(TEXT),
    texts: z.optional(z.array(z.tuple([ID, z.enum(["metadata", "providerData"]), TEXT]))),
  }),
  // The rest is read by its fields, as of anything that was thrown.
  z.object({ type: z.literal("failure"), id: ID, failure: z.looseObject({ message: TEXT }) }),
  z.object({ type: z.literal("change") }),
  z.object({ type: z.literal("end"), last: z.int() }),
]);

const ENVELOPE = z.object({ handoff: z.literal(VERSION), message: z.unknown() });

/** Puts a message into a port. @throws DataCloneError for what no port takes. */
export function post(port: MessagePort, message: FrameMessage | HostMessage): void {
  port.postMessage({ handoff: VERSION, message });
}

/** @returns `undefined` for what no frame of this version says. */
export function readFrameMessage(data: unknown): FrameMessage | undefined {
  return FRAME.safeParse(ENVELOPE.safeParse(data).data?.message).data;
}

/** @returns `undefined` for what no page of this version says. */
export function readHostMessage(data: unknown): HostMessage | undefined {
  return HOST.safeParse(ENVELOPE.safeParse(data).data?.message).data as HostMessage | undefined;
}
