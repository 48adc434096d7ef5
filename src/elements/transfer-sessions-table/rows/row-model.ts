import type { RuleSet } from "../../../domain/session/attention-rules.js";
import type { LifecycleSettings } from "../../../domain/session/lifecycle.js";
import type { TransferSession } from "../../../domain/session/session.js";
import type { CanEnd } from "../../../lit/properties/can-end.js";
import type { SessionLinks } from "../../../lit/properties/session-links.js";
import type { AttentionMonitor } from "../../../stores/attention/attention-monitor.js";
import type { LingeringSession } from "../../../stores/sessions/lingering.js";
import type { Ending } from "../../../stores/sessions/session-endings.js";
import type { SessionStore } from "../../../stores/sessions/session-store.js";
import type { TableIntents } from "../table-intents.js";
import type { TableWords } from "../table-words.js";
import type { TransferRowAction } from "./row-actions.js";

// A row has columns, a column draws rows: the types stand together, so that no two files need each other.

/** Why a row is muted: it has left the list (`expired`, `gone`, `left`), or no longer matches the view. */
export type Muted = LingeringSession["reason"] | "left" | "unmatched";

/** Why a row is marked for a moment: it is new, or its status has changed. */
export type Mark = "new" | "changed";

/** One row as it is drawn. */
export interface RowModel {
  readonly key: string;
  readonly session: TransferSession;
  readonly muted: Muted | undefined;
  /** Place among all rows of data, from 0; the header is row 1 for assistive technology. */
  readonly index: number;
  readonly selected: boolean;
  readonly mark: Mark | undefined;
  readonly ending: Ending | undefined;
  /** By which rules it needs attention. */
  readonly attention: RuleSet;
  readonly shared: SharedModel;
}

/**
 * All that the look of a row depends on apart from its session. The same object until any of it changes, so that rows
 * compare one reference.
 */
export interface SharedModel extends TableWords {
  /** Gives the time, and timers for what ticks. */
  readonly store: SessionStore;
  readonly columns: readonly TableColumn[];
  /** Knows which sessions need attention, and why. */
  readonly monitor: AttentionMonitor | undefined;
  /** Minutes per channel, as they hold. */
  readonly lifecycle: LifecycleSettings | undefined;
  /** Providers with a connected integration; `undefined` = unknown. */
  readonly connected: ReadonlySet<string> | undefined;
  readonly rowActions: readonly TransferRowAction[];
  /** Actions under way, each with its session. */
  readonly busyActions: ReadonlySet<string>;
  readonly links: SessionLinks | undefined;
  /** The source can end sessions. */
  readonly canSourceEnd: boolean;
  readonly canEnd: CanEnd | undefined;
}

/** One column as the table draws it. */
export interface TableColumn {
  readonly id: string;
  /** Of a host's column; a built-in one is called `strings.columns[id]`. */
  readonly label?: string;
  readonly sortable: boolean;
  readonly width?: number | undefined;
  /** What a cell shows where that is text and nothing else; `undefined` for no value. */
  text?(row: RowModel): string | undefined;
  render?(row: RowModel, intents: TableIntents): unknown;
}

/** Such a row shows the last record of a session that is no longer listed. */
export function hasLeft(muted: Muted | undefined): muted is "expired" | "gone" | "left" {
  return muted !== undefined && muted !== "unmatched";
}
