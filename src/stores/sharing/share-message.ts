import type { DataSourceFailure, Offer } from "../../sources/data-source.js";

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

/** How data of a row was spelled, which a channel does not carry with its value. */
export type WireTextOfRow = readonly [row: number, field: "metadata" | "providerData", text: string];

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

type Fields = Readonly<Record<string, unknown>>;

/** @returns `undefined` for what no tab of this version says. Anything of the origin may post here. */
export function readShareMessage(data: unknown): ShareMessage | undefined {
  if (!isRecord(data)) return undefined;
  switch (data["type"]) {
    case "hello":
      return isText(data["id"]) ? { type: "hello", id: data["id"] } : undefined;
    case "here":
      return isText(data["answers"]) && isText(data["tab"]) && typeof data["knows"] === "boolean" && isPosition(data)
        ? (data as Read<"here">)
        : undefined;
    case "tell":
      return isText(data["to"]) && isText(data["have"]) && isMaybe(data["answers"], isText)
        ? (data as Read<"tell">)
        : undefined;
    case "took":
      return isTerm(data["term"]) && isText(data["holder"]) ? (data as Read<"took">) : undefined;
    case "ask":
      return isText(data["id"]) &&
        isText(data["have"]) &&
        isMaybe(data["maxAge"], isTime) &&
        typeof data["first"] === "boolean"
        ? (data as Read<"ask">)
        : undefined;
    case "asking":
      return isText(data["to"]) && isPosition(data) ? (data as Read<"asking">) : undefined;
    case "outcome":
      return isOutcome(data) ? (data as Read<"outcome">) : undefined;
    case "outdated":
      return typeof data["push"] === "boolean" ? (data as Read<"outdated">) : undefined;
    default:
      return undefined;
  }
}

type Read<T extends ShareMessage["type"]> = ShareMessage & { type: T } & Fields;

function isOutcome(data: Fields): boolean {
  const { at, failures, failure, version, offset, from, content, answers } = data;
  return (
    isPosition(data) &&
    isTime(at) &&
    isCount(failures) &&
    // One of the two, and only one: an answer or a failure.
    (failure === undefined ? isContent(content) && version !== "" : isFailure(failure) && content === undefined) &&
    isText(version) &&
    isText(from) &&
    isMaybe(offset, Number.isFinite) &&
    isMaybe(answers, isText)
  );
}

function isContent(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { kind, rows, removed, cursor, total, offers, texts } = value;
  if (kind === "unchanged") return true;
  if (!Array.isArray(rows) || !isMaybe(texts, isTexts)) return false;
  if (kind === "whole") return isMaybe(cursor, isText) && isMaybe(total, isCount) && isMaybe(offers, Array.isArray);
  return kind === "delta" && isText(cursor) && Array.isArray(removed) && removed.every(isText);
}

function isTexts(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((one) => Array.isArray(one) && isCount(one[0]) && isText(one[1]) && isText(one[2]))
  );
}

/** The rest is read by its fields, as of anything that was thrown. */
function isFailure(value: unknown): boolean {
  return isRecord(value) && isText(value["message"]);
}

function isPosition({ term, holder, serial }: Fields): boolean {
  return isTerm(term) && isText(holder) && isCount(serial);
}

/** Each holder adds one: no honest tab gets that far, and there must be room above a forged one. */
function isTerm(value: unknown): boolean {
  return isCount(value) && value < 2 ** 40;
}

function isMaybe(value: unknown, is: (value: unknown) => boolean): boolean {
  return value === undefined || is(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isTime(value: unknown): value is number {
  return Number.isFinite(value) && (value as number) >= 0;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}
