import { property } from "../../platform/property.js";
import { DataSourceError, type Facets, type Offer } from "../data-source.js";
import { describe, isList, isRecord, UNREADABLE } from "../../platform/describe.js";
import { idText } from "./text.js";
import { readTime } from "./time.js";

/** What an answer of `list` turned out to be. Rows are still unread; times are epoch milliseconds. */
export type ListReading =
  | {
      readonly kind: "whole";
      readonly rows: readonly unknown[];
      /** Nobody else holds the rows: they need no copy. */
      readonly fresh?: true;
      readonly cursor?: string;
      readonly nextPage?: string;
      readonly serverTime?: number;
      readonly total?: number;
      /** As they came: who shows a count reads it. */
      readonly facets?: Facets;
      readonly offers?: readonly Offer[];
    }
  | {
      readonly kind: "delta";
      readonly rows: readonly unknown[];
      readonly fresh?: true;
      readonly removed: readonly string[];
      readonly cursor: string;
      readonly serverTime?: number;
    }
  | { readonly kind: "unchanged"; readonly serverTime?: number };

type Answer = Readonly<Record<string, unknown>>;

/**
 * Says which of the legal shapes an answer of `list` has: a plain array, `{ sessions }`, `{ changed, removed, cursor }`
 * or `{ unchanged: true }`. A side field that cannot be read (`cursor`, `nextPage`, `serverTime`, `total`, `facets`,
 * `offers`) is absent.
 *
 * @throws DataSourceError `invalid` for anything else: no list is not an empty list.
 */
export function readList(answer: unknown): ListReading {
  if (isList(answer)) return { kind: "whole", rows: answer, ...freshOf(answer) };
  if (!isRecord(answer)) throw noList(`it is ${describe(answer)}`);
  const sessions = take(answer, "sessions");
  if (isGiven(sessions)) return readWhole(answer, sessions);
  const changed = take(answer, "changed");
  const removed = take(answer, "removed");
  if (isGiven(changed) || isGiven(removed)) return readDelta(answer, changed ?? [], removed ?? []);
  if (take(answer, "unchanged") === true) return { kind: "unchanged", ...serverTimeOf(answer) };
  throw noList("it has no sessions, no changes, and does not say that it is unchanged");
}

function readWhole(answer: Answer, sessions: unknown): ListReading {
  if (!isList(sessions)) throw noList(`its sessions are ${describe(sessions)}`);
  const cursor = idText(take(answer, "cursor"));
  const nextPage = idText(take(answer, "nextPage"));
  const total = take(answer, "total");
  const facets = take(answer, "facets");
  const offers = take(answer, "offers");
  return {
    kind: "whole",
    rows: sessions,
    ...freshOf(answer),
    ...(cursor === undefined ? undefined : { cursor }),
    ...(nextPage === undefined ? undefined : { nextPage }),
    ...serverTimeOf(answer),
    ...(Number.isSafeInteger(total) && (total as number) >= 0 ? { total: total as number } : undefined),
    ...(isRecord(facets) ? { facets: facets as Facets } : undefined),
    ...(isList(offers) ? { offers: offers as readonly Offer[] } : undefined),
  };
}

function readDelta(answer: Answer, changed: unknown, removed: unknown): ListReading {
  if (!isList(changed)) throw noList(`what changed is ${describe(changed)}`);
  if (!isList(removed)) throw noList(`what was removed is ${describe(removed)}`);
  const cursor = idText(take(answer, "cursor"));
  // Without it, nobody could ask for the next changes, nor know which these are.
  if (cursor === undefined) throw noList("it has changes but no cursor");
  return {
    kind: "delta",
    rows: changed,
    ...freshOf(answer),
    removed: removed.map(idText).filter((id) => id !== undefined),
    cursor,
    ...serverTimeOf(answer),
  };
}

function serverTimeOf(answer: Answer): { serverTime: number } | undefined {
  const serverTime = readTime(take(answer, "serverTime"));
  return serverTime === undefined ? undefined : { serverTime };
}

function freshOf(answer: object): { fresh: true } | undefined {
  return take(answer, "fresh") === true ? { fresh: true } : undefined;
}

/** A getter that throws has given something, which nobody can read. */
function take(answer: object, field: string): unknown {
  return property(answer, field, UNREADABLE);
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function noList(why: string): DataSourceError {
  return new DataSourceError(`The answer is no list of sessions: ${why}.`, { kind: "invalid" });
}
