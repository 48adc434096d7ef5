import * as z from "zod/mini";
import { cleanView, type SessionView } from "../domain/query/view.js";
import { DEFAULT_ATTENTION } from "../domain/session/attention.js";
import { describe } from "../platform/describe.js";

/** What `embed.json` says: which page is shown, and where its data comes from. */
export interface EmbedConfig {
  readonly page: "floor" | "tracker" | "summary";
  /** `"host"`: the page around the frame serves it. Otherwise the address of an endpoint, resolved against the file. */
  readonly src: string;
  /** Whose pages may be the one around the frame; only with `"host"`. */
  readonly origins?: readonly string[];
  /** Whether cookies go to `src`, as in `fetch`. */
  readonly credentials?: RequestCredentials;
  /** Values of `--handoff-…` custom properties, and of `color-scheme`. */
  readonly tokens?: Readonly<Record<string, string>>;
  /** BCP 47 tag. */
  readonly lang?: string;
  readonly view?: SessionView;
  /** Links of each session; `{id}` and the other fields of a session stand for its values. */
  readonly links?: readonly { readonly label: string; readonly href: string }[];
  /** Seconds. */
  readonly attention?: Readonly<Record<string, number>>;
}

/** Says in one sentence what is wrong with the configuration, and where. */
export class ConfigError extends Error {}

/** A value that was refused, in the words that end "must be …". */
const wanted = (words: string) => ({
  error: ({ input }: { input?: unknown }) => `must be ${words}, not ${describe(input)}`,
});

const ORIGIN = 'an origin, such as "https://console.example"';

const text = z.string(wanted("a text"));
const label = text.check(z.minLength(1, wanted("a text")));
const HTTP = "an http(s) address without a password";
const address = z.string(wanted(HTTP)).check(z.refine(isHttp, wanted(HTTP)));
const TAG = 'a BCP 47 tag, such as "de"';
const tag = z.string(wanted(TAG)).check(z.refine(isTag, wanted(TAG)));
const origin = z.string(wanted(ORIGIN)).check(z.refine(isOrigin, wanted(ORIGIN)));

const CONFIG = z.strictObject(
  {
    page: z.enum(["floor", "tracker", "summary"], wanted('"floor", "tracker" or "summary"')),
    src: address,
    origins: z.optional(z.array(origin, wanted("a list of origins"))),
    credentials: z.optional(z.enum(["omit", "same-origin", "include"], wanted('"omit", "same-origin" or "include"'))),
    tokens: z.optional(
      z.record(
        z.string().check(z.regex(/^(--handoff-[\w-]+|color-scheme)$/, "is no custom property of the elements")),
        text,
        wanted("an object of custom properties"),
      ),
    ),
    lang: z.optional(tag),
    view: z.optional(z.unknown()),
    links: z.optional(
      z.array(z.strictObject({ label, href: address }, wanted("{ label, href }")), wanted("a list of links")),
    ),
    attention: z.optional(
      z.record(
        z.string().check(z.refine((name) => Object.hasOwn(DEFAULT_ATTENTION, name), "is no threshold")),
        z.number(wanted("a number of seconds")).check(z.gte(0, wanted("a number of seconds, 0 or more"))),
        wanted("an object of seconds"),
      ),
    ),
  },
  wanted("an object"),
);

/**
 * Reads what a configuration file holds.
 *
 * @param name of the file, for the sentence.
 * @throws ConfigError
 */
export function readConfig(value: unknown, name: string): EmbedConfig {
  const { data, error } = CONFIG.safeParse(value);
  if (!data) throw new ConfigError(`${name}: ${sentenceOf(error.issues[0]!)}.`);
  const { view: given, ...config } = data;
  const { view, problems } = cleanView(given);
  if (problems.length > 0) throw new ConfigError(`${name}: view: ${problems[0]}`);
  if (config.src === "host" && !config.origins?.length) {
    throw new ConfigError(`${name}: with src "host", origins must name the pages that may hold the frame.`);
  }
  if (config.page === "tracker" && config.src !== "host") {
    throw new ConfigError(`${name}: with page "tracker", src must be "host": the SDK is the host's.`);
  }
  return { ...config, view } as EmbedConfig;
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const place = issue.path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .slice(1);
  if (issue.code === "unrecognized_keys") return `${[place, issue.keys[0]].filter(Boolean).join(".")} is not known`;
  // Of a record's key, what is wrong with it lies within.
  if (issue.code === "invalid_key") return `${place} ${issue.issues[0]!.message}`;
  return place === "" ? `it ${issue.message}` : `${place} ${issue.message}`;
}

/** Where `src` or a link leads to, whatever it is relative to. */
function isHttp(value: string): boolean {
  const url = attemptUrl(value, "https://base.invalid/");
  return value.trim() !== "" && /^https?:$/.test(url?.protocol ?? "") && !url!.username && !url!.password;
}

function isTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length > 0;
  } catch {
    return false;
  }
}

function isOrigin(value: string): boolean {
  try {
    return new URL(value).origin === value;
  } catch {
    return false;
  }
}

/**
 * Where the configuration is: `embed.json` beside the page, or what `?config=` names on the same origin. A link to the
 * page cannot choose where data comes from.
 *
 * @param page address of the page.
 * @throws ConfigError
 */
export function configAddress(page: string): URL {
  const name = new URL(page).searchParams.get("config") ?? "embed.json";
  const { origin } = new URL(page);
  const url = name === "" ? undefined : attemptUrl(name, page);
  if (url?.origin === origin && /^https?:$/.test(url.protocol)) return url;
  throw new ConfigError(`?config= must name a file of ${origin}, not ${describe(name)}.`);
}

function attemptUrl(name: string, base: string): URL | undefined {
  try {
    return new URL(name, base);
  } catch {
    return undefined;
  }
}
