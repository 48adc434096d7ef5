// A page that imports nothing but the tag knows what its events carry.
import "handoff-elements/define/transfer-sessions-table";
import type { TransferSessionOpenEvent } from "handoff-elements/define/transfer-sessions-table";

const table = document.createElement("transfer-sessions-table");
table.addEventListener("transfer-session-ended", ({ session }) => session.id.trim());
table.addEventListener("transfer-attention", (event) => event.preventDefault());
document.addEventListener("transfer-export", ({ filename, blob }) => [filename.trim(), blob.size]);
export const open = (event: TransferSessionOpenEvent): string => event.session.id;
window.addEventListener("transfer-session-open", (event) => event.session.id.trim());
document.addEventListener("transfer-view-change", ({ view }) => view.text?.trim());
// @ts-expect-error -- it does not leave the table
document.addEventListener("transfer-auth-required", ({ error }) => error);
