import type { TransferSession } from "../../../domain/session/session.js";
import { MAX_WIDTH, MIN_WIDTH } from "../../../domain/query/view.js";
import { labelOf } from "../../../i18n/common-strings.js";
import { checkList } from "../../../lit/properties/check-list.js";
import { warnOnce } from "../../../platform/warn-once.js";
import type { Ending } from "../../../stores/sessions/session-endings.js";
import { actionsCell, contactCell, statusCell, textCell, timeCell } from "../cells/cells.js";
import { clip } from "../../shared/clip.js";
import { expiresCell } from "../cells/expires-cell.js";
import { providerCell } from "../cells/provider-cell.js";
import { durationCell } from "../cells/duration-cell.js";
import { hostCell, textOf, warnThrown } from "../cells/host-cell.js";
import type { RowContext } from "../rows/row-model.js";
import type { DisplayedRow } from "../rows/row-list.js";

/** A column of the host's own, or one in place of a built-in column of the same id. */
export interface TransferColumn {
  readonly id: string;
  readonly label: string;
  /** What the column is sorted and exported by, and shown as where there is no `render`. */
  value(session: TransferSession): unknown;
  /** What a cell shows: text, a DOM node, or a Lit template. What it throws costs this cell only. */
  render?(session: TransferSession): unknown;
  /** Default: true. */
  readonly sortable?: boolean;
  /** px, from 16 to 2000. */
  readonly width?: number;
}

/** One column as the table draws it. */
export interface TableColumn {
  readonly id: string;
  /** Of a host's column; a built-in one is called `strings.columns[id]`. */
  readonly label?: string;
  readonly sortable: boolean;
  readonly width?: number | undefined;
  /** What a cell shows where that is text and nothing else; `undefined` for no value. */
  text?(row: DisplayedRow, context: RowContext): string | undefined;
  render?(row: DisplayedRow, context: RowContext, ending: Ending | undefined): unknown;
}

const builtIn = (id: string, render: NonNullable<TableColumn["render"]>, sortable = true): TableColumn => ({
  id,
  render,
  sortable,
});

const textual = (id: string, text: NonNullable<TableColumn["text"]>): TableColumn => ({ id, text, sortable: true });

const BUILT_IN: readonly TableColumn[] = [
  builtIn("contact", contactCell),
  textual("agent", ({ session }) => session.agentName ?? session.agentId),
  builtIn("provider", providerCell),
  textual("channel", ({ session }, { common }) => labelOf(common.channel, session.channel)),
  builtIn("status", statusCell),
  textual("queue", ({ session }) => session.queue),
  builtIn("duration", durationCell),
  builtIn("actions", (row, context, ending) => actionsCell(row, ending, context), false),
  builtIn("expires", expiresCell),
  builtIn("created", ({ session }, context) => timeCell(session.createdAt, context)),
  builtIn("updated", ({ session }, context) => timeCell(session.updatedAt, context)),
  textual("id", ({ session }) => session.id),
];

const BUILT_IN_IDS: ReadonlySet<string> = new Set(BUILT_IN.map(({ id }) => id));

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

/**
 * Judges what a host set as its `columns`.
 *
 * @returns the good ones; a bad one is left out with a warning; `"bad"` for what is no list.
 */
export function checkColumns(value: unknown): readonly TransferColumn[] | "bad" {
  return checkList(value, "columns", "an id, a label and value(session)", readColumn);
}

function readColumn(given: Readonly<Record<string, unknown>>): TransferColumn | undefined {
  const { id, label, value, render, sortable, width } = given;
  if (typeof id !== "string" || id === "" || typeof label !== "string" || typeof value !== "function") return undefined;
  if (render !== undefined && render !== null && typeof render !== "function") return undefined;
  return {
    id,
    label: clip(label),
    value: (session) => Reflect.apply(value, given, [session]) as unknown,
    ...(render && { render: (session) => Reflect.apply(render, given, [session]) as unknown }),
    sortable: sortable !== false,
    ...(isWidth(width, id) && { width }),
  };
}

function isWidth(width: unknown, id: string): width is number {
  if (width === undefined || width === null) return false;
  if (typeof width === "number" && width >= MIN_WIDTH && width <= MAX_WIDTH) return true;
  warnOnce(
    `the width of the column ${JSON.stringify(clip(id))} must be a number of px from ${MIN_WIDTH} to ${MAX_WIDTH}; ignored.`,
  );
  return false;
}

/**
 * Every column that can be shown, the host's after the built-in ones, or in their place.
 *
 * @param actionsWidth px that the built-in Actions column needs; `undefined` leaves it to the style sheet.
 */
export function allColumns(
  own: readonly TransferColumn[],
  actionsWidth?: number | undefined,
): ReadonlyMap<string, TableColumn> {
  const columns = new Map(
    BUILT_IN.map((column) => [column.id, column.id === "actions" ? { ...column, width: actionsWidth } : column]),
  );
  for (const column of own) columns.set(column.id, hostColumn(column));
  return columns;
}

/** The columns of a view, unknown ones left out; what a host added is shown unless a view says otherwise. */
export function shownColumns(
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
    render: ({ session }, context) => {
      if (column.render) return hostCell(column, session, context);
      try {
        return textCell(textOf(column.value(session)), context);
      } catch (error) {
        warnThrown(column, error);
        return textCell(undefined, context);
      }
    },
  };
}

export const columnLabel = (column: TableColumn, labels: Readonly<Record<string, string>>): string =>
  column.label ?? labels[column.id] ?? column.id;
