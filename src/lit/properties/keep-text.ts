import type { PropertyValues } from "lit";
import { warnOnce } from "../../platform/warn-once.js";

/**
 * For a plain property that must be a text, before it is used: any other value is replaced by the earlier one, after a
 * warning. `undefined` and `null` count as an empty text.
 */
export function keepText<N extends string>(element: Record<N, string>, changed: PropertyValues, name: N): void {
  const value: unknown = element[name];
  if (typeof value === "string") return;
  const before: unknown = changed.get(name);
  const none = value === undefined || value === null;
  if (!none) warnOnce(`${name} must be a text, not ${typeof value}; ignored.`);
  element[name] = !none && typeof before === "string" ? before : "";
}
