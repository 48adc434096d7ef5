import { cleanView, LIST_FILTERS, type SessionView } from "./view.js";

/**
 * A view as parameters of an address, for hosts that route. Nothing here touches `location` or `history`.
 *
 * | parameter | of the view | |
 * | --- | --- | --- |
 * | `q` | `text` | |
 * | `status` `channel` `provider` `agent` `queue` | the same | once per value; empty: no value |
 * | `attention` | the same | `1` |
 * | `sort` | the same | `created.desc`, `agent`; once per level |
 * | `column` | `columns` | once per column |
 * | `width` | `widths` | `agent:180`; once per column |
 * | `density` | the same | |
 *
 * One parameter per value, so that a value may hold any character. An address cannot hold half of a surrogate pair:
 * such a half comes back as U+FFFD.
 */
export interface ViewParamsOptions {
  /** Put before every name (`"t."` makes `t.status`), where a host has parameters of the same names. Default: none. */
  readonly prefix?: string;
}

const NAMES = ["q", ...LIST_FILTERS, "attention", "sort", "column", "width", "density"] as const;

const ASCENDING = ".asc";
const DESCENDING = ".desc";

/**
 * @param view is cleaned first: what is no good in it is left out.
 * @param options.keep parameters that the address has now: those that are not the view's own are kept, in front.
 * @returns only what differs from an empty view.
 */
export function viewToSearchParams(
  view: SessionView,
  { prefix = "", keep }: ViewParamsOptions & { readonly keep?: URLSearchParams | string } = {},
): URLSearchParams {
  const params = new URLSearchParams(keep);
  if (keep !== undefined) for (const name of NAMES) params.delete(prefix + name);
  const { text, attention, sort, columns, widths, density, ...rest } = cleanView(view).view;
  const add = (name: (typeof NAMES)[number], values: readonly string[] = []) => {
    for (const value of values) params.append(prefix + name, value);
  };
  if (text !== undefined) add("q", [text]);
  for (const name of LIST_FILTERS) add(name, rest[name]);
  if (attention) add("attention", ["1"]);
  add(
    "sort",
    sort?.map(({ by, direction }) => {
      if (direction === "descending") return by + DESCENDING;
      // The ending is left out unless the id itself has one.
      return by.endsWith(ASCENDING) || by.endsWith(DESCENDING) ? by + ASCENDING : by;
    }),
  );
  add("column", columns);
  add(
    "width",
    Object.entries(widths ?? {}).map(([column, width]) => `${column}:${width}`),
  );
  if (density) add("density", [density]);
  return params;
}

/**
 * @param params of the whole address; `"?status=queued"` and `"status=queued"` are the same. Parameters of others are
 * passed over.
 * @returns a cleaned view; what is no good in the parameters is left out.
 */
export function viewFromSearchParams(params: URLSearchParams | string, options: ViewParamsOptions = {}): SessionView {
  try {
    return cleanView(readParams(typeof params === "string" ? new URLSearchParams(params) : params, options)).view;
  } catch {
    // A host may pass on what its router has not given yet, or anything else.
    return cleanView({}).view;
  }
}

function readParams(found: URLSearchParams, { prefix = "" }: ViewParamsOptions): Record<string, unknown> {
  const all = (name: (typeof NAMES)[number]) => found.getAll(prefix + name);
  const one = (name: (typeof NAMES)[number]) => found.get(prefix + name) ?? undefined;
  const view: Record<string, unknown> = {
    text: one("q"),
    attention: one("attention") === "1",
    sort: all("sort").map(readLevel),
    columns: all("column"),
    widths: Object.fromEntries(all("width").map(readWidth)),
    density: one("density"),
  };
  for (const name of LIST_FILTERS) view[name] = all(name);
  return view;
}

function readLevel(text: string): unknown {
  if (text.endsWith(DESCENDING)) return { by: text.slice(0, -DESCENDING.length), direction: "descending" };
  return { by: text.endsWith(ASCENDING) ? text.slice(0, -ASCENDING.length) : text, direction: "ascending" };
}

/** The width stands after the last colon: a column id may hold some. */
function readWidth(text: string): readonly [string, number] {
  const colon = text.lastIndexOf(":");
  const width = text.slice(colon + 1);
  return colon < 0 || width.trim() === "" ? [text, NaN] : [text.slice(0, colon), Number(width)];
}
