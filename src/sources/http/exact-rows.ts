import { keepWireText } from "../../domain/session/wire-text.js";
import { eachMember, endOfValue, isObject, isText, skipSpace } from "./json-spans.js";

/**
 * A number that may have more digits than JavaScript keeps, up to what stands after each number of a list or an object:
 * the many digits in an id of one row ("agent_transfer:…:0145001077659317:chat") must not cost a second reading of all.
 */
const LONG = /[:,[]\s*-?[\d.]{16}[\d.eE+-]*\s*[,}\]]/;

/** Digits that JavaScript may have rounded. */
const ROUNDED = 16;

const WHOLE = /^-?\d+$/;

const IDS: ReadonlySet<unknown> = new Set(["id", "sessionId", "contactId", "agentId", "providerSessionId"]);

const LISTS = ["sessions", "changed", "removed"];

type Members = Record<string | number, unknown>;

/** From one character of a text up to another. */
type Span = readonly [from: number, to: number];

const NONE: Span = [0, 0];

/** Whether anything in a JSON text may have more digits than JavaScript keeps. */
export function hasLongNumbers(text: string): boolean {
  return LONG.test(text);
}

/**
 * Reads an answer as `JSON.parse` does, with every digit of the rows in it: a list in any of its shapes, or one row.
 *
 * @throws SyntaxError where the text is no JSON.
 */
export function parseExactly(text: string): unknown {
  const answer: unknown = JSON.parse(text);
  if (!hasLongNumbers(text)) return answer;
  const start = skipSpace(text, 0);
  if (Array.isArray(answer)) keepDigitsOfList(answer, text, start);
  else if (isMembers(answer)) {
    keepDigits(answer, text, start);
    for (const [key, from] of lastOf(LISTS, text, start)) {
      const list = answer[key];
      if (Array.isArray(list)) keepDigitsOfList(list, text, from);
    }
  }
  return answer;
}

/**
 * Gives a row, or its agent, the digits that its numbers have lost: ids become text, and so does a number that is all of
 * `metadata` or `providerData`. Otherwise the spelling of these is kept beside their values.
 *
 * @returns the row.
 */
export function keepRowDigits(row: unknown, text: string): unknown {
  if (hasLongNumbers(text)) keepDigits(row, text, skipSpace(text, 0));
  return row;
}

function keepDigitsOfList(list: unknown[], text: string, start: number): void {
  eachMember(text, start, (index, from) => {
    const value = list[index as number];
    if (isMembers(value)) return keepDigits(value, text, from);
    const end = endOfValue(text, from);
    list[index as number] = exactNumber(value, text, from, end);
    return end;
  });
}

/** @param start where the value is spelled. @returns where that ends. */
function keepDigits(row: unknown, text: string, start: number): number {
  if (!isMembers(row) || !isObject(text, start)) return endOfValue(text, start);
  // Where a name stands twice, the last is what `JSON.parse` took.
  let metadata = NONE;
  let providerData = NONE;
  const end = eachMember(text, start, (key, from) => {
    if (key === "agent") return keepDigits(row[key], text, from);
    const to = endOfValue(text, from);
    if (IDS.has(key)) {
      // Nearly always: nothing is written then, which costs more than the question.
      if (!isText(text, from)) row[key] = exactNumber(row[key], text, from, to);
    } else if (key === "metadata") metadata = [from, to];
    else if (key === "providerData") providerData = [from, to];
    return to;
  });
  keepDigitsOfData(row, "metadata", text, metadata);
  keepDigitsOfData(row, "providerData", text, providerData);
  return end;
}

function keepDigitsOfData(row: Members, field: string, text: string, [from, to]: Span): void {
  if (to - from < ROUNDED) return;
  const value = row[field];
  // Beside a plain number nothing can be kept.
  if (typeof value === "number") {
    const exact = exactNumber(value, text, from, to);
    if (exact !== String(value)) row[field] = exact;
  } else if (isMembers(value)) {
    const spelled = text.slice(from, to);
    if (hasLongNumbers(spelled)) keepWireText(value, spelled);
  }
}

/** The digits of a whole number that may have lost some; any other value stays. */
function exactNumber(value: unknown, text: string, from: number, to: number): unknown {
  if (to - from < ROUNDED) return value;
  const spelled = text.slice(from, to);
  return WHOLE.test(spelled) && Number(spelled) === Number(value) ? spelled : value;
}

/** Where the last value of each of these names begins. */
function lastOf(names: readonly string[], text: string, start: number): Map<string, number> {
  const places = new Map<string, number>();
  eachMember(text, start, (key, from) => {
    if (names.includes(key as string)) places.set(key as string, from);
    return endOfValue(text, from);
  });
  return places;
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null;
}
