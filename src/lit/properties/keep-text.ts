import type { PropertyValues } from "lit";
import { warnOnce } from "../../platform/warn-once.js";

/**
 * Judges a property of an element that is a text, before anything is made of it: what is none is put back to what it was,
 * after a warning. Nothing (`undefined`, `null`) is an empty text.
 */
export function keepText<N extends string>(element: Record<N, string>, changed: PropertyValues, name: N): void {
  const value: unknown = element[name];
  if (typeof value === "string") return;
  const before: unknown = changed.get(name);
  const none = value === undefined || value === null;
  if (!none) warnOnce(`${name} must be a text, not ${typeof value}; ignored.`);
  element[name] = !none && typeof before === "string" ? before : "";
}
