import type { SessionLink } from "../../../lit/properties/session-links.js";
import type { AttentionMonitor } from "../../../stores/attention/attention-monitor.js";
import type { TransferSession } from "../../../domain/session/session.js";
import type { CommonStrings } from "../../../i18n/common-strings.js";
import type { TableStrings } from "../../../i18n/table-strings.js";
import type { SessionStore } from "../../../stores/sessions/session-store.js";
import type { TableColumn } from "../columns/columns.js";
import type { RowActions } from "./row-actions.js";

/**
 * All that a row's look depends on besides its session. A new object when any of it changes, so that rows compare one
 * reference.
 */
export interface RowContext {
  readonly store: SessionStore;
  readonly lang: string;
  readonly strings: TableStrings;
  readonly common: CommonStrings;
  readonly columns: readonly TableColumn[];
  /** Knows which sessions need attention, and by what rules. */
  readonly monitor: AttentionMonitor | undefined;
  /** Providers with a connected integration; `undefined` = unknown. */
  readonly connected: ReadonlySet<string> | undefined;
  readonly rowActions: RowActions;
  linksOf(session: TransferSession): readonly SessionLink[];
  /** `true`; `false`: no End is offered; text: why not. */
  canEnd(session: TransferSession): boolean | string;
  /** @param from what was pressed; focus returns to it. */
  onEnd(session: TransferSession, from: HTMLElement): void;
  onRetryEnd(session: TransferSession): void;
  onCopy(text: string): void;
  onSelect(session: TransferSession, event: MouseEvent): void;
}
