/** Registers every tag. */
export * from "./define/agent-transfer-tracker.js";
export * from "./define/transfer-json-pane.js";
export * from "./define/transfer-lifecycle-settings.js";
export * from "./define/transfer-session-details.js";
export * from "./define/transfer-sessions-provider.js";
export * from "./define/transfer-sessions-summary.js";
export * from "./define/transfer-sessions-table.js";
export * from "./define/transfer-status-badge.js";
