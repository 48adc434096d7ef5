import { failureOf } from "../../../sources/data-source.js";

/** An error's own words are somebody else's, and may be a whole page. */
const LONGEST_MESSAGE = 300;

/** What an error says, at a length that can be shown. */
export function messageOf(error: unknown): string {
  const { message } = failureOf(error);
  return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message;
}
