import { MAX_WIDTH, MIN_WIDTH } from "../../../domain/query/view.js";
import type { TransferSession } from "../../../domain/session/session.js";
import { acceptList } from "../../../lit/properties/accept-list.js";
import { warnOnce } from "../../../platform/warn-once.js";
import { clip } from "../../shared/clip.js";

/** A column of the host's own, or one in place of a built-in column of the same id. */
export interface TransferColumn {
  readonly id: string;
  readonly label: string;
  /** What the column is sorted and exported by, and shown as where there is no `render`. */
  value(session: TransferSession): unknown;
  /**
   * What a cell shows: text, a DOM node, or a Lit template. Controls in it are the host's, with their clicks and keys.
   * What it throws costs this cell only.
   */
  render?(session: TransferSession): unknown;
  /** Default: true. */
  readonly sortable?: boolean;
  /** px, from 16 to 2000. */
  readonly width?: number;
}

/**
 * The columns that a host set; a bad one is left out with a warning.
 *
 * @param before those that hold on where the value is no list at all.
 */
export function readColumns(value: unknown, before: readonly TransferColumn[]): readonly TransferColumn[] {
  return acceptList(value, before, "columns", "an id, a label and value(session)", readColumn);
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
