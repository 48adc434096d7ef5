import { firstCharacters, lastCharacters } from "../../shared/characters.js";

/** Longest text that is shown whole. */
const WHOLE = 14;
const HEAD = 8;
const TAIL = 4;

/**
 * Shortens an id in the middle (`9be2047f…11ac`): both ends are what people compare. Whole characters are kept, so
 * that no half of an emoji is shown, and no letter without its accents.
 */
export function shortenMiddle(text: string): string {
  // A hostile id may be megabytes long; only its ends are looked at.
  if (text.length <= WHOLE) return text;
  const head = firstCharacters(text, HEAD);
  const tail = lastCharacters(text, TAIL);
  return head.length + tail.length < text.length ? `${head}…${tail}` : text;
}
