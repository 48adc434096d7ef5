import { property } from "../../platform/property.js";
import type { TransferSession } from "../../domain/session/session.js";
import type { LifecycleSettings } from "../../domain/session/lifecycle.js";
import {
  DataSourceError,
  failureOf,
  type Integration,
  type ListRequest,
  type SessionList,
  type TransferDataSource,
} from "../data-source.js";
import { readIntegrations } from "../wire/integrations-reader.js";
import { readLifecycle } from "../wire/lifecycle-reader.js";
import { readList } from "../wire/list-reader.js";
import { ChangeEvents } from "./change-events.js";
import { type Endpoint, endpointOf } from "./endpoint.js";
import { parseExactly } from "./exact-rows.js";
import { IdempotencyKeys } from "./idempotency-keys.js";
import { ListText } from "./list-text.js";
import { ListValidator } from "./list-validator.js";
import { browserHttpEnvironment, type HttpEnvironment } from "./http-environment.js";
import type { HttpDataSourceOptions } from "./options.js";
import { queryParameters } from "./query-parameters.js";
import { checkNoPage, Conditions, type HttpAnswer, jsonOf, openEvents, sender } from "./request.js";

/** What {@link httpDataSource} makes: it has every method. */
export type HttpDataSource = Required<TransferDataSource>;

/**
 * A data source over HTTP and JSON.
 *
 * | request | means |
 * | --- | --- |
 * | `GET {url}/sessions` | the list; with `If-None-Match` once the answer had an `ETag` (304: unchanged), with `?cursor=` once it had a `cursor` (changes since), with `?page=` for a further page; with `queries`, what the view asks for |
 * | `GET {url}/sessions/{id}` | one session |
 * | `POST {url}/sessions/{id}/end` | ends it; body `{ reason? }`; `Idempotency-Key`, the same for a further try after a failure that left the outcome open |
 * | `GET {url}/integrations` | `[{ provider, connected, name? }]` |
 * | `GET`, `PUT {url}/lifecycle` | `{ chat: 30, … }` minutes; a `PUT` may answer with the settings or with nothing, and carries `If-Match` where the last `GET` had a strong `ETag` (412: somebody was faster) |
 * | `GET {url}/events` | server-sent events, asked for only where a list has `events: true` beside its `sessions`, or `"events"` in its `offers`; with `Last-Event-ID` on return; a message has no data, or a list in JSON |
 *
 * `paths` puts others in the place of these. Ids are URL-encoded. A `POST` or `PUT` that is redirected fails, and so does one that is answered with an HTML page.
 *
 * `serverTime` is what the body says. The `Date` header is not used for it: it is cut to whole seconds, a cache may have
 * kept it, and across origins it is hidden.
 *
 * All methods reject with a `DataSourceError`: `network` (not reached, or broken off), `timeout`, `unauthorized` (401,
 * 403), `http` (any other status that is no success; also 404 or 501 for what the endpoint does not offer), `invalid`
 * (no JSON, or JSON of another shape), `aborted`. `retryAfterMs` is set from `Retry-After`.
 *
 * @throws TypeError where `url` can be no address of an HTTP endpoint, `paths` has another name or no path, or `timeoutMs`
 * is no positive number.
 */
export function httpDataSource(options: HttpDataSourceOptions): HttpDataSource {
  return httpDataSourceIn(browserHttpEnvironment, options);
}

/**
 * @internal The same with the clock and the timers given.
 */
export function httpDataSourceIn(environment: HttpEnvironment, options: HttpDataSourceOptions): HttpDataSource {
  const endpoint = endpointOf(options.url, options.paths);
  const { timeoutMs = 20_000 } = options;
  if (typeof timeoutMs !== "number" || !(timeoutMs > 0)) {
    throw new TypeError("httpDataSource: timeoutMs must be a positive number of milliseconds.");
  }
  const send = sender(options, timeoutMs, environment);
  const keys = new IdempotencyKeys();
  const conditions = new Conditions(send);
  const validator = new ListValidator();
  const events = new ChangeEvents({
    clock: environment.clock,
    timers: environment.timers,
    open: (signal, headers) =>
      openEvents({ url: endpoint.at("events"), signal, headers }, options, timeoutMs, environment),
    // Who takes a hint holds another list than the one that the ETag names.
    onHint: () => validator.forget(),
  });
  /** Names the lifecycle settings that were read last. */
  let settingsTag: string | undefined;

  return {
    queries: options.queries === true,

    list: lister(endpoint, conditions, options.read, validator, (advertised) => events.advertise(advertised)),

    async get(id: string, { signal }: { signal: AbortSignal }): Promise<unknown> {
      return send({ url: endpoint.at("session", [], id), signal }, (answer) => jsonOf(answer, parseExactly));
    },

    async end(session: TransferSession, request: { signal: AbortSignal; reason?: string }): Promise<void> {
      const { signal, reason } = request;
      const url = endpoint.at("end", [], session.id);
      const body = reason === undefined ? {} : { reason };
      await keys.run(session, (key) =>
        send({ method: "POST", url, signal, body, headers: { "Idempotency-Key": key } }, checkNoPage),
      );
    },

    async integrations({ signal }: { signal: AbortSignal }): Promise<readonly Integration[]> {
      return send({ url: endpoint.at("integrations"), signal }, (answer) => readIntegrations(jsonOf(answer)));
    },

    async lifecycle({ signal }: { signal: AbortSignal }): Promise<LifecycleSettings> {
      return send({ url: endpoint.at("lifecycle"), signal }, (answer) => {
        const settings = readLifecycle(jsonOf(answer));
        settingsTag = strongTagOf(answer);
        return settings;
      });
    },

    async saveLifecycle(
      settings: LifecycleSettings,
      { signal }: { signal: AbortSignal },
    ): Promise<LifecycleSettings | void> {
      const request = { method: "PUT", url: endpoint.at("lifecycle"), signal, body: settings } as const;
      const condition = settingsTag === undefined ? undefined : { "If-Match": settingsTag };
      return conditions.send(request, condition, (answer) => {
        settingsTag = strongTagOf(answer);
        return savedSettings(answer);
      });
    },

    subscribe: (onChange) => events.subscribe(onChange),
  };
}

function lister(
  endpoint: Endpoint,
  conditions: Conditions,
  read: HttpDataSourceOptions["read"],
  validator: ListValidator,
  advertise: (events: unknown) => void,
): HttpDataSource["list"] {
  const texts = new ListText();
  // A host's `read` may do with a body what it likes, and a page is no later state of the one before.
  const readText = read ? undefined : (text: string) => texts.read(text);
  return async ({ signal, cursor, query = {}, page, whole }: ListRequest) => {
    const url = endpoint.at("sessions", [...queryParameters(query), ["cursor", cursor], ["page", page]]);
    if (whole) validator.forget();
    const etag = validator.etagFor(url);
    const condition = etag ? { "If-None-Match": etag } : undefined;
    const received = await conditions.send({ url, signal }, condition, (answer) =>
      receiveList(answer, read, page === undefined ? readText : undefined),
    );
    if (!received) {
      if (etag) {
        advertise(undefined);
        return { unchanged: true };
      }
      throw new DataSourceError("The server answered 304 to a request for the whole list.", {
        kind: "invalid",
        status: 304,
      });
    }
    const isPage = page !== undefined || received.isPage;
    validator.hold(url, isPage ? null : received.etag, signal);
    advertise(received.events);
    return received.list;
  };
}

interface ReceivedList {
  readonly list: SessionList | readonly unknown[];
  readonly isPage: boolean;
  readonly etag: string | null;
  readonly events: unknown;
}

/** @returns `undefined` for a 304. */
async function receiveList(
  answer: HttpAnswer,
  read: HttpDataSourceOptions["read"],
  readText: ((text: string) => unknown) | undefined,
): Promise<ReceivedList | undefined> {
  if (answer.status === 304) return undefined;
  const body = jsonOf(answer, readText);
  const list = read ? await readForeign(read, body, answer.text) : asFresh(body);
  const reading = readList(list);
  return {
    list: list as SessionList | readonly unknown[],
    isPage: reading.kind === "whole" && reading.nextPage !== undefined,
    etag: answer.headers.get("etag"),
    events: eventsOf(body) ?? eventsOf(list),
  };
}

/**
 * A body was made for this answer; what a host's `read` returns may be kept by the host. Hidden, since the answer is
 * given as it came.
 */
function asFresh(body: unknown): unknown {
  return typeof body === "object" && body !== null ? Object.defineProperty(body, "fresh", { value: true }) : body;
}

async function readForeign(
  read: NonNullable<HttpDataSourceOptions["read"]>,
  body: unknown,
  text: string,
): Promise<unknown> {
  try {
    return await read(body, text);
  } catch (cause) {
    // The host's function may say more of what is wrong, such as `unauthorized`; a bare error is a body of a wrong shape.
    const { message, ...failure } = failureOf(cause);
    const kind = failure.kind === "network" ? "invalid" : failure.kind;
    throw new DataSourceError(`The answer could not be read. ${message}`, { ...failure, kind, cause });
  }
}

/** A weak tag is no use for `If-Match`: it never matches. */
function strongTagOf({ headers }: HttpAnswer): string | undefined {
  const tag = headers.get("etag");
  return tag === null || tag.startsWith("W/") ? undefined : tag;
}

/** The settings that the server says it has saved; it need not say. */
function savedSettings(answer: HttpAnswer): LifecycleSettings | undefined {
  checkNoPage(answer);
  try {
    return readLifecycle(jsonOf(answer));
  } catch {
    return undefined;
  }
}

function eventsOf(list: unknown): unknown {
  const offers = property(list, "offers");
  return Array.isArray(offers) ? offers.includes("events") : property(list, "events");
}
