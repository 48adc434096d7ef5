// A host without a framework.
import { DataSourceError, type TransferDataSource, type TransferSession } from "handoff-elements";
import "handoff-elements/define";
import "handoff-elements/define/transfer-sessions-table";
import { httpDataSource } from "handoff-elements/sources/http";
import { memoryDataSource } from "handoff-elements/sources/memory";

const source: TransferDataSource = {
  list: async ({ signal }) => {
    if (signal.aborted) throw new DataSourceError("left", { kind: "aborted" });
    return { sessions: [{ id: "a" }], cursor: "1" };
  },
};
const others: TransferDataSource[] = [httpDataSource({ url: "/api" }), memoryDataSource({ seed: 1 })];

const table = document.createElement("transfer-sessions-table");
table.dataSource = source;
table.pollInterval = 5000;
table.canEnd = (session) => (session.status === "ended" ? "It has ended." : true);
const refreshed: Promise<void> = table.refresh();
const badge: HTMLElement = document.querySelector("transfer-status-badge")!;

let opened: TransferSession;
table.addEventListener("transfer-session-end-request", (event) => {
  opened = event.session;
  event.preventDefault();
});

// @ts-expect-error a number is no data source
table.dataSource = 5;
// @ts-expect-error a session's fields are for reading
table.canEnd = (session) => (session.status = "ended") === "ended";
// @ts-expect-error internals are not exported
await import("handoff-elements/internal/warn-once");

export { badge, opened, others, refreshed };
