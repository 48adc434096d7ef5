import { sessionKey, type TransferSession } from "../../../domain/session/session.js";
import type { TableModel } from "../table-model.js";
import { csvOfSessions } from "./session-csv.js";

/** The selected sessions, those in view first, or else those that match the view, as a file. */
export function tableCsv(model: TableModel, selected: readonly TransferSession[]): Blob {
  const { rows, selection, store, strings, shared, columns } = model;
  const inView = rows.sessions.filter((session) => selected.length > 0 && selection.sessions.has(sessionKey(session)));
  const text = csvOfSessions(selected.length > 0 ? new Set([...inView, ...selected]) : rows.selectable, {
    now: store?.now() ?? 0,
    ...(shared?.lifecycle ? { lifecycle: shared.lifecycle } : undefined),
    labels: { ...strings.columns, ...strings.csvColumns },
    columns: [...columns.own.values()],
  });
  return new Blob([text], { type: "text/csv;charset=utf-8" });
}
