import type { LifecycleSettings } from "../../domain/session/lifecycle.js";
import { property } from "../../platform/property.js";
import { DataSourceError } from "../data-source.js";
import { describe, isRecord } from "../../platform/describe.js";

/**
 * Reads lifecycle settings, `{ chat: 30, … }`. Entries that are no whole number of minutes, 0 or more, are left out.
 *
 * @throws DataSourceError `invalid` where the answer is no object.
 */
export function readLifecycle(answer: unknown): LifecycleSettings {
  if (!isRecord(answer)) throw invalid(`they are ${describe(answer)}`);
  const entries: [string, number][] = [];
  for (const channel of channelsOf(answer)) {
    const minutes = property(answer, channel);
    if (Number.isSafeInteger(minutes) && (minutes as number) >= 0) entries.push([channel, minutes as number]);
  }
  // Not by assignment: JSON may have a key `__proto__`.
  return Object.fromEntries(entries);
}

function channelsOf(answer: object): string[] {
  try {
    return Object.keys(answer);
  } catch (cause) {
    throw invalid("their channels cannot be read", cause);
  }
}

function invalid(why: string, cause?: unknown): DataSourceError {
  return new DataSourceError(`The answer is no lifecycle settings: ${why}.`, { kind: "invalid", cause });
}
