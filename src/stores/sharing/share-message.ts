import * as z from "zod/mini";
import type { DataSourceFailure, Offer } from "../../sources/data-source.js";
import type { WireTextOfRow } from "../../sources/wire/portable-rows.js";

/** A change of the rows, as it goes through the channel. Rows are still unread: the store reads them, from wherever. */
export type Content =
  | {
      readonly kind: "whole";
      readonly rows: readonly unknown[];
      readonly total?: number;
      readonly cursor?: string;
      readonly offers?: readonly Offer[];
      readonly texts?: readonly WireTextOfRow[];
    }
  | {
      readonly kind: "delta";
      readonly rows: readonly unknown[];
      readonly removed: readonly string[];
      readonly cursor: string;
      readonly texts?: readonly WireTextOfRow[];
    }
  | { readonly kind: "unchanged" };

/** Which answer: whose, and its number. A new holder has a higher term than all before. */
export interface Position {
  readonly term: number;
  readonly holder: string;
  readonly serial: number;
}

/** Only its fields travel; what was thrown stays where it was thrown. */
type SharedFailure = DataSourceFailure & { readonly message: string };

/** How the source answered, or failed to. */
export interface Outcome extends Position {
  /** Epoch milliseconds: when the source last answered. A push of rows is no answer. */
  readonly at: number;
  /** How many have failed in a row. */
  readonly failures: number;
  readonly failure?: SharedFailure;
  /** Names the list as it is now; `""` = there has never been one. */
  readonly version: string;
  /** Milliseconds that the server's clock is ahead. */
  readonly offset?: number;
}

/**
 * What the tabs tell each other. `hello`: who is there? `here`: I, and this is the last place that I heard of; `knows`:
 * an answer, too. `tell`: say it. `took`: I ask the source from now on. `ask`: I need an answer. `asking`: it will be the one of that serial.
 * `outcome`: an answer; `from` is the version that its content changes. `outdated`: what was answered until now no
 * longer holds; `push`: and the source said so.
 */
export type ShareMessage =
  | { readonly type: "hello"; readonly id: string }
  | ({ readonly type: "here"; readonly answers: string; readonly tab: string; readonly knows: boolean } & Position)
  | { readonly type: "tell"; readonly to: string; readonly have: string; readonly answers?: string }
  | { readonly type: "took"; readonly term: number; readonly holder: string }
  | ({ readonly type: "ask"; readonly id: string; readonly have: string } & Wish)
  | ({ readonly type: "asking"; readonly to: string } & Position)
  | ({
      readonly type: "outcome";
      readonly from: string;
      readonly content?: Content;
      readonly answers?: string;
    } & Outcome)
  | { readonly type: "outdated"; readonly push: boolean };

/** What somebody needs of an answer. */
export interface Wish {
  /** Milliseconds an answer may have; absent: one to a request that begins from now on, or is under way. */
  readonly maxAge?: number;
  /** The tab has had no answer yet, not even that the source refuses it. */
  readonly first: boolean;
}

const TEXT = z.string();
const TIME = z.number().check(z.gte(0));
const COUNT = z.int().check(z.gte(0));
/** Each holder adds one: no honest tab gets that far, and there must be room above a forged one. */
const TERM = COUNT.check(z.lt(2 ** 40));
/** Neither copied nor looked into: a list may have a hundred thousand rows. */
const ROWS = z.custom<readonly unknown[]>(Array.isArray);
const TEXTS = z.optional(z.array(z.tuple([COUNT, z.enum(["metadata", "providerData"]), TEXT])));
const POSITION = { term: TERM, holder: TEXT, serial: COUNT };

const CONTENT = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("whole"),
    rows: ROWS,
    total: z.optional(COUNT),
    cursor: z.optional(TEXT),
    offers: z.optional(ROWS),
    texts: TEXTS,
  }),
  z.object({ kind: z.literal("delta"), rows: ROWS, removed: z.array(TEXT), cursor: TEXT, texts: TEXTS }),
  z.object({ kind: z.literal("unchanged") }),
]);

const OUTCOME = z
  .object({
    type: z.literal("outcome"),
    ...POSITION,
    at: TIME,
    failures: COUNT,
    // The rest is read by its fields, as of anything that was thrown.
    failure: z.optional(z.looseObject({ message: TEXT })),
    version: TEXT,
    offset: z.optional(z.number()),
    from: TEXT,
    content: z.optional(CONTENT),
    answers: z.optional(TEXT),
  })
  // One of the two, and only one: an answer or a failure.
  .check(
    z.refine(({ failure, content, version }) =>
      failure === undefined ? content !== undefined && version !== "" : content === undefined,
    ),
  );

const MESSAGE = z.discriminatedUnion("type", [
  z.object({ type: z.literal("hello"), id: TEXT }),
  z.object({ type: z.literal("here"), answers: TEXT, tab: TEXT, knows: z.boolean(), ...POSITION }),
  z.object({ type: z.literal("tell"), to: TEXT, have: TEXT, answers: z.optional(TEXT) }),
  z.object({ type: z.literal("took"), term: TERM, holder: TEXT }),
  z.object({ type: z.literal("ask"), id: TEXT, have: TEXT, maxAge: z.optional(TIME), first: z.boolean() }),
  z.object({ type: z.literal("asking"), to: TEXT, ...POSITION }),
  OUTCOME,
  z.object({ type: z.literal("outdated"), push: z.boolean() }),
]);

/** @returns `undefined` for what no tab of this version says. Anything of the origin may post here. */
export function readShareMessage(data: unknown): ShareMessage | undefined {
  return MESSAGE.safeParse(data).data as ShareMessage | undefined;
}
