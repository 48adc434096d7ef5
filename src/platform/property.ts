/**
 * Reads a property of a foreign value: a getter of its own, or a Proxy, may throw.
 *
 * @param unreadable what stands for a property that threw.
 * @returns `undefined` for a property of something that has none.
 */
export function property(value: unknown, key: PropertyKey, unreadable?: unknown): unknown {
  if ((typeof value !== "object" || value === null) && typeof value !== "function") return undefined;
  try {
    return (value as Record<PropertyKey, unknown>)[key];
  } catch {
    return unreadable;
  }
}
