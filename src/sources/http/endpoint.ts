import { DataSourceError } from "../data-source.js";

export type Parameter = readonly [name: string, value: string | undefined];

/** Where each thing is below the base; `{id}` stands for a session's id. */
const PATHS = {
  sessions: "sessions",
  session: "sessions/{id}",
  end: "sessions/{id}/end",
  integrations: "integrations",
  lifecycle: "lifecycle",
  events: "events",
};

/** A thing of an endpoint that has an address. */
export type EndpointPart = keyof typeof PATHS;

/** The addresses below one base. */
export interface Endpoint {
  /**
   * @param query parameters added to those of the base; an `undefined` one is left out.
   * @throws DataSourceError for an id that no address can carry.
   */
  at(part: EndpointPart, query?: readonly Parameter[], id?: string): string;
}

/**
 * Takes the base address apart. It stays text and may be relative: only `fetch` knows what it is relative to.
 *
 * @param changed paths in place of the usual ones.
 * @throws TypeError where it can be no address of an HTTP endpoint, or a path none below it.
 */
export function endpointOf(url: unknown, changed: Readonly<Partial<Record<EndpointPart, string>>> = {}): Endpoint {
  const text = url instanceof URL ? url.href : url;
  if (typeof text !== "string" || text.trim() === "") throw new TypeError("httpDataSource: url must be a URL.");
  check(text);
  const [address = ""] = text.trim().split("#", 1);
  const mark = address.indexOf("?");
  const path = (mark < 0 ? address : address.slice(0, mark) || ".").replace(/\/+$/, "");
  const own = mark < 0 ? "" : address.slice(mark + 1);
  const paths = pathsOf(changed);
  return {
    at(part, query = [], id = "") {
      const [below, search] = paths[part]
        .replace(/^\/+/, "")
        .replace("{id}", () => segmentOf(id))
        .split("?", 2);
      const added = new URLSearchParams();
      for (const [name, value] of query) if (value !== undefined) added.append(name, value);
      const searches = [own, search, added.toString()].filter(Boolean).join("&");
      return `${path}/${below}${searches && `?${searches}`}`;
    },
  };
}

function pathsOf(changed: Readonly<Partial<Record<string, string>>>): typeof PATHS {
  const paths: Record<string, string> = { ...PATHS };
  for (const [part, path] of Object.entries(changed)) {
    if (path === undefined) continue;
    // What is no text has no such method, and another name no such path.
    if (path?.includes?.("{id}") !== paths[part]?.includes("{id}")) {
      throw new TypeError(`httpDataSource: paths.${part} is unknown, or no path with its {id}.`);
    }
    paths[part] = path;
  }
  return paths as typeof PATHS;
}

function check(text: string): void {
  let parsed: URL;
  try {
    parsed = new URL(text, "https://base.invalid/");
  } catch (cause) {
    throw new TypeError(`httpDataSource: ${JSON.stringify(text)} is no URL.`, { cause });
  }
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:") {
    throw new TypeError(`httpDataSource: url must be http(s), not ${parsed.protocol}`);
  }
  if (parsed.username || parsed.password) {
    // `fetch` refuses such an address, at every request; and it would put the password into logs.
    throw new TypeError("httpDataSource: url must not hold a user name or password.");
  }
}

/**
 * One segment of a path that stands for an id, whatever characters it has.
 *
 * @throws DataSourceError `invalid` for an id that no path can carry: an empty one and the two that mean "here" and
 * "above" even when encoded would reach another resource; half a surrogate pair has no encoding.
 */
function segmentOf(id: string): string {
  if (id === "" || id === "." || id === "..") throw unaddressable(id);
  try {
    return encodeURIComponent(id);
  } catch (cause) {
    throw unaddressable(id, cause);
  }
}

function unaddressable(id: string, cause?: unknown): DataSourceError {
  return new DataSourceError(`The id ${JSON.stringify(id)} cannot stand in a URL.`, { kind: "invalid", cause });
}
