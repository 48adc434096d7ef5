import type { QueryContext } from "../../domain/query/query-context.js";
import type { SessionView } from "../../domain/query/view.js";
import type { CanEnd } from "../../lit/properties/can-end.js";
import type { SessionLinks } from "../../lit/properties/session-links.js";
import type { SessionSnapshot, SessionStore } from "../../stores/sessions/session-store.js";
import type { ColumnSet } from "./columns/column-set.js";
import type { Placeholder } from "./notices/placeholder.js";
import type { RowList } from "./rows/row-list.js";
import type { Mark, SharedModel } from "./rows/row-model.js";
import type { SelectedSessions } from "./selection/selection.js";
import type { MenuName } from "./table-intents.js";
import type { TableWords } from "./table-words.js";

/**
 * All that the table shows, as every view reads it. Made once for each update by `table-state.ts`; a part in which
 * nothing has changed is the same object as before.
 */
export interface TableModel extends TableWords {
  /** Gives the time, and timers for what ticks; `undefined` while there is no source. */
  readonly store: SessionStore | undefined;
  readonly snapshot: SessionSnapshot | undefined;
  /** The source filters and sorts: its sessions are only those that match already. */
  readonly isQuerying: boolean;
  /** What stands in place of the rows; `undefined` where there are some. */
  readonly placeholder: Placeholder | undefined;

  readonly view: SessionView;
  /** Where views with names are kept; without it there are none. */
  readonly viewKey: string | undefined;
  /** What filtering and counting need apart from the view. */
  readonly queryContext: QueryContext;
  readonly columns: ColumnSet;
  /** px by column: those of the view, and that of a column that is being dragged. */
  readonly widths: Readonly<Record<string, number>>;
  readonly openMenu: MenuName | undefined;

  readonly rows: RowList;
  /** What all rows are drawn with; `undefined` while there is no source. */
  readonly shared: SharedModel | undefined;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly selection: {
    readonly sessions: SelectedSessions;
    /** All, some or none of the rows are selected. */
    readonly all: boolean | "mixed";
  };
  /** How many sessions need attention. */
  readonly needing: number;

  /** The host's own; the provider's are in {@link SharedModel.links}. */
  readonly sessionLinks: SessionLinks | undefined;
  readonly canEnd: CanEnd | undefined;
  /** Checked: http(s) only. */
  readonly settingsUrl: string | undefined;

  /** A person asked for a refresh that is still out. */
  readonly isRefreshing: boolean;
  /** A further page was asked for and has not come. */
  readonly isLoadingMore: boolean;
  /** What a person asked for could not be loaded. */
  readonly isNotLoaded: boolean;
  /** What the live region says, for the ear alone. */
  readonly announcement: string;
  /** The page is being printed. */
  readonly isPrinting: boolean;
  /** What came of what a person did, for a moment. */
  readonly said: string;
}
