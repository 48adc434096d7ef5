/** One level of a sort. `by` is a column id. */
export interface Sort {
  readonly by: string;
  readonly direction: "ascending" | "descending";
}

/**
 * The filter and sort part of a view. An absent or empty list filters nothing; `""` in a list means "no value".
 */
export interface SessionQuery {
  /** Free text over contact, agent, ids and queue; case and accents do not count. */
  readonly text?: string;
  readonly status?: readonly string[];
  readonly channel?: readonly string[];
  readonly provider?: readonly string[];
  readonly agent?: readonly string[];
  readonly queue?: readonly string[];
  /** Only sessions that need attention. */
  readonly attention?: boolean;
  readonly sort?: readonly Sort[];
}
