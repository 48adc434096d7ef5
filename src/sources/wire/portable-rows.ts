import { keepWireText, wireTextOf } from "../../domain/session/wire-text.js";
import { property } from "../../platform/property.js";
import { copyValue, isPlain } from "./wire-value.js";

/** How data of a row was spelled, which a channel does not carry with its value. */
export type WireTextOfRow = readonly [row: number, field: "metadata" | "providerData", text: string];

/** How data of the rows was spelled, for a channel, where that says more than its value. */
export function textsOf(rows: readonly unknown[]): { readonly texts?: readonly WireTextOfRow[] } {
  const texts: WireTextOfRow[] = [];
  rows.forEach((row, index) => {
    for (const field of ["metadata", "providerData"] as const) {
      const text = wireTextOf(property(row, field));
      if (text !== undefined) texts.push([index, field, text]);
    }
  });
  return texts.length > 0 ? { texts } : {};
}

/** Keeps what {@link textsOf} gave, at the other end, beside the same rows. */
export function keepTexts(rows: readonly unknown[], texts: readonly WireTextOfRow[] = []): void {
  for (const [index, field, text] of texts) keepWireText(property(rows[index], field), text);
}

/** Rows that nobody else holds: a source may change its own in place. */
export function ownRows(rows: readonly unknown[]): unknown[] {
  return rows.map((row) => {
    try {
      return typeof row === "object" && row !== null && isPlain(row) ? copyValue(row) : row;
    } catch {
      return row;
    }
  });
}

/** Rows that any channel takes. What cannot be put as JSON is counted in the other tabs, as a record that is none. */
export function plainRows(rows: readonly unknown[]): unknown[] {
  return rows.map((row) => {
    try {
      return JSON.parse(JSON.stringify(row) ?? "null") as unknown;
    } catch {
      return null;
    }
  });
}
