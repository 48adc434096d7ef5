import { hostCell, textOf, warnThrown } from "../cells/host-cell.js";
import { textCell } from "../cells/text-cell.js";
import type { TableColumn } from "../rows/row-model.js";
import { BUILT_IN_COLUMNS, DEFAULT_COLUMNS } from "./built-in-columns.js";
import type { TransferColumn } from "./transfer-column.js";

/** What the columns of the table are made of. */
export interface ColumnWish {
  /** The host's. */
  readonly own: readonly TransferColumn[];
  /** px that the built-in Actions column needs; `undefined` leaves it to the style sheet. */
  readonly actionsWidth: number | undefined;
  /** Ids, in order, as the view has them. */
  readonly wanted: readonly string[] | undefined;
}

export interface ColumnSet {
  /** The host's. */
  readonly own: ReadonlyMap<string, TransferColumn>;
  /** Every column that can be shown, the host's after the built-in ones, or in their place. */
  readonly all: ReadonlyMap<string, TableColumn>;
  readonly shown: readonly TableColumn[];
}

export function columnSet({ own, actionsWidth, wanted }: ColumnWish): ColumnSet {
  const all = new Map(
    BUILT_IN_COLUMNS.map((column) => [
      column.id,
      column.id === "actions" ? { ...column, width: actionsWidth } : column,
    ]),
  );
  for (const column of own) all.set(column.id, hostColumn(column));
  return { own: new Map(own.map((column) => [column.id, column])), all, shown: shownColumns(all, wanted) };
}

const BUILT_IN_IDS: ReadonlySet<string> = new Set(BUILT_IN_COLUMNS.map(({ id }) => id));

/** The columns of a view, unknown ones left out; what a host added is shown unless a view says otherwise. */
function shownColumns(
  all: ReadonlyMap<string, TableColumn>,
  wanted: readonly string[] | undefined,
): readonly TableColumn[] {
  const ids = wanted ?? [
    ...DEFAULT_COLUMNS.slice(0, -1),
    ...[...all.keys()].filter((id) => !BUILT_IN_IDS.has(id)),
    "actions",
  ];
  const columns = ids.map((id) => all.get(id)).filter((column): column is TableColumn => column !== undefined);
  // A table without columns would be a table without a way back.
  return columns.length > 0 ? columns : shownColumns(all, DEFAULT_COLUMNS);
}

function hostColumn(column: TransferColumn): TableColumn {
  const { id, label, sortable = true, width } = column;
  return {
    id,
    label,
    sortable,
    width,
    render: ({ session, shared }) => {
      if (column.render) return hostCell(column, session, shared);
      try {
        return textCell(textOf(column.value(session)), shared);
      } catch (error) {
        warnThrown(column, error);
        return textCell(undefined, shared);
      }
    },
  };
}

export const columnLabel = (column: TableColumn, labels: Readonly<Record<string, string>>): string =>
  column.label ?? labels[column.id] ?? column.id;

/** The column whose cells name their rows and hold the select boxes: the contact's, or else the first. */
export function namingColumn(columns: readonly TableColumn[]): TableColumn | undefined {
  return columns.find(({ id }) => id === "contact") ?? columns[0];
}
