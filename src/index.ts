/** Classes, events and types. Registers nothing: that is `handoff-elements/define`. */
export { AgentTransferTracker, type AgentTransferTrackerSettings } from "./tracker/agent-transfer-tracker.js";
export { sessionStoreFor, type StoreForOptions } from "./instances/session-store-for.js";
export * from "./domain/session/attention.js";
export * from "./domain/session/duration.js";
export * from "./domain/session/floor-summary.js";
export type { Redact } from "./domain/json/masks/masks.js";
export type { JsonKey, JsonPath } from "./domain/json/tree.js";
export * from "./domain/session/lifecycle.js";
export * from "./domain/query/query.js";
export * from "./domain/session/session.js";
export * from "./domain/session/session-id.js";
export { cleanView, type CleanedView, type SessionView } from "./domain/query/view.js";
export * from "./domain/session/status.js";
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
export { type SessionLink, type SessionLinks } from "./lit/properties/session-links.js";
export { viewFromSearchParams, viewToSearchParams, type ViewParamsOptions } from "./domain/query/view-search-params.js";
export { VERSION } from "./platform/version.js";
export * from "./sources/data-source.js";
export * from "./tracker/sinks/hooks-sink.js";
export * from "./sources/http.js";
export type { SaveResult } from "./stores/lifecycle/lifecycle-editor.js";
export type { LingeringSession } from "./stores/sessions/lingering.js";
export type { MassDeparture } from "./stores/sessions/mass-departure.js";
export type { Clock, Condition, Environment, Timers } from "./platform/environment.js";
export type { Ending, EndResult } from "./stores/sessions/session-endings.js";
export type { SessionChange, SessionChanges } from "./stores/sessions/session-ledger.js";
export type {
  SessionListener,
  SessionSnapshot,
  SessionStore,
  SessionStoreOptions,
  SubscribeOptions,
} from "./stores/sessions/session-store.js";
export type {
  AgentLike,
  EndOptions,
  JoinOptions,
  LeaveOptions,
  TransferParticipant,
} from "./tracker/call-arguments.js";
export type { ConnectionEmitter } from "./tracker/sinks/connection.js";
export type { TransferLogEntry, TransferMoment } from "./tracker/store/transfer-log.js";
export type { TrackerEnvironment } from "./tracker/tracker-environment.js";
export type { TrackerStorage } from "./tracker/store/conversation-storage.js";
export type { TransferResult } from "./tracker/store/results.js";
export type { InternalTransferSink } from "./tracker/sinks/sink.js";
export type { StorageChoice } from "./tracker/tracker-store-for.js";
export type { AgentTransferTrackerOptions } from "./tracker/transfer-tracker.js";
export type { RosterAgent, TrackerState } from "./tracker/store/tracker-state.js";
export type { InternalTransferPayload, Transition, TransferType } from "./tracker/rules/payload.js";
export type { TransferPhase } from "./tracker/rules/state.js";
export type { TrackerStrings } from "./i18n/tracker-strings.js";
