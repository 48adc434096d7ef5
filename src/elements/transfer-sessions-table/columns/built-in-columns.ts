import { labelOf } from "../../../i18n/common-strings.js";
import { actionsCell } from "../cells/actions-cell.js";
import { contactCell } from "../cells/contact-cell.js";
import { durationCell } from "../cells/duration-cell.js";
import { expiresCell } from "../cells/expires-cell.js";
import { providerCell } from "../cells/provider-cell.js";
import { statusCell } from "../cells/status-cell.js";
import { timeCell } from "../cells/text-cell.js";
import type { TableColumn } from "../rows/row-model.js";

const drawn = (id: string, render: NonNullable<TableColumn["render"]>, sortable = true): TableColumn => ({
  id,
  render,
  sortable,
});

const textual = (id: string, text: NonNullable<TableColumn["text"]>): TableColumn => ({ id, text, sortable: true });

/** Every column that the table brings. What it is called is in the words of the table, under `columns`. */
export const BUILT_IN_COLUMNS: readonly TableColumn[] = [
  drawn("contact", contactCell),
  textual("agent", ({ session }) => session.agentName ?? session.agentId),
  drawn("provider", providerCell),
  textual("channel", ({ session, shared }) => labelOf(shared.common.channel, session.channel)),
  drawn("status", statusCell),
  textual("queue", ({ session }) => session.queue),
  drawn("duration", durationCell),
  drawn("actions", actionsCell, false),
  drawn("expires", expiresCell),
  drawn("created", ({ session, shared }) => timeCell(session.createdAt, shared)),
  drawn("updated", ({ session, shared }) => timeCell(session.updatedAt, shared)),
  textual("id", ({ session }) => session.id),
];

/** Shown unless a view says otherwise: the eight fields of a transferred session. */
export const DEFAULT_COLUMNS: readonly string[] = [
  "contact",
  "agent",
  "provider",
  "channel",
  "status",
  "queue",
  "duration",
  "actions",
];
