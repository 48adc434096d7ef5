/** Longest text that is shown whole. */
const WHOLE = 14;
const HEAD = 8;
const TAIL = 4;

/**
 * Shortens an id in the middle (`9be2047f…11ac`): both ends are what people compare. Whole characters are kept, so
 * that no half of a surrogate pair is shown.
 */
export function shortenMiddle(text: string): string {
  // A hostile id may be megabytes long; only its ends are looked at.
  if (text.length <= WHOLE) return text;
  const head = Array.from(text.slice(0, HEAD * 2))
    .slice(0, HEAD)
    .join("");
  const tail = Array.from(text.slice(-TAIL * 2))
    .slice(-TAIL)
    .join("");
  return `${head}…${tail}`;
}
