// A host without a framework.
import {
  DataSourceError,
  type TransferColumn,
  type TransferDataSource,
  type TransferRowAction,
  type TransferSession,
} from "handoff-elements";
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
const tier: TransferColumn = { id: "tier", label: "Tier", value: ({ metadata }) => metadata, width: 80 };
const join: TransferRowAction = {
  id: "join",
  label: "Join",
  run: async ({ id }) => void (await fetch(id)),
  available: ({ status }) => status === "active" || "Nobody has answered yet",
};
table.columns = [tier];
table.rowActions = [join, { id: "note", label: "Note", run() {}, danger: true }];
const refreshed: Promise<void> = table.refresh();

/** As a vendor types one: it wants more than is known here, and keeps something to itself. */
class Sdk {
  #socket = {};
  internalTransfer(data: { transfertype: string }): Promise<object> {
    return Promise.resolve({ ...data, ...this.#socket });
  }
  on(name: "ON_SOCKET_CONNECTION" | "ON_ERROR", listener: () => void): this {
    void [name, listener];
    return this;
  }
}
const tracker = document.createElement("agent-transfer-tracker");
tracker.sdk = new Sdk();
tracker.connection = new Sdk();
tracker.strings = { title: "Agents" };
// @ts-expect-error a number is no SDK
tracker.sdk = 42;
// @ts-expect-error nor a connection
tracker.connection = 42;

const badge: HTMLElement = document.querySelector("transfer-status-badge")!;

let opened: TransferSession;
table.addEventListener("transfer-session-end-request", (event) => {
  opened = event.session;
  event.preventDefault();
});

// @ts-expect-error a number is no data source
table.dataSource = 5;
// @ts-expect-error an action does something
table.rowActions = [{ id: "x", label: "X" }];
// @ts-expect-error a session's fields are for reading
table.canEnd = (session) => (session.status = "ended") === "ended";
// @ts-expect-error internals are not exported
await import("handoff-elements/platform/warn-once");

export { badge, opened, others, refreshed };
