import { entriesOf } from "../platform/entries-of.js";
import { VERSION } from "../platform/version.js";
import { warnOnce } from "../platform/warn-once.js";
import type { CommonStrings } from "./common-strings.js";
import type { JsonPaneStrings } from "./json-pane-strings.js";
import type { LifecycleStrings } from "./lifecycle-strings.js";
import type { SessionDetailsStrings } from "./session-details-strings.js";
import type { SummaryStrings } from "./summary-strings.js";
import type { TableStrings } from "./table-strings.js";
import type { TrackerStrings } from "./tracker-strings.js";

/** Every group of words that an element asks for: a language that is complete has each. */
export interface LocaleGroups {
  readonly common: CommonStrings;
  readonly details: SessionDetailsStrings;
  readonly jsonPane: JsonPaneStrings;
  readonly lifecycle: LifecycleStrings;
  readonly summary: SummaryStrings;
  readonly table: TableStrings;
  readonly tracker: TrackerStrings;
}

/**
 * The strings of one language, by group: `common`, and one group per element, each a partial of that element's strings.
 * What a language leaves out is English.
 */
export type Locale = Readonly<Record<string, object>>;

interface Languages {
  readonly locales: Map<string, Locale>;
  readonly watchers: Set<() => void>;
}

/** Kept on the global object, by version: a language of one file is known to the elements of another. */
const REGISTRY = Symbol.for(`handoff-elements.locales@${VERSION}`);

function languages(): Languages {
  const holder = globalThis as { [REGISTRY]?: Languages };
  return (holder[REGISTRY] ??= { locales: new Map(), watchers: new Set() });
}

/**
 * Makes a language known to every element of the page. The modules below `handoff-elements/locales/` do this on import.
 *
 * @param lang BCP 47 tag, such as `de` or `pt-BR`.
 */
export function registerLocale(lang: string, locale: Locale): void {
  const { locales, watchers } = languages();
  locales.set(tagOf(lang).toLowerCase(), locale);
  for (const watcher of watchers) watcher();
}

/** Calls back when a language is registered, so that one that comes late still changes the page. */
export function watchLocales(onChange: () => void): () => void {
  const { watchers } = languages();
  watchers.add(onChange);
  return () => watchers.delete(onChange);
}

/** The BCP 47 tag of a language as hosts write it: a locale of POSIX or Java, such as `de_DE` or `de_DE.UTF-8`, too. */
export function tagOf(lang: string): string {
  return lang
    .trim()
    .replace(/[.@].*$/, "")
    .replaceAll("_", "-");
}

/** The group of the nearest registered language: `de-AT` falls back to `de`, then to nothing (English). */
export function localeGroup(lang: string, group: string): object | undefined {
  const { locales } = languages();
  for (let tag = lang.toLowerCase(); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf("-")))) {
    const strings = locales.get(tag)?.[group];
    if (strings) return strings;
  }
  return undefined;
}

/**
 * Lays `overrides` over `english`, deeply for records. A value of another type than the English one is dropped with a
 * warning; a function that throws or gives no text falls back, so that a translation can crash nothing.
 *
 * @param others words that `overrides` may also hold, since they are meant for another group.
 */
export function mergeStrings<S extends object>(english: S, overrides: unknown, others: object = {}): S {
  if (overrides === undefined || overrides === null) return english;
  const entries = entriesOf(overrides);
  if (!entries) {
    warnOnce("strings must be an object of words; ignored.");
    return english;
  }
  const merged: Record<string, unknown> = { ...(english as Record<string, unknown>) };
  for (const [key, value] of entries) {
    const fallback = Object.hasOwn(merged, key) ? merged[key] : undefined;
    if (value === undefined || (fallback === undefined && Object.hasOwn(others, key))) continue;
    const labels = entriesOf(value);
    if (typeof fallback === "function" && typeof value === "function") {
      merged[key] = guarded(value as TextFunction, fallback as TextFunction);
    } else if (typeof fallback === "object" && labels) {
      merged[key] = mergeLabels(fallback as object, labels);
    } else if (typeof fallback === "string" && typeof value === "string") {
      merged[key] = value;
    } else {
      warnOnce(`strings.${key} is not known or not of the right type; ignored.`);
    }
  }
  return merged as S;
}

type TextFunction = (...values: unknown[]) => string;

function guarded(override: TextFunction, fallback: TextFunction): TextFunction {
  return (...values) => {
    try {
      const text: unknown = override(...values);
      if (typeof text === "string") return text;
    } catch {
      // Falls through: the English text is better than a broken table.
    }
    return fallback(...values);
  };
}

/** Records of labels are open: a host may name statuses that we do not know. */
function mergeLabels(english: object, overrides: readonly [string, unknown][]): object {
  const texts = overrides.filter(([, value]) => typeof value === "string");
  return { ...english, ...Object.fromEntries(texts) };
}
