/** Whether a text has nothing in it to show: such a field counts as absent. */
export function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  // All white space of Unicode is at or below U+0020, or at or above U+00A0: most texts are answered by one look.
  if (first > 0x20 && first < 0xa0) return false;
  return text.trim() === "";
}

/** Whether a value is text that says something. */
export function isText(value: unknown): value is string {
  return typeof value === "string" && !isBlank(value);
}

/**
 * An id as text: itself, or the digits of a whole number, since many databases count theirs.
 *
 * @returns `undefined` for what is no id, and for a number past 2^53: that has lost digits already.
 */
export function idText(value: unknown): string | undefined {
  if (typeof value === "string") return isBlank(value) ? undefined : value;
  return typeof value === "bigint" || Number.isSafeInteger(value) ? String(value) : undefined;
}
