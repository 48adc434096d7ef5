import type { SessionList } from "../data-source.js";
import type { EndpointPart } from "./endpoint.js";

export interface HttpDataSourceOptions {
  /**
   * Where the endpoint is, such as `/api/transfers` or `https://host/api?tenant=7`; `/sessions` and so on are added to
   * its path, and its query is kept on each request. A relative one is resolved as `fetch` does, against the document.
   */
  readonly url: string | URL;
  /**
   * Where the endpoint has other paths below `url`, `{id}` being a session's id:
   * `{ sessions: "calls", session: "calls/{id}", end: "calls/{id}/close" }`. What is left out is where it usually is.
   */
  readonly paths?: Readonly<Partial<Record<EndpointPart, string>>>;
  /** Sends the requests; default the global `fetch`, looked up at each request. */
  readonly fetch?: typeof fetch;
  /** Headers for each request. A function is called for each request, so that it can give a fresh token. */
  readonly headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>);
  /** As of `fetch`; default `"same-origin"`. */
  readonly credentials?: RequestCredentials;
  /** Milliseconds from the start of a request to the end of its body; default 20 000. `Infinity`: no limit. */
  readonly timeoutMs?: number;
  /**
   * The endpoint filters, sorts and pages by itself: it is asked with the view,
   * `?text=&status=a&status=b&channel=…&provider=…&agent=…&queue=…&attention=true&sort=-duration&page=…`. What the view
   * does not say is left out; a minus is descending, and each level of a sort a parameter of its own.
   */
  readonly queries?: boolean;
  /**
   * Makes a list of what the endpoint answers to `GET {url}/sessions`, where that has a shape of its own. `text` is the
   * body as it came, for numbers with more digits than JavaScript keeps.
   */
  readonly read?: (
    body: unknown,
    text: string,
  ) => SessionList | readonly unknown[] | Promise<SessionList | readonly unknown[]>;
}
