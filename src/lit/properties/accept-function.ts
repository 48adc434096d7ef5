import { warnOnce } from "../../platform/warn-once.js";

/**
 * A function that a host set, such as `sessionLinks` or `canEnd`; nothing counts as none.
 *
 * @returns what the property is from now on: `before`, after a warning, where the value is no function.
 */
export function acceptFunction<F extends (...given: never[]) => unknown>(
  name: string,
  value: unknown,
  before: F | undefined,
): F | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "function") return value as F;
  warnOnce(`${name} must be a function; ignored.`);
  return before;
}
