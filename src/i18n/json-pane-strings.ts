import { formatCount, formatNumber } from "./format.js";

/** Why a text is no JSON, in words. */
export type JsonBreakWords = Readonly<Record<string, string>>;

/** What `<transfer-json-pane>` says. `lang` is a BCP 47 tag; empty = the browser's own. */
export interface JsonPaneStrings {
  /** Name of the pane where the host gives no label. */
  readonly label: string;
  readonly find: string;
  readonly findIn: (label: string) => string;
  readonly hits: (current: number, count: number, lang: string) => string;
  readonly hitsSpoken: (count: number, lang: string) => string;
  readonly searching: string;
  readonly previous: string;
  readonly next: string;
  readonly raw: string;
  readonly expandAll: string;
  readonly collapseAll: string;
  readonly copyAll: string;
  readonly copyValue: string;
  readonly copyPath: string;
  readonly copiedAll: string;
  readonly copiedValue: string;
  readonly copiedPath: string;
  readonly download: string;
  readonly reveal: string;
  readonly hide: string;
  readonly hidden: string;
  readonly revealed: (name: string) => string;
  readonly showAll: (length: number, lang: string) => string;
  readonly showLess: string;
  readonly longText: (length: number, lang: string) => string;
  readonly items: (count: number, lang: string) => string;
  readonly members: (count: number, lang: string) => string;
  readonly holes: (count: number, lang: string) => string;
  readonly circular: (path: string) => string;
  readonly unreadable: (reason: string) => string;
  readonly duplicate: string;
  readonly reading: (percent: number, lang: string) => string;
  readonly cut: (rows: number, lang: string) => string;
  readonly noText: string;
  readonly notJson: (line: number, column: number, reason: string, lang: string) => string;
  readonly goToBreak: string;
  readonly reasons: JsonBreakWords;
  readonly fileName: string;
}

const count = (one: string, other: string) => (value: number, lang: string) => formatCount(value, lang, one, other);

export const jsonPaneEnglish: JsonPaneStrings = {
  label: "JSON",
  find: "Find",
  findIn: (label) => `Find in ${label}`,
  hits: (current, total, lang) =>
    current > 0 ? `${formatNumber(current, lang)} of ${formatNumber(total, lang)}` : formatNumber(total, lang),
  hitsSpoken: (total, lang) => (total === 0 ? "No matches" : count("match", "matches")(total, lang)),
  searching: "Searching…",
  previous: "Previous match",
  next: "Next match",
  raw: "Raw",
  expandAll: "Expand all",
  collapseAll: "Collapse all",
  copyAll: "Copy all",
  copyValue: "Copy value",
  copyPath: "Copy path",
  copiedAll: "All copied",
  copiedValue: "Value copied",
  copiedPath: "Path copied",
  download: "Download",
  reveal: "Reveal",
  hide: "Hide",
  hidden: "hidden",
  revealed: (name) => `${name} revealed`,
  showAll: (length, lang) => `Show all ${formatNumber(length, lang)}`,
  showLess: "Show less",
  longText: count("character", "characters"),
  items: count("item", "items"),
  members: count("member", "members"),
  holes: (total, lang) => `empty × ${formatNumber(total, lang)}`,
  circular: (path) => `circular, same as ${path}`,
  unreadable: (reason) => `could not be read: ${reason}`,
  duplicate: "repeated name",
  reading: (percent, lang) => `Reading… ${formatNumber(percent, lang)} %`,
  cut: (rows, lang) => `Only the first ${formatNumber(rows, lang)} rows are shown.`,
  noText: "The text is empty.",
  notJson: (line, column, reason, lang) =>
    `Not valid JSON: ${reason} at line ${formatNumber(line, lang)}, column ${formatNumber(column, lang)}. The text is shown as it came.`,
  goToBreak: "Go there",
  reasons: {
    empty: "nothing but white space",
    value: "a value was expected",
    key: "a name in double quotes was expected",
    colon: "a colon was expected",
    comma: "a comma or a closing bracket was expected",
    number: "a number is malformed",
    literal: "a word other than true, false or null",
    escape: "a malformed escape",
    control: "a raw control character in a string",
    "string-end": "a string that does not end",
    end: "the text ends too early",
    after: "more text after the end",
  },
  fileName: "data",
};
