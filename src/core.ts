/** Stores, the port of a data source, the tracker and helpers: what works without an element, and without Lit. */
export { sessionStoreFor, type StoreForOptions } from "./instances/session-store-for.js";
export * from "./domain/session/attention.js";
export * from "./domain/session/duration.js";
export * from "./domain/session/floor-summary.js";
export * from "./domain/session/lifecycle.js";
export * from "./domain/session/session.js";
export * from "./domain/session/session-id.js";
export * from "./domain/session/status.js";
export * from "./domain/query/query.js";
export { cleanView, type CleanedView, type SessionView } from "./domain/query/view.js";
export { viewFromSearchParams, viewToSearchParams, type ViewParamsOptions } from "./domain/query/view-search-params.js";
export type { Redact } from "./domain/json/masks/masks.js";
export type { JsonKey, JsonPath } from "./domain/json/tree.js";
export { VERSION } from "./platform/version.js";
export type { Clock, Condition, Environment, Timers } from "./platform/environment.js";
export * from "./sources/data-source.js";
export { wireText } from "./domain/session/wire-text.js";
export type { EndpointPart, HttpDataSource, HttpDataSourceOptions } from "./sources/http.js";
export type { SaveResult } from "./stores/lifecycle/lifecycle-editor.js";
export type { LingeringSession } from "./stores/sessions/lingering.js";
export type { MassDeparture } from "./stores/sessions/mass-departure.js";
export type { Ending, EndResult } from "./stores/sessions/session-endings.js";
export type { SessionChange, SessionChanges } from "./stores/sessions/session-ledger.js";
export type {
  SessionListener,
  SessionSnapshot,
  SessionStore,
  SessionStoreOptions,
  SubscribeOptions,
} from "./stores/sessions/session-store.js";
export type { TransferConnection, TransferSdk } from "./domain/transfer/sdk.js";
export { AgentTransferTracker, type AgentTransferTrackerSettings } from "./tracker/headless-tracker.js";
export type { InternalTransferPayload, Transition, TransferType } from "./tracker/rules/payload.js";
export type { TransferPhase } from "./tracker/rules/state.js";
export * from "./tracker/sinks/hooks-sink.js";
export type { InternalTransferSink } from "./tracker/sinks/sink.js";
export type {
  AgentLike,
  EndOptions,
  JoinOptions,
  LeaveOptions,
  TransferParticipant,
} from "./tracker/call-arguments.js";
export type { ConnectionEmitter } from "./tracker/sinks/connection.js";
export type { TransferLogEntry, TransferMoment } from "./tracker/store/transfer-log.js";
export type { TransferResult } from "./tracker/store/results.js";
export type { StorageChoice } from "./tracker/tracker-store-for.js";
export type { TrackerEnvironment } from "./tracker/tracker-environment.js";
export type { TrackerStorage } from "./tracker/store/conversation-storage.js";
export type { AgentTransferTrackerOptions, DropChoice } from "./tracker/transfer-tracker.js";
export type { ConversationEnd, CustomFields, OutboxMessage, SummaryRequest } from "./tracker/rules/message.js";
export type { RosterAgent, TrackerState, WaitingEvent } from "./tracker/store/tracker-state.js";
