// Svelte: what its markup checker looks up for a tag.
import type { TransferDataSource, TransferSession } from "handoff-elements";
import "handoff-elements/types/svelte";
import type { SvelteHTMLElements } from "svelte/elements";

declare const source: TransferDataSource;
declare function open(session: TransferSession): void;

export const badge: SvelteHTMLElements["transfer-status-badge"] = { status: "queued", class: "badge" };
export const table: SvelteHTMLElements["transfer-sessions-table"] = {
  dataSource: source,
  "poll-interval": 5000,
  "ontransfer-session-end-request": (event) => open(event.session),
  "on:transfer-session-end-request": (event) => open(event.session),
};
// @ts-expect-error a text is no data source
export const wrong: SvelteHTMLElements["transfer-sessions-table"] = { dataSource: "/api" };
// @ts-expect-error there is no such property
export const unknown: SvelteHTMLElements["transfer-status-badge"] = { status: "queued", colour: "red" };
