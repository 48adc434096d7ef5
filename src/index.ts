/** Classes, events and types. Registers nothing: that is `handoff-elements/define`. */
export { AgentTransferTracker, type AgentTransferTrackerSettings } from "./context/agent-transfer-tracker.js";
export { sessionStoreFor, type StoreForOptions } from "./context/session-store-for.js";
export * from "./domain/attention.js";
export * from "./domain/duration.js";
export * from "./domain/floor-summary.js";
export type { Redact } from "./domain/json/masks.js";
export type { JsonKey, JsonPath } from "./domain/json/tree.js";
export * from "./domain/lifecycle.js";
export * from "./domain/query.js";
export * from "./domain/session.js";
export * from "./domain/session-id.js";
export { cleanView, type CleanedView, type SessionView } from "./domain/view.js";
export * from "./domain/status.js";
export { AgentTransferTrackerElement } from "./elements/agent-transfer-tracker/agent-transfer-tracker.element.js";
export * from "./elements/transfer-json-pane/transfer-json-pane.element.js";
export * from "./elements/transfer-lifecycle-settings/transfer-lifecycle-settings.element.js";
export * from "./elements/transfer-session-details/transfer-session-details.element.js";
export * from "./elements/transfer-sessions-provider/transfer-sessions-provider.element.js";
export * from "./elements/transfer-sessions-summary/transfer-sessions-summary.element.js";
export * from "./elements/transfer-sessions-table/transfer-sessions-table.element.js";
export * from "./elements/transfer-status-badge/transfer-status-badge.element.js";
export * from "./events/attention-event.js";
export * from "./events/handoff-event.js";
export * from "./events/json-reveal-event.js";
export * from "./events/lifecycle-events.js";
export * from "./events/session-events.js";
export * from "./events/tracker-events.js";
export { registerLocale, type Locale } from "./i18n/locales.js";
export { type SessionLink, type SessionLinks } from "./internal/session-links.js";
export { viewFromSearchParams, viewToSearchParams, type ViewParamsOptions } from "./internal/view-search-params.js";
export { VERSION } from "./internal/version.js";
export * from "./sources/data-source.js";
export * from "./sources/hooks-sink.js";
export * from "./sources/http.js";
export type { SaveResult } from "./stores/lifecycle-editor.js";
export type { LingeringSession } from "./stores/lingering.js";
export type { MassDeparture } from "./stores/mass-departure.js";
export type { Clock, Condition, Environment, Timers } from "./stores/ports.js";
export type { Ending, EndResult } from "./stores/session-endings.js";
export type { SessionChange, SessionChanges } from "./stores/session-ledger.js";
export type {
  SessionListener,
  SessionSnapshot,
  SessionStore,
  SessionStoreOptions,
  SubscribeOptions,
} from "./stores/session-store.js";
export type {
  AgentLike,
  EndOptions,
  JoinOptions,
  LeaveOptions,
  TransferParticipant,
} from "./stores/tracker/arguments.js";
export type { ConnectionEmitter } from "./stores/tracker/connection.js";
export type { TransferLogEntry, TransferMoment } from "./stores/tracker/log.js";
export type { TrackerEnvironment, TrackerStorage } from "./stores/tracker/ports.js";
export type { TransferResult } from "./stores/tracker/results.js";
export type { InternalTransferSink } from "./stores/tracker/sink.js";
export type { StorageChoice } from "./stores/tracker/store-for.js";
export type { AgentTransferTrackerOptions } from "./stores/tracker/transfer-tracker.js";
export type { RosterAgent, TrackerState } from "./stores/tracker/view.js";
export type { InternalTransferPayload, Transition, TransferType } from "./domain/transfer/payload.js";
export type { TransferPhase } from "./domain/transfer/state.js";
export type { TrackerStrings } from "./i18n/tracker-strings.js";
