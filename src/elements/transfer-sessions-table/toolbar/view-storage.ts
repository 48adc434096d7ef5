const PREFIX = "handoff-elements:view:";
const NAMED_PREFIX = "handoff-elements:views:";

/** What is kept in localStorage under a host's key, unread. Storage may be missing, blocked or hold anything. */
function read(key: string): unknown {
  try {
    const text = localStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** @returns whether it is kept: blocked or full, it lives as long as the page. */
function write(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export const readStored = (key: string): unknown => read(PREFIX + key);
export const writeStored = (key: string, view: unknown): boolean => write(PREFIX + key, view);

/** Views that a person gave a name, unread, by name. */
export function readNamed(key: string): ReadonlyMap<string, unknown> {
  const named = read(NAMED_PREFIX + key);
  return new Map(Array.isArray(named) ? named.filter(isEntry) : []);
}

export const writeNamed = (key: string, views: ReadonlyMap<string, unknown>): boolean =>
  write(NAMED_PREFIX + key, [...views]);

function isEntry(value: unknown): value is [string, unknown] {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === "string" && value[0] !== "";
}
