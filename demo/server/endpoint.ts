import { browserEnvironment } from "../../src/platform/browser-environment.js";
import type { Timers } from "../../src/platform/environment.js";
import type { Offer } from "../../src/sources/data-source.js";
import { memoryDataSource, type MemoryDataSource } from "../../src/sources/memory/memory-data-source.js";
import { readObject } from "./body.js";
import { allowOrigins } from "./cors.js";
import { EventStreams } from "./event-streams.js";
import { header, type Answer, type Incoming, type Outgoing, Problem, send } from "./http.js";
import { MemoryRepository } from "./memory/memory-repository.js";
import { SimulatedFloor } from "./memory/simulated-floor.js";
import { Patience } from "./patience.js";
import { readQuery } from "./query-params.js";
import { Service } from "./service.js";
import type { Scope, SessionRepository } from "./session-repository.js";
import { Trouble, type Pace } from "./trouble.js";

const OFFERS: readonly Offer[] = ["get", "end", "integrations", "lifecycle", "events"];

export interface EndpointOptions {
  /** The path below which it answers. Default `/api`. */
  readonly base?: string;
  /** Default: a simulated contact centre of its own. Not looked at where there is a `repository`. */
  readonly source?: MemoryDataSource;
  /** What keeps the sessions. Default: one in memory, over `source`. */
  readonly repository?: SessionRepository;
  /** What there is besides the list; the rest is 404. Default: everything. */
  readonly offers?: readonly Offer[];
  /** Whether lists say what is offered. Default true. */
  readonly tellsOffers?: boolean;
  /** Rows on a page. Default: lists are whole, and tell changes since a cursor; with it, they have pages and no cursor. */
  readonly pageSize?: number;
  /** What the sender of a request may see. Default: everything. May throw a `Problem`, such as 401. */
  readonly scopeOf?: (request: Incoming) => Scope | Promise<Scope>;
  /** Other origins whose pages may ask. Default: none. */
  readonly origins?: readonly string[] | "*";
  readonly timers?: Timers;
}

/** A handler for Node's HTTP server, for Connect, and for Koa as `(ctx.req, ctx.res)`. */
export type EndpointHandler = (request: Incoming, response: Outgoing, next?: () => void) => void;

/**
 * A server of the HTTP protocol (docs/http.md) over any repository of sessions, for the demo and for tests.
 *
 * | below the base | |
 * | --- | --- |
 * | `GET /sessions` | the list; `ETag`, and 304 for `If-None-Match`; `?cursor=` gives what changed since |
 * | `GET /sessions?text=&status=…&sort=…&page=…` | what a query finds, with `total` and `facets`: see query-params.ts |
 * | `GET /sessions/{id}` | one session |
 * | `POST /sessions/{id}/end` | ends it, answers with it; once for each `Idempotency-Key` |
 * | `GET /events` | server-sent events: what changed, or only that something did; from `Last-Event-ID` on |
 * | `GET /integrations` | `[{ provider, connected, name }]` |
 * | `GET`, `PUT /lifecycle` | minutes per channel; with `If-Match`, 412 where they were changed meanwhile |
 * | `GET`, `PUT /_control` | how it misbehaves and how busy it is: see control.ts; always answers |
 *
 * Every failure is JSON, `{ error: { code, message } }`. Other paths go to `next`, or are 404 without one.
 */
export function createEndpoint(options: EndpointOptions = {}): EndpointHandler {
  const base = (options.base ?? "/api").replace(/\/+$/, "");
  const router = new Router(options);
  return (request, response, next) => {
    const path = (request.url ?? "/").split(/[?#]/, 1)[0]!;
    if (path !== base && !path.startsWith(`${base}/`)) {
      if (next) next();
      else send(response, new Problem(404, "not_found", "There is nothing here.").answer);
      return;
    }
    router
      .answer(request, response, path.slice(base.length))
      .then((result) => result && send(response, result))
      .catch((error: unknown) => send(response, problemOf(error).answer))
      // Only a body that JSON cannot carry, or a response that broke, gets here.
      .catch(() => response.destroy());
  };
}

/** Takes requests apart, and has them answered. */
class Router {
  readonly #service: Service;
  readonly #trouble: Trouble;
  readonly #streams: EventStreams;
  readonly #patience = new Patience();
  readonly #offers: readonly Offer[];
  readonly #scopeOf: NonNullable<EndpointOptions["scopeOf"]>;
  readonly #origins: NonNullable<EndpointOptions["origins"]>;

  constructor(options: EndpointOptions) {
    const { offers = OFFERS, tellsOffers = true, timers = browserEnvironment.timers, pageSize } = options;
    const { repository, pace } = sessionsOf(options, timers);
    this.#offers = offers;
    this.#scopeOf = options.scopeOf ?? (() => ({}));
    this.#origins = options.origins ?? [];
    this.#streams = new EventStreams(timers, (onChange) => repository.watch(onChange));
    this.#trouble = new Trouble(pace, () => {
      this.#service.changeLook();
      this.#streams.catchUp();
    });
    this.#service = new Service({
      repository,
      control: () => this.#trouble.control,
      offers: tellsOffers ? offers : undefined,
      pageSize,
    });
  }

  /** @returns `undefined` where there is nothing more to send. */
  async answer(request: Incoming, response: Outgoing, path: string): Promise<Answer | undefined> {
    const { control } = this.#trouble;
    if (allowOrigins(this.#origins, control.conditions === "ok", request, response)) return undefined;
    const [resource, ...rest] = path.slice(1).split("/").map(decoded);
    if (resource === "_control" && rest.length === 0) return this.#answerControl(request);
    if (!(await this.#patience.wait(control.delay, response))) return undefined;
    while (this.#trouble.control.answer === "never") {
      if (!(await this.#patience.keepSilent(response))) return undefined;
    }
    this.#trouble.check();
    if (resource === "sessions") return this.#answerSessions(request, rest);
    if (rest.length > 0) throw notFound();
    switch (resource) {
      case "events":
        return this.#answerEvents(request, response);
      case "integrations":
        this.#require("integrations");
        allow(request, "GET");
        return this.#service.integrations();
      case "lifecycle":
        this.#require("lifecycle");
        if (allow(request, "GET", "PUT") === "GET") return this.#service.lifecycle();
        return this.#service.saveLifecycle(await readObject(request), header(request, "if-match"));
      default:
        throw notFound();
    }
  }

  async #answerControl(request: Incoming): Promise<Answer> {
    if (allow(request, "GET", "PUT") === "GET") return { status: 200, body: this.#trouble.control };
    const body = this.#trouble.change(await readObject(request));
    this.#patience.release();
    return { status: 200, body };
  }

  async #answerSessions(request: Incoming, [id, order, ...rest]: readonly string[]): Promise<Answer> {
    const scope = await this.#scopeOf(request);
    if (id === undefined) {
      allow(request, "GET");
      const params = queryOf(request);
      return this.#service.list({
        scope,
        cursor: params.get("cursor") ?? undefined,
        page: params.get("page") ?? undefined,
        query: readQuery(params),
        known: header(request, "if-none-match"),
      });
    }
    if (order === undefined) {
      this.#require("get");
      allow(request, "GET");
      return this.#service.get(id, scope);
    }
    if (order !== "end" || rest.length > 0) throw notFound();
    this.#require("end");
    allow(request, "POST");
    const { reason } = await readObject(request);
    if (reason !== undefined && typeof reason !== "string") throw new Problem(422, "bad_reason", "A reason is text.");
    return this.#service.end(id, scope, reason, header(request, "idempotency-key"));
  }

  async #answerEvents(request: Incoming, response: Outgoing): Promise<undefined> {
    this.#require("events");
    allow(request, "GET");
    const scope = await this.#scopeOf(request);
    const lastId = header(request, "last-event-id");
    await this.#streams.open(response, lastId, (id) => this.#service.news(id, scope));
  }

  /** @throws Problem 404 for what is left out. */
  #require(offer: Offer): void {
    if (!this.#offers.includes(offer)) throw notFound();
  }
}

function sessionsOf(options: EndpointOptions, timers: Timers): { repository: SessionRepository; pace: Pace } {
  if (options.repository) return { repository: options.repository, pace: STEADY };
  const source = options.source ?? memoryDataSource();
  return { repository: new MemoryRepository(new SimulatedFloor(source), { timers }), pace: source };
}

/** Of a floor that nobody can make busier. */
const STEADY: Pace = {
  rate: 0,
  setRate() {
    throw new Problem(422, "bad_control", "Nobody can make this floor busier.");
  },
};

/** @returns the method, `GET` for a `HEAD`. @throws Problem 405 */
function allow(request: Incoming, ...methods: readonly string[]): string {
  const method = request.method === "HEAD" ? "GET" : (request.method ?? "GET");
  if (methods.includes(method)) return method;
  throw new Problem(405, "bad_method", `${method} means nothing here.`, { Allow: methods.join(", ") });
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
  const { status, code, message } = error as { status?: unknown; code?: unknown; message?: unknown };
  if (typeof status !== "number") return new Problem(500, "internal", String(message));
  return new Problem(
    status,
    typeof code === "string" ? code : status === 404 ? "not_found" : "refused",
    String(message),
  );
}
