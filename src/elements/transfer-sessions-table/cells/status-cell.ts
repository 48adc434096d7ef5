import { sessionBadge } from "../../shared/badge/badge-view.js";
import { hasLeft, type RowModel } from "../rows/row-model.js";

/** The status as a badge; of a row that has left the list, how it left. */
export function statusCell({ session, muted, shared: { common } }: RowModel): unknown {
  return sessionBadge(session.status, common, hasLeft(muted) ? muted : undefined);
}
