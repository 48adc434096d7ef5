import { looksLikeCredential } from "./credential-names.js";
import { MASK } from "./mask-text.js";

/** A part of a text, `stop` past its last character. */
export interface Span {
  readonly start: number;
  readonly stop: number;
  /** What is shown instead; without it, the mask. */
  readonly shown?: string;
}

const LONGEST_KEY = 300;
/** How far beyond the end of a part a credential that began in it is looked for. */
const LONGEST_ALONE = 8192;
const NAME = /[\w$.\-\\]/;
const SPACE = /[ \t\r\n]/;
/**
 * Credentials that need no key to be known: a scheme with its token, a JWT, a private key; and the `code` of an address,
 * which elsewhere is the name of a thousand harmless things. A JWT is looked for from where its run of characters begins,
 * with what stands before it in that run as a group: from each `eyJ` on, a run without an end would be gone through again.
 * At least six is written `x{6}x*` and not `x{6,}`: for each turn of that, engines keep a place to go back to, and after
 * some millions there is no room for more.
 */
const BY_THEMSELVES =
  /\b(?:Bearer|Basic)[ +]+[\w.~+/=-]{6}[\w.~+/=-]*|(?<![\w-])(?=[\w-]+\.[\w-]{6}[\w-]*\.)([\w-]*?)\beyJ[\w-]{6}[\w-]*\.[\w-]{6}[\w-]*\.[\w-]*|-----BEGIN [A-Z ]*PRIVATE KEY-----|(?<=\/\/[^/\s:@]{1,100}:)[^/\s:@]{1,200}(?=@)|(?<=[?&#]code=)[^\s"'<>&#]+/g;
const PRIVATE_KEY_END = /-----END [A-Z ]*PRIVATE KEY-----/g;
const MAYBE_BY_ITSELF = /bearer|basic|eyJ|-----BEGIN|:[^/\s:@]{1,200}@|[?&#]code=/i;

/** Says of a key whether its value is to be masked; `value` gives the value as spelled, or the beginning of a long one. */
export type KeyRule = (name: string, value: () => string) => boolean;

/**
 * Finds the values of credentials in a text that is no JSON or only partly so: `"token": "x"`, `password=x`,
 * `Authorization: Bearer x`, `https://host?api_key=x`. It starts from each `:` and `=` and looks back for the key, so
 * that a quote that is missing somewhere before hides nothing from it. Where it cannot tell where a value ends, the
 * rest of the text counts as the value.
 *
 * @returns spans in order, without overlap.
 */
export function credentialSpans(text: string): readonly Span[] {
  const spans = keyedSpans(text, 0, text.length, looksLikeCredential);
  return MAYBE_BY_ITSELF.test(text) ? mergeSpans([...spans, ...selfEvidentSpans(text, 0, text.length)]) : spans;
}

/** Values that a rule masks by their key, where the `:` or `=` stands between two offsets. */
export function keyedSpans(text: string, from: number, to: number, rule: KeyRule): readonly Span[] {
  const spans: Span[] = [];
  let at = from;
  while (at < to) {
    const separator = nextSeparator(text, at, to);
    if (separator === -1) break;
    at = separator + 1;
    const key = keyBefore(text, separator);
    if (!key || !rule(key.name, () => valueText(text, separator, key.quoted))) continue;
    const span = valueAfter(text, separator, key.quoted);
    if (span.stop <= span.start) continue;
    spans.push(span);
    at = span.stop;
  }
  return spans;
}

/** Credentials that need no key, beginning between two offsets. */
export function selfEvidentSpans(text: string, from: number, to: number): readonly Span[] {
  const spans: Span[] = [];
  const part = text.slice(from, to + LONGEST_ALONE);
  if (!MAYBE_BY_ITSELF.test(part)) return spans;
  for (const match of part.matchAll(BY_THEMSELVES)) {
    const start = from + match.index + (match[1]?.length ?? 0);
    let stop = from + match.index + match[0].length;
    // A key that begins in another has its end.
    if (start >= to || stop === start || start < (spans.at(-1)?.stop ?? 0)) continue;
    if (match[0].startsWith("-----")) {
      PRIVATE_KEY_END.lastIndex = stop;
      const end = PRIVATE_KEY_END.exec(text);
      stop = end ? end.index + end[0].length : text.length;
    }
    spans.push({ start, stop });
  }
  return spans;
}

/** The text with its spans masked. */
export function veil(text: string, spans: readonly Span[]): string {
  let shown = "";
  let at = 0;
  for (const { start, stop, shown: instead = MASK } of spans) {
    shown += text.slice(at, start) + instead;
    at = stop;
  }
  return shown + text.slice(at);
}

function nextSeparator(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3a || code === 0x3d) return at;
  }
  return -1;
}

function keyBefore(text: string, separator: number): { readonly name: string; readonly quoted: boolean } | undefined {
  let stop = separator;
  while (stop > 0 && SPACE.test(text[stop - 1]!)) stop--;
  const quote = text[stop - 1];
  const limit = Math.max(0, stop - LONGEST_KEY);
  let start = stop - 1;
  if (quote === '"' || quote === "'") {
    do start--;
    while (start >= limit && (text[start] !== quote || text[start - 1] === "\\"));
    if (start < limit) start = limit - 1;
    // A JSON text inside a string brings its quotes escaped.
    return { name: unescape(text.slice(start + 1, stop - 1)), quoted: true };
  }
  while (start >= limit && NAME.test(text[start]!)) start--;
  return start + 1 < stop ? { name: unescape(text.slice(start + 1, stop)), quoted: false } : undefined;
}

function unescape(name: string): string {
  return name.replaceAll(/\\u([\da-fA-F]{4})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/** Only so much of a value is looked at to judge it: text without an end would be gone through for each of its keys. */
function valueText(text: string, separator: number, quotedKey: boolean): string {
  const part = text.slice(separator, separator + LONGEST_ALONE);
  const { start, stop } = valueAfter(part, 0, quotedKey);
  return part.slice(start, stop);
}

function valueAfter(text: string, separator: number, quotedKey: boolean): Span {
  let start = separator + 1;
  while (start < text.length && SPACE.test(text[start]!)) start++;
  const first = text[start];
  if (first === "\\" && (text[start + 1] === '"' || text[start + 1] === "'")) {
    const end = text.indexOf(`\\${text[start + 1]!}`, start + 2);
    return { start, stop: end === -1 ? text.length : end + 2 };
  }
  const structured = structuredEnd(text, start);
  if (structured !== -1) return { start, stop: structured };
  if (text[separator] === "=") return { start, stop: endAt(text, start, /[&;,\s"'<>)\]}]/g) };
  // What is broken may be a stray character before the value itself.
  const next = endAt(text, start, quotedKey ? /["'{[,}\]\r\n]/g : /[{[\r\n]|["'}](?=\s*[,}\]]|\s*$)/g);
  const inner = text[next] === '"' && !quotedKey ? -1 : structuredEnd(text, next);
  return { start, stop: inner === -1 ? next : inner };
}

/** The end of a quoted text, object or list that begins at an offset, or -1 where none begins. */
function structuredEnd(text: string, start: number): number {
  const first = text[start];
  if (first === '"' || first === "'") return quoteEnd(text, start);
  return first === "{" || first === "[" ? bracketEnd(text, start) : -1;
}

function endAt(text: string, start: number, stops: RegExp): number {
  stops.lastIndex = start;
  return stops.exec(text)?.index ?? text.length;
}

function quoteEnd(text: string, start: number): number {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === quote) return at + 1;
  }
  return text.length;
}

function bracketEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === '"') at = quoteEnd(text, at) - 1;
    else if (char === "{" || char === "[") depth++;
    else if ((char === "}" || char === "]") && --depth === 0) return at + 1;
  }
  return text.length;
}

/** In order, and those that overlap made one. */
export function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.stop - a.stop)) {
    const last = merged.at(-1);
    if (last && span.start < last.stop) merged[merged.length - 1] = { ...last, stop: Math.max(last.stop, span.stop) };
    else merged.push(span);
  }
  return merged;
}
