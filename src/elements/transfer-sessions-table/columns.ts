import type { TemplateResult } from "lit";
import type { TransferSession } from "../../domain/session.js";
import { labelOf } from "../../i18n/common-strings.js";
import { warnOnce } from "../../internal/warn-once.js";
import type { Ending } from "../../stores/session-endings.js";
import { actionsCell, contactCell, statusCell, textCell, timeCell } from "./cells.js";
import { clip } from "./clip.js";
import { expiresCell } from "./expires-cell.js";
import { providerCell } from "./provider-cell.js";
import { durationCell } from "./duration-cell.js";
import type { RowContext } from "./row-context.js";
import type { DisplayedRow } from "./row-list.js";

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
  /** px. */
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
 * @returns the good ones; a bad one is left out with a warning.
 */
export function checkColumns(value: unknown): readonly TransferColumn[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    warnOnce("columns must be a list; ignored.");
    return [];
  }
  const columns = new Map<string, TransferColumn>();
  for (const column of value as unknown[]) {
    if (isColumn(column)) columns.set(column.id, column);
    else warnOnce("a column must have an id, a label and a value(session); ignored.");
  }
  return [...columns.values()];
}

function isColumn(value: unknown): value is TransferColumn {
  try {
    const { id, label, value: read, render } = value as TransferColumn;
    return (
      typeof id === "string" &&
      id !== "" &&
      typeof label === "string" &&
      typeof read === "function" &&
      (render === undefined || typeof render === "function")
    );
  } catch {
    return false;
  }
}

/** Every column that can be shown, the host's after the built-in ones, or in their place. */
export function allColumns(own: readonly TransferColumn[]): ReadonlyMap<string, TableColumn> {
  const columns = new Map(BUILT_IN.map((column) => [column.id, column]));
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

function hostColumn({ id, label, value, render, sortable, width }: TransferColumn): TableColumn {
  return {
    id,
    label,
    sortable: sortable !== false,
    width: typeof width === "number" && width > 0 ? width : undefined,
    render: ({ session }, context) => {
      try {
        return render ? guarded(render(session)) : textCell(textOf(value(session)), context);
      } catch (error) {
        warnOnce(`the column ${JSON.stringify(clip(id))} threw: ${String(error)}`);
        return textCell(undefined, context);
      }
    },
  };
}

/** What a host's renderer returns may be text, a node or a template; anything else is written as text. */
function guarded(content: unknown): unknown {
  if (isFree(content) || isTemplate(content)) return content;
  return clip(textOf(content) ?? "");
}

/** A node that can be put into a cell: not one that stands somewhere in the page, which might hold the table itself. */
function isFree(value: unknown): value is Node {
  return value instanceof Node && (!value.isConnected || value.getRootNode() instanceof ShadowRoot);
}

/** Lit's own: nobody makes the list of a template's texts by hand. */
function isTemplate(value: unknown): value is TemplateResult {
  if (typeof value !== "object" || value === null || !("_$litType$" in value)) return false;
  const { strings } = value as Partial<TemplateResult>;
  return Array.isArray(strings) && Object.hasOwn(strings, "raw");
}

function textOf(value: unknown): string | undefined {
  return value === undefined || value === null || value === "" ? undefined : String(value);
}

export const columnLabel = (column: TableColumn, labels: Readonly<Record<string, string>>): string =>
  column.label ?? labels[column.id] ?? column.id;
