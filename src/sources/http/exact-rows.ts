import { keepWireText } from "../../domain/session/wire-text.js";
import { eachMember } from "./json-spans.js";

/** A number that may have more digits than JavaScript keeps, or what looks like one in a text. */
const LONG = /[:,[]\s*-?[\d.]{16}/;

const WHOLE = /^-?\d{16}\d*$/;

const IDS: ReadonlySet<unknown> = new Set(["id", "sessionId", "contactId", "agentId", "providerSessionId"]);

type Members = Record<string | number, unknown>;

/**
 * Reads an answer as `JSON.parse` does, with every digit of the rows in it: a list in any of its shapes, or one row.
 *
 * @throws SyntaxError where the text is no JSON.
 */
export function parseExactly(text: string): unknown {
  const answer: unknown = JSON.parse(text);
  if (!LONG.test(text)) return answer;
  if (Array.isArray(answer)) keepDigitsOfList(answer, text);
  else if (isMembers(answer)) {
    keepRowDigits(answer, text);
    eachMember(text, (key, spelled) => {
      const list = answer[key];
      if (Array.isArray(list) && (key === "sessions" || key === "changed" || key === "removed")) {
        keepDigitsOfList(list, spelled);
      }
    });
  }
  return answer;
}

function keepDigitsOfList(list: unknown[], text: string): void {
  eachMember(text, (index, spelled) => {
    if (WHOLE.test(spelled)) list[index as number] = spelled;
    else keepRowDigits(list[index as number], spelled);
  });
}

/**
 * Gives a row, or its agent, the digits that its numbers have lost: ids become text, and so does a number that is all of
 * `metadata` or `providerData`. Otherwise the spelling of these is kept beside their values.
 *
 * @returns the row.
 */
export function keepRowDigits(row: unknown, text: string): unknown {
  if (!isMembers(row) || !LONG.test(text)) return row;
  eachMember(text, (key, spelled) => {
    if (IDS.has(key)) {
      if (WHOLE.test(spelled)) row[key] = spelled;
    } else if (key === "agent") keepRowDigits(row[key], spelled);
    else if (key === "metadata" || key === "providerData") {
      if (LONG.test(spelled)) keepWireText(row[key], spelled);
      // Beside a plain number nothing can be kept.
      else if (WHOLE.test(spelled) && String(row[key]) !== spelled) row[key] = spelled;
    }
  });
  return row;
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null;
}
