/** @param literal a JSON string with its quotes, known to be valid. */
export function decodeLiteral(literal: string): string {
  return literal.includes("\\") ? (JSON.parse(literal) as string) : literal.slice(1, -1);
}

/**
 * Characters that would hide, reorder or break a line when shown: controls, line and paragraph separators, invisible
 * spaces, and the marks that turn the direction of text (a value could make its row read as another one).
 */
// eslint-disable-next-line no-control-regex -- controls are what it looks for
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
// eslint-disable-next-line no-control-regex -- controls are what it looks for
const EVERY_UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f" };

/** Writes unseen characters as JSON escapes and leaves everything else, quotes too, as it is: one line for people. */
export function visibleText(text: string): string {
  if (!UNSEEN.test(text)) return text;
  return text.replace(EVERY_UNSEEN, (char) => SHORT[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
