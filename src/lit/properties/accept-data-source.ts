import { attempt } from "../../platform/attempt.js";
import { warnOnce } from "../../platform/warn-once.js";
import type { TransferDataSource } from "../../sources/data-source.js";

/**
 * What a host set as its data source; nothing counts as none.
 *
 * @returns what the property is from now on: `before`, after a warning, where the value is no source.
 */
export function acceptDataSource(
  value: unknown,
  before: TransferDataSource | undefined,
): TransferDataSource | undefined {
  if (value === undefined || value === null) return undefined;
  const isSource =
    (typeof value === "object" || typeof value === "function") &&
    typeof attempt(() => (value as { list?: unknown }).list) === "function";
  if (isSource) return value as TransferDataSource;
  warnOnce("dataSource must be an object with a list() method; ignored.");
  return before;
}
