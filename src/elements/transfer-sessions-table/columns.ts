import { labelOf } from "../../i18n/common-strings.js";
import type { Ending } from "../../stores/session-endings.js";
import { actionsCell, contactCell, statusCell, textCell } from "./cells.js";
import type { DisplayedRow } from "./displayed-rows.js";
import { durationCell } from "./duration-cell.js";
import type { RowContext } from "./row-context.js";

/** One column of the table; its label is `strings.columns[id]`. */
export interface TableColumn {
  readonly id: string;
  render(row: DisplayedRow, context: RowContext, ending: Ending | undefined): unknown;
}

/** The eight columns of a transferred session, in their order. */
export const COLUMNS: readonly TableColumn[] = [
  { id: "contact", render: contactCell },
  {
    id: "agent",
    render: ({ session }, context) => textCell(session.agentName ?? session.agentId, context),
  },
  {
    id: "provider",
    render: ({ session }, context) => textCell(labelOf(context.common.provider, session.provider), context),
  },
  {
    id: "channel",
    render: ({ session }, context) => textCell(labelOf(context.common.channel, session.channel), context),
  },
  { id: "status", render: statusCell },
  { id: "queue", render: ({ session }, context) => textCell(session.queue, context) },
  { id: "duration", render: durationCell },
  { id: "actions", render: (row, context, ending) => actionsCell(row, ending, context) },
];
