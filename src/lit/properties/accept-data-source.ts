import { warnOnce } from "../../platform/warn-once.js";
import type { TransferDataSource } from "../../sources/data-source.js";

/**
 * Judges what a host set as its data source.
 *
 * @returns the source; `undefined` for none; `"bad"` for what is no source, after a warning.
 */
export function checkDataSource(value: unknown): TransferDataSource | undefined | "bad" {
  if (value === undefined || value === null) return undefined;
  try {
    if (
      (typeof value === "object" || typeof value === "function") &&
      typeof (value as { list?: unknown }).list === "function"
    ) {
      return value as TransferDataSource;
    }
  } catch {
    // A getter threw; it is no source for us.
  }
  warnOnce("dataSource must be an object with a list() method; ignored.");
  return "bad";
}
