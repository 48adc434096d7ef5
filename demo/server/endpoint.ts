import { memoryDataSource, type MemoryDataSource } from "../../src/sources/memory/memory-data-source.js";
import { readObject } from "./body.js";
import { header, type Answer, type Incoming, type Outgoing, Problem, send } from "./http.js";
import { Patience } from "./patience.js";
import { Service } from "./service.js";

export interface EndpointOptions {
  /** The path below which it answers. Default `/api`. */
  readonly base?: string;
  /** Default: a simulated contact centre of its own. */
  readonly source?: MemoryDataSource;
}

/** A handler for Node's HTTP server, for Connect, and for Koa as `(ctx.req, ctx.res)`. */
export type EndpointHandler = (request: Incoming, response: Outgoing, next?: () => void) => void;

/**
 * An HTTP endpoint with simulated transfer sessions, for the demo and for tests.
 *
 * | below the base | |
 * | --- | --- |
 * | `GET /sessions` | the list; `ETag`, and 304 for `If-None-Match`; `?cursor=` gives what changed since |
 * | `GET /sessions/{id}` | one session |
 * | `POST /sessions/{id}/end` | ends it, answers with it; once for each `Idempotency-Key` |
 * | `GET /integrations` | `[{ provider, connected, name }]` |
 * | `GET`, `PUT /lifecycle` | minutes per channel; with `If-Match`, 412 where they were changed meanwhile |
 * | `GET`, `PUT /_control` | how it misbehaves and how busy it is: see control.ts; always answers |
 *
 * Every failure is JSON, `{ error: { code, message } }`. Other paths go to `next`, or are 404 without one.
 */
export function createEndpoint(options: EndpointOptions = {}): EndpointHandler {
  const base = (options.base ?? "/api").replace(/\/+$/, "");
  const service = new Service(options.source ?? memoryDataSource());
  const patience = new Patience();

  async function answer(request: Incoming, response: Outgoing, path: string): Promise<Answer | undefined> {
    const control = path === "/_control";
    if (!control) {
      if (!(await patience.wait(service.control.delay, response))) return undefined;
      while (service.control.answer === "never") if (!(await patience.keepSilent(response))) return undefined;
      misbehave(service.control.answer);
    }
    const result = await route(service, request, path);
    if (control && request.method === "PUT") patience.release();
    return result;
  }

  return (request, response, next) => {
    const path = (request.url ?? "/").split(/[?#]/, 1)[0]!;
    if (path !== base && !path.startsWith(`${base}/`)) {
      if (next) next();
      else send(response, new Problem(404, "not_found", "There is nothing here.").answer);
      return;
    }
    answer(request, response, path.slice(base.length))
      .then((result) => result && send(response, result))
      .catch((error: unknown) => send(response, problemOf(error).answer))
      // Only a body that JSON cannot carry, or a response that broke, gets here.
      .catch(() => response.destroy());
  };
}

function misbehave(answer: "ok" | "error" | "unauthorized" | "never"): void {
  if (answer === "error") throw new Problem(500, "internal", "The runtime is down. This is a demonstration.");
  if (answer === "unauthorized") {
    throw new Problem(401, "unauthorized", "The login has expired. This is a demonstration.", {
      "WWW-Authenticate": "Bearer",
    });
  }
}

async function route(service: Service, request: Incoming, path: string): Promise<Answer> {
  const method = request.method === "HEAD" ? "GET" : (request.method ?? "GET");
  const [resource, id, order, ...rest] = path.slice(1).split("/").map(decoded);
  const allow = (...methods: readonly string[]): void => {
    if (methods.includes(method)) return;
    throw new Problem(405, "bad_method", `${method} means nothing here.`, { Allow: methods.join(", ") });
  };

  if (resource === "sessions" && id !== undefined && order === "end" && rest.length === 0) {
    allow("POST");
    const { reason } = await readObject(request);
    if (reason !== undefined && typeof reason !== "string") throw new Problem(422, "bad_reason", "A reason is text.");
    return service.end(id, header(request, "idempotency-key"));
  }
  if (order !== undefined) throw notFound();
  if (resource === "sessions" && id !== undefined) {
    allow("GET");
    return service.get(id);
  }
  if (id !== undefined) throw notFound();
  switch (resource) {
    case "sessions":
      allow("GET");
      return service.list(queryOf(request).get("cursor") ?? undefined, header(request, "if-none-match"));
    case "integrations":
      allow("GET");
      return service.integrations();
    case "lifecycle":
      allow("GET", "PUT");
      if (method === "GET") return service.lifecycle();
      return service.saveLifecycle(await readObject(request), header(request, "if-match"));
    case "_control":
      allow("GET", "PUT");
      return { status: 200, body: method === "GET" ? service.control : service.change(await readObject(request)) };
    default:
      throw notFound();
  }
}

function queryOf(request: Incoming): URLSearchParams {
  return new URLSearchParams(request.url?.split("?").slice(1).join("?") ?? "");
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Problem(400, "bad_path", "The path is not encoded as a URL.");
  }
}

function notFound(): Problem {
  return new Problem(404, "not_found", "There is nothing here.");
}

/** A failure of the source, or of ours, as an answer. */
function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { status, message } = error as { status?: unknown; message?: unknown };
  if (typeof status === "number") return new Problem(status, status === 404 ? "not_found" : "refused", String(message));
  return new Problem(500, "internal", String(message));
}
