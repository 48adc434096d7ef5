/** Tells Excel that a file is UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

/**
 * What a spreadsheet would take for a formula: `=`, `+`, `-` or `@`, also in their full-width and small forms, behind
 * whatever a spreadsheet may strip; and a tab or line end in front, which can start a new cell.
 */
const STARTS_FORMULA = "=+-@＝＋－＠﹦﹢﹣﹫";
const STARTS_CELL = /^[\t\r\n]/;
const NOT_STRIPPED = /[^\s\p{C}]/u;

const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/**
 * A table as CSV (RFC 4180): CRLF after every line, quotes where they are needed, a byte order mark in front.
 *
 * - A text that a spreadsheet would run as a formula gets a `'` in front. Numbers stay numbers, negative ones too.
 * - Dates become ISO 8601, other objects JSON; `undefined`, `null`, NaN, infinities and what cannot be written are empty.
 * - NUL characters are left out.
 */
export function toCsv(header: readonly string[], rows: Iterable<readonly unknown[]>): string {
  const lines = [toLine(header)];
  for (const row of rows) lines.push(toLine(row));
  return BYTE_ORDER_MARK + lines.join("");
}

function toLine(cells: readonly unknown[]): string {
  const texts = cells.map(toCell);
  // A line with nothing in it would be passed over.
  return `${texts.length === 1 && texts[0] === "" ? '""' : texts.join(",")}\r\n`;
}

function toCell(value: unknown): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const plain = textOf(value).replaceAll("\0", "");
  const safe = isFormula(plain) ? `'${plain}` : plain;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean" || typeof value === "bigint") return String(value);
  try {
    if (value instanceof Date) return value.toISOString();
    return JSON.stringify(value) ?? "";
  } catch {
    // An invalid date, a circle, a getter that throws: one cell must not cost the file.
    return "";
  }
}

function isFormula(text: string): boolean {
  if (STARTS_CELL.test(text)) return true;
  // One by one: a single search through millions of marks takes Firefox longer than it lets any search take.
  for (const char of text) if (NOT_STRIPPED.test(char)) return STARTS_FORMULA.includes(char);
  return false;
}
