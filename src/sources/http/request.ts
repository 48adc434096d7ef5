import { withDeadline } from "../../platform/deadline.js";
import { DataSourceError, failureOf } from "../data-source.js";
import type { HttpEnvironment } from "./http-environment.js";
import type { HttpDataSourceOptions } from "./options.js";
import { retryAfterOf } from "./retry-after.js";

interface HttpRequest {
  readonly method?: "GET" | "POST" | "PUT";
  readonly url: string;
  readonly signal: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** An answer of status 2xx, or 304. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The whole body. */
  readonly text: string;
}

/** @param receive what is done with the answer; it counts as part of the request, so it must end in time as well. */
export type Send = <T>(request: HttpRequest, receive: (answer: HttpAnswer) => T | Promise<T>) => Promise<T>;

/**
 * Sends requests that may carry a condition. Across origins a server may tell an `ETag` and not allow to ask by it: then
 * the request passes only without, and so do all after it.
 */
export class Conditions {
  readonly #send: Send;
  #pass = true;

  constructor(send: Send) {
    this.#send = send;
  }

  /** @param condition the header, absent where there is no tag to ask by. */
  async send<T>(
    request: HttpRequest,
    condition: Readonly<Record<string, string>> | undefined,
    receive: (answer: HttpAnswer) => T | Promise<T>,
  ): Promise<T> {
    if (!condition || !this.#pass) return this.#send(request, receive);
    try {
      return await this.#send({ ...request, headers: { ...request.headers, ...condition } }, receive);
    } catch (error) {
      // An answer that broke off had passed.
      const { kind, status } = failureOf(error);
      if (kind !== "network" || status !== undefined) throw error;
      const answer = await this.#send(request, receive);
      this.#pass = false;
      return answer;
    }
  }
}

/** Makes the one function through which all requests of a source go. */
export function sender(options: HttpDataSourceOptions, timeoutMs: number, environment: HttpEnvironment): Send {
  const late = () => new DataSourceError(`No full answer within ${timeoutMs / 1000} s.`, { kind: "timeout" });
  const { timers } = environment;
  return (request, receive) =>
    withDeadline(async (signal) => receive(await send(request, signal, options, environment)), {
      timers,
      limit: timeoutMs,
      late,
      caller: request.signal,
      aborted: ({ reason: cause }) => new DataSourceError("The request was aborted.", { kind: "aborted", cause }),
    });
}

/** @throws DataSourceError where no answer came. */
async function respond(request: HttpRequest, signal: AbortSignal, options: HttpDataSourceOptions): Promise<Response> {
  const headers = await headersOf(request, options);
  // The request may have been given up while the host's token was on its way.
  signal.throwIfAborted();
  // Called as a plain function: the platform's `fetch` refuses to be the method of another object.
  const fetch = options.fetch ?? globalThis.fetch;
  return attempt("The server could not be reached.", () =>
    fetch(request.url, {
      method: request.method ?? "GET",
      headers,
      signal,
      // What a monitor shows must be what is so now; the answer's ETag is held here and not in the browser's cache.
      cache: "no-store",
      // Following would turn an order into a GET of some page, such as a login, whose 200 would pass for its success.
      redirect: request.method === undefined || request.method === "GET" ? "follow" : "error",
      ...(options.credentials === undefined ? undefined : { credentials: options.credentials }),
      ...(request.body === undefined ? undefined : { body: JSON.stringify(request.body) }),
    }),
  );
}

/**
 * Asks for a stream of server-sent events, with the headers of every request. The time limit holds until it begins.
 *
 * @throws DataSourceError also for an answer that is no such stream.
 */
export async function openEvents(
  { signal, ...request }: HttpRequest,
  options: HttpDataSourceOptions,
  timeoutMs: number,
  { timers, clock }: HttpEnvironment,
): Promise<ReadableStream<Uint8Array>> {
  const given = new AbortController();
  const giveUp = () => given.abort();
  signal.addEventListener("abort", giveUp);
  const cancel = timeoutMs === Infinity ? undefined : timers.after(timeoutMs, giveUp);
  try {
    const response = await respond({ ...request, signal }, given.signal, options);
    if (response.ok && response.body && response.headers.get("content-type")?.startsWith("text/event-stream")) {
      return response.body;
    }
    discard(response);
    throw refusal(response, clock.now());
  } finally {
    cancel?.();
  }
}

async function send(
  request: HttpRequest,
  signal: AbortSignal,
  options: HttpDataSourceOptions,
  environment: HttpEnvironment,
): Promise<HttpAnswer> {
  const response = await respond(request, signal, options);
  // A fetch of the host's may give anything.
  const status = (response as Partial<Response> | undefined)?.status;
  return attempt(
    "The answer broke off.",
    async () => {
      if (!response.ok && response.status !== 304) {
        discard(response);
        throw refusal(response, environment.clock.now());
      }
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
    status,
  );
}

/**
 * For an answer to an order, which needs no body.
 *
 * @throws DataSourceError `invalid` for a page: it comes from something that answers every address so, not from an
 * endpoint that has carried the order out.
 */
export function checkNoPage({ headers, status }: HttpAnswer): void {
  if (!headers.get("content-type")?.toLowerCase().startsWith("text/html")) return;
  throw new DataSourceError("The answer is a page.", { kind: "invalid", status });
}

/** @throws DataSourceError `invalid` where the body is no JSON, such as the page of a login that came instead. */
export function jsonOf(answer: HttpAnswer, parse: (text: string) => unknown = JSON.parse): unknown {
  try {
    return parse(answer.text);
  } catch (cause) {
    throw new DataSourceError("The answer is no JSON.", { kind: "invalid", status: answer.status, cause });
  }
}

async function headersOf(request: HttpRequest, options: HttpDataSourceOptions): Promise<Headers> {
  return attempt("The headers for the request could not be made.", async () => {
    const given = options.headers;
    const headers = new Headers(typeof given === "function" ? await given() : given);
    if (!headers.has("accept")) headers.set("accept", "application/json");
    if (request.body !== undefined) headers.set("content-type", "application/json");
    for (const [name, value] of Object.entries(request.headers ?? {})) headers.set(name, value);
    return headers;
  });
}

/** What the host's own functions throw keeps the kind that it states; a bare error is a request that failed. */
async function attempt<T>(sentence: string, act: () => Promise<T>, status?: number): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    if (cause instanceof DataSourceError && cause.kind !== "aborted") throw cause;
    const { message, ...failure } = failureOf(cause);
    // What the caller aborted has been rejected as such by now; any other abort is a connection that failed.
    const kind = failure.kind === "aborted" ? "network" : failure.kind;
    throw new DataSourceError(`${sentence} ${message}`, {
      ...(status === undefined ? undefined : { status }),
      ...failure,
      kind,
      cause,
    });
  }
}

function refusal(response: Response, now: number): DataSourceError {
  const { status } = response;
  const retryAfterMs = retryAfterOf(response.headers, now);
  const reason = response.statusText && ` ${response.statusText}`;
  return new DataSourceError(`The server answered ${status}${reason}.`, {
    kind: status === 401 || status === 403 ? "unauthorized" : "http",
    status,
    ...(retryAfterMs === undefined ? undefined : { retryAfterMs }),
  });
}

/** Frees the connection of an answer whose body nobody reads. */
function discard(response: Response): void {
  response.body?.cancel().catch(() => {
    // It has broken off already.
  });
}
