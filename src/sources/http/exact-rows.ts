import { keepWireText } from "../../domain/session/wire-text.js";
import { eachMember, endOfValue, nameAt, skipSpace } from "./json-spans.js";

/**
 * A number that may have more digits than JavaScript keeps, up to what stands after each number of a list or an object:
 * the many digits in an id of one row ("agent_transfer:…:0145001077659317:chat") must not cost a second reading of all.
 */
const LONG = /[:,[]\s*-?[\d.]{16}[\d.eE+-]*\s*[,}\]]/;

/** A shorter whole number loses nothing. */
const WHOLE = /^-?\d{16}\d*$/;

/** Fields of an answer, a row or its agent that may hold long numbers. */
const FIELDS: ReadonlySet<unknown> = new Set([
  "cursor",
  "nextPage",
  "id",
  "sessionId",
  "contactId",
  "agentId",
  "providerSessionId",
  "metadata",
  "providerData",
]);

/** An answer has a list, that has rows, and a row has an agent: what is deeper is none of these. */
const DEEPEST = 3;

/** Where an answer holds its rows, and a row its agent. */
const PARTS: ReadonlySet<unknown> = new Set(["sessions", "changed", "removed", "agent"]);

type Members = Record<string | number, unknown>;

/** Whether anything in a JSON text may have more digits than JavaScript keeps. */
export function hasLongNumbers(text: string): boolean {
  return LONG.test(text);
}

/**
 * Reads an answer as `JSON.parse` does, a list in any of its shapes or one row, but gives rows the digits that their
 * numbers would lose: ids become text, and so does a number that is all of `metadata` or `providerData`. Otherwise the
 * spelling of these is kept beside their values.
 *
 * @throws SyntaxError where the text is no JSON.
 */
export function parseExactly(text: string): unknown {
  const answer: unknown = JSON.parse(text);
  if (hasLongNumbers(text)) keepDigits(answer, text, skipSpace(text, 0), 0);
  return answer;
}

/** @param start where the value is spelled. @returns where that ends. */
function keepDigits(value: unknown, text: string, start: number, depth: number): number {
  const isList = Array.isArray(value);
  // Where a name stands twice, an earlier spelling is not that of the value.
  if (depth > DEEPEST || !isMembers(value) || text[start] !== (isList ? "[" : "{")) return endOfValue(text, start);
  return eachMember(text, start, (from, place) => {
    // A text has all its digits.
    if (text[from] === '"') return endOfValue(text, from);
    const key = isList ? place : nameAt(text, place);
    const member = value[key];
    if (PARTS.has(key) || (isList && isMembers(member))) return keepDigits(member, text, from, depth + 1);
    const to = endOfValue(text, from);
    if (!isList && !FIELDS.has(key)) return to;
    const spelled = text.slice(from, to);
    if (isMembers(member)) keepWireText(member, hasLongNumbers(spelled) ? spelled : undefined);
    // A whole number that JavaScript calls safe has all its digits, and of others nobody could tell later.
    else if (WHOLE.test(spelled) && Number(spelled) === Number(member) && !Number.isSafeInteger(member)) {
      value[key] = spelled;
    }
    return to;
  });
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null;
}
