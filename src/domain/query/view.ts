import { describe, isList, isRecord } from "../../platform/describe.js";
import type { SessionQuery, Sort } from "./query.js";

/**
 * What a table shows and how: filter, sort and layout. Plain JSON, so that a host can store or route it.
 *
 * ```json
 * { "status": ["queued"], "sort": [{ "by": "created", "direction": "descending" }], "widths": { "agent": 180 } }
 * ```
 */
export interface SessionView extends SessionQuery {
  /** Ids of the columns that are shown, in their order. Absent: the columns that a table shows by itself. */
  readonly columns?: readonly string[];
  /** Widths in px by column id, {@link MIN_WIDTH} to {@link MAX_WIDTH}. Has no prototype: any column id is safe to read. */
  readonly widths?: Readonly<Record<string, number>>;
  /** Absent: comfortable. */
  readonly density?: "comfortable" | "compact";
}

/** A view that was read, and one English sentence for each part of it that could not be. */
export interface CleanedView {
  readonly view: SessionView;
  readonly problems: readonly string[];
}

/** The fields of a query that filter by a list of values, in the order in which a view names them. */
export const LIST_FILTERS = ["status", "channel", "provider", "agent", "queue"] as const;

export type ListFilter = (typeof LIST_FILTERS)[number];

/** px that a column can be narrowed and widened to. */
export const MIN_WIDTH = 16;
export const MAX_WIDTH = 2000;

/** Entries past this are dropped: no person made such a list, and a proxy can claim any length. */
const MOST_ENTRIES = 1000;

/** Problems past this say nothing that the first ones did not. */
const MOST_PROBLEMS = 20;

const FIELDS: ReadonlySet<string> = new Set([
  "text",
  ...LIST_FILTERS,
  "attention",
  "sort",
  "columns",
  "widths",
  "density",
]);

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Report = (problem: string) => void;

/**
 * Reads a view that came from anywhere: a host, an address, a storage. A part that is no good is dropped and the rest
 * applies; `null` and `undefined`, for the whole or for a field, mean that nothing is said.
 *
 * Filters and columns come out without duplicates and empty lists, `sort` as a list in which the first level of a column
 * wins, and everything frozen, with its keys always in the same order, so that equal views are equal as JSON text.
 *
 * @returns never throws, whatever the value does when it is read.
 */
export function cleanView(value: unknown): CleanedView {
  const problems: string[] = [];
  const report: Report = (problem) => {
    if (problems.length < MOST_PROBLEMS) problems.push(problem);
  };
  const view: Mutable<SessionView> = {};
  try {
    if (isRecord(value)) readView(value, view, report);
    else if (value !== undefined && value !== null) report(`A view must be an object, not ${describe(value)}.`);
  } catch {
    report("The view could not be read.");
  }
  return Object.freeze({ view: Object.freeze(view), problems: Object.freeze(problems) });
}

function readView(value: Record<string, unknown>, view: Mutable<SessionView>, report: Report): void {
  // One line per field: the order of the lines is the order of the keys.
  const text = field(value, "text", report, readText);
  if (text !== undefined) view.text = text;
  for (const name of LIST_FILTERS) {
    const list = field(value, name, report, (found) => readList(found, name, report, readFilterValue));
    if (list) view[name] = list;
  }
  if (field(value, "attention", report, readFlag)) view.attention = true;
  const sort = field(value, "sort", report, (found) => readSort(found, report));
  if (sort) view.sort = sort;
  const columns = field(value, "columns", report, (found) => readList(found, "columns", report, readColumnId));
  if (columns) view.columns = columns;
  const widths = field(value, "widths", report, (found) => readWidths(found, report));
  if (widths) view.widths = widths;
  const density = field(value, "density", report, readDensity);
  if (density) view.density = density;
  for (const name of Object.keys(value).slice(0, MOST_ENTRIES)) {
    if (!FIELDS.has(name)) report(`${clip(name)} is no field of a view.`);
  }
}

/** Thrown by a reader for a value that its field does not take; the message is the end of a sentence. */
class Unfit extends Error {}

/** Reads one field; whatever goes wrong costs that field only. */
function field<T>(
  value: Record<string, unknown>,
  name: string,
  report: Report,
  read: (found: unknown) => T | undefined,
): T | undefined {
  try {
    const found = value[name];
    return found === undefined || found === null ? undefined : read(found);
  } catch (error) {
    report(error instanceof Unfit ? `${clip(name)} ${error.message}.` : `${clip(name)} could not be read.`);
    return undefined;
  }
}

/** White space alone searches for nothing; around words it stays, since a person may still be typing. */
function readText(value: unknown): string | undefined {
  if (typeof value !== "string") throw new Unfit(`must be a text, not ${describe(value)}`);
  return value.trim() === "" ? undefined : value;
}

function readFlag(value: unknown): boolean {
  if (typeof value !== "boolean") throw new Unfit(`must be true or false, not ${describe(value)}`);
  return value;
}

function readDensity(value: unknown): SessionView["density"] {
  if (value === "comfortable" || value === "compact") return value;
  throw new Unfit(`must be "comfortable" or "compact", not ${describe(value)}`);
}

/** White space alone is no value: so rows are read, and so they are filtered for. */
function readFilterValue(value: unknown): string {
  if (typeof value !== "string") throw new Unfit(`takes texts only, not ${describe(value)}`);
  return value.trim() === "" ? "" : value;
}

function readColumnId(value: unknown): string {
  if (typeof value !== "string" || value === "") throw new Unfit(`takes column ids only, not ${describe(value)}`);
  return value;
}

function readSort(value: unknown, report: Report): readonly Sort[] | undefined {
  const levels = isList(value) ? readEntries(value, "sort", report, readLevel) : [readLevel(value)];
  const first = new Map<string, Sort>();
  for (const level of levels) if (!first.has(level.by)) first.set(level.by, level);
  return first.size > 0 ? Object.freeze([...first.values()]) : undefined;
}

function readLevel(value: unknown): Sort {
  if (!isRecord(value)) throw new Unfit(`takes { by, direction } only, not ${describe(value)}`);
  const { by, direction } = value;
  if (typeof by !== "string" || by === "") throw new Unfit(`must name a column in "by", not ${describe(by)}`);
  if (direction !== "ascending" && direction !== "descending") {
    throw new Unfit(`must have the direction "ascending" or "descending", not ${describe(direction)}`);
  }
  return Object.freeze({ by, direction });
}

function readList(
  value: unknown,
  name: string,
  report: Report,
  read: (entry: unknown) => string,
): readonly string[] | undefined {
  if (!isList(value)) throw new Unfit(`must be a list, not ${describe(value)}`);
  const entries = new Set(readEntries(value, name, report, read));
  return entries.size > 0 ? Object.freeze([...entries]) : undefined;
}

function readEntries<T>(list: readonly unknown[], name: string, report: Report, read: (entry: unknown) => T): T[] {
  const { length } = list;
  if (length > MOST_ENTRIES) report(`${name} has ${length} entries; only the first ${MOST_ENTRIES} apply.`);
  const entries: T[] = [];
  for (let index = 0; index < Math.min(length, MOST_ENTRIES); index++) {
    try {
      entries.push(read(list[index]));
    } catch (error) {
      const what = error instanceof Unfit ? error.message : "could not be read";
      report(`${name}[${index}] ${what}.`);
    }
  }
  return entries;
}

function readWidths(value: unknown, report: Report): Readonly<Record<string, number>> | undefined {
  if (!isRecord(value)) throw new Unfit(`must be an object of widths by column id, not ${describe(value)}`);
  const names = Object.keys(value);
  if (names.length > MOST_ENTRIES) report(`widths has ${names.length} entries; only ${MOST_ENTRIES} apply.`);
  // Without a prototype, `__proto__` is a key like any other and "toString" has no width.
  const widths = Object.create(null) as Record<string, number>;
  let count = 0;
  for (const name of names.sort().slice(0, MOST_ENTRIES)) {
    const width = field(value, name, (problem) => report(`widths: ${problem}`), readWidth);
    if (width === undefined) continue;
    if (name === "") {
      report("widths: an empty text is no column id.");
      continue;
    }
    widths[name] = width;
    count++;
  }
  return count > 0 ? Object.freeze(widths) : undefined;
}

function readWidth(value: unknown): number {
  if (typeof value === "number" && value >= MIN_WIDTH && value <= MAX_WIDTH) return value;
  throw new Unfit(`must be a number of px from ${MIN_WIDTH} to ${MAX_WIDTH}, not ${describe(value)}`);
}

function clip(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
