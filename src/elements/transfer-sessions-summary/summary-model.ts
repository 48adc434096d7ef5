import type { AttentionThresholds } from "../../domain/session/attention.js";
import type { FloorSummary, Share } from "../../domain/session/floor-summary.js";
import type { SummaryStrings } from "../../i18n/summary-strings.js";
import type { Words } from "../../lit/controllers/localize-controller.js";
import type { AttentionMonitor } from "../../stores/attention/attention-monitor.js";
import { isUnread } from "../../stores/sessions/session-snapshot.js";
import type { SessionStore } from "../../stores/sessions/session-store.js";
import type { AlertsController } from "./alerts/alerts-controller.js";
import type { SummaryView } from "./filter/filtered-table.js";
import { withKnownStatuses } from "./tiles/known-statuses.js";
import type { SteadyShares } from "./tiles/steady-shares.js";

/** The alerts as they are switched. */
export interface AlertsState {
  readonly notifies: boolean;
  readonly sounds: boolean;
  /** The browser shows no notifications of this page. */
  readonly isBlocked: boolean;
}

/** Everything that the views show. Made once per update. */
export interface SummaryModel {
  readonly words: Words<SummaryStrings>;
  readonly floor: FloorSummary;
  /** Each value in the place where it was first seen. */
  readonly statuses: readonly Share[];
  readonly providers: readonly Share[];
  /** The first list has come, and could be read; else the floor says nothing. */
  readonly known: boolean;
  /** All sessions are here, so that they can be judged; a source that answers queries gives some of them. */
  readonly holdsAll: boolean;
  /** The first list is still waited for. */
  readonly loading: boolean;
  /** For what changes with time; `undefined` while nothing is known. */
  readonly store: SessionStore | undefined;
  /** There is a source. */
  readonly connected: boolean;
  /** When the numbers were right, epoch milliseconds; `undefined` while they are. */
  readonly staleSince: number | undefined;
  /** How many sessions need attention, and how many by each of `ATTENTION_RULES`. */
  readonly needing: number;
  readonly needingByRule: readonly number[];
  readonly thresholds: AttentionThresholds | undefined;
  /** There is a table to filter: what counts is a button. */
  readonly filters: boolean;
  /** What that table shows. */
  readonly view: SummaryView | undefined;
  /** `undefined` where no alerts are offered. */
  readonly alerts: AlertsState | undefined;
}

/** What the model is made of. */
export interface SummarySources {
  readonly words: Words<SummaryStrings>;
  readonly floor: FloorSummary;
  /** Where the values have their places. */
  readonly places: { readonly statuses: SteadyShares; readonly providers: SteadyShares };
  readonly store: SessionStore | undefined;
  readonly monitor: AttentionMonitor | undefined;
  readonly alerts: AlertsController | undefined;
  readonly filters: boolean;
  readonly view: SummaryView | undefined;
}

export function summaryModelOf({ store, monitor, alerts, places, ...rest }: SummarySources): SummaryModel {
  const snapshot = store?.snapshot;
  const ready = snapshot?.status === "ready";
  const known = ready && !isUnread(snapshot);
  return {
    ...rest,
    statuses: places.statuses.of(withKnownStatuses(rest.floor.byStatus)),
    providers: known ? places.providers.of(rest.floor.byProvider) : [],
    known,
    holdsAll: known && !snapshot.hasMore,
    loading: snapshot !== undefined && !ready && snapshot.error === undefined,
    store: known ? store : undefined,
    connected: store !== undefined,
    staleSince: snapshot?.stale ? (snapshot.updatedAt ?? 0) : undefined,
    needing: monitor?.size ?? 0,
    needingByRule: monitor?.counts ?? [],
    thresholds: monitor?.thresholds,
    alerts: alerts && {
      notifies: alerts.notifies,
      sounds: alerts.sounds,
      isBlocked: alerts.device.permission === "denied" || alerts.device.permission === "unsupported",
    },
  };
}
