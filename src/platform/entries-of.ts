/** The own fields of an object that a host gave; `undefined` for what is none, or throws when it is looked at. */
export function entriesOf(value: unknown): [string, unknown][] | undefined {
  try {
    return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : undefined;
  } catch {
    return undefined;
  }
}
