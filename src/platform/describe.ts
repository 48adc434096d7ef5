const LONGEST = 40;

/** What stands for a field whose getter threw. A symbol, since no field may be one. */
export const UNREADABLE = Symbol("unreadable");

/** Names a value for a person who diagnoses a feed, such as `the text "yesterday"`. Never throws. */
export function describe(value: unknown): string {
  switch (typeof value) {
    case "string":
      return `the text ${JSON.stringify(value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value)}`;
    case "number":
      if (Number.isInteger(value) && !Number.isSafeInteger(value)) return "a number that may have lost digits";
      return String(value);
    case "boolean":
    case "undefined":
      return String(value);
    case "object":
      return value === null ? "null" : isList(value) ? "a list" : "an object";
    default:
      return value === UNREADABLE ? "not readable" : `a ${typeof value}`;
  }
}

/** `Array.isArray`, which throws on a revoked Proxy. */
export function isList(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

/** An object that may have fields: no list, no function, not null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !isList(value);
}
