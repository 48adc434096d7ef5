import { property } from "../platform/property.js";
import type { LifecycleSettings } from "../domain/session/lifecycle.js";
import { maskMessage } from "../domain/json/masks/mask-message.js";
import type { SessionQuery } from "../domain/query/query.js";
import type { TransferSession } from "../domain/session/session.js";

/**
 * The port through which sessions come in and orders go out. A host implements it (a plain object is enough), or takes
 * one of the adapters. Everything that it returns is read: nothing here is trusted.
 *
 * Every method reports failure by throwing (rejecting), best with a {@link DataSourceFailure}. What an optional method
 * would do is hidden from people where the method is missing.
 */
export interface TransferDataSource {
  /** `true`: `list` answers `query` and `page` itself. */
  readonly queries?: boolean;
  list(request: ListRequest): Promise<SessionList | readonly unknown[]>;
  /** One session in full, as a wire row. */
  get?(id: string, request: { signal: AbortSignal }): Promise<unknown>;
  end?(session: TransferSession, request: { signal: AbortSignal; reason?: string }): Promise<void>;
  /** Push. Polling stays as the net. Returns what ends the subscription. */
  subscribe?(onChange: (hint?: SessionList) => void): () => void;
  integrations?(request: { signal: AbortSignal }): Promise<readonly Integration[]>;
  lifecycle?(request: { signal: AbortSignal }): Promise<LifecycleSettings>;
  saveLifecycle?(settings: LifecycleSettings, request: { signal: AbortSignal }): Promise<LifecycleSettings | void>;
}

export interface ListRequest {
  readonly signal: AbortSignal;
  /** What the source gave with its last answer. Means *since*, never a page. */
  readonly cursor?: string;
  readonly query?: SessionQuery;
  /** `nextPage` of the answer before. */
  readonly page?: string;
  /** The caller holds no list to which an `unchanged` or a delta could apply: only a whole list tells it anything. */
  readonly whole?: boolean;
  /**
   * Milliseconds. An answer that old will do, for a source that keeps them: the poll is merely due. Absent where somebody
   * wants to know how things are now.
   */
  readonly maxAge?: number;
}

/** An answer of `list`; a plain array is accepted as `{ sessions }`. */
export type SessionList = WholeList | DeltaList | UnchangedList;

/** Counts by field and value. */
export type Facets = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What a source need not have. `events`: it tells by itself when something changed. */
export type Offer = "get" | "end" | "integrations" | "lifecycle" | "events";

/** The whole list, or one page of it. */
export interface WholeList {
  readonly sessions: readonly unknown[];
  /**
   * Nobody else holds the rows and nobody will change them, as when they have just come from `JSON.parse`: spares a copy
   * of each. Without it a source may hand the same objects out again, changed in place, and is seen to have changed them.
   */
  readonly fresh?: boolean;
  readonly cursor?: string;
  readonly nextPage?: string;
  /** ISO 8601 text or epoch milliseconds. */
  readonly serverTime?: string | number;
  readonly total?: number;
  /**
   * Of a source that answers queries: by field (`status`, `channel`, `provider`, `agent`, `queue`) and value (`""` for
   * none) how many sessions pass all filters but that of the field itself.
   */
  readonly facets?: Facets;
  /**
   * What the source offers: what is left out is neither asked for nor shown. Without it, what a request for
   * `integrations`, `lifecycle` or a session of the list answers with 404, 405 or 501 is not asked for again.
   */
  readonly offers?: readonly Offer[];
}

/** What changed since `cursor`. `removed` (all rows of each id) applies before `changed`. */
export interface DeltaList {
  readonly changed: readonly unknown[];
  readonly removed: readonly string[];
  /** As in {@link WholeList}. */
  readonly fresh?: boolean;
  readonly cursor: string;
  readonly serverTime?: string | number;
}

export interface UnchangedList {
  readonly unchanged: true;
  readonly serverTime?: string | number;
}

/** A provider that the project has, or could have, a connection to. */
export interface Integration {
  readonly provider: string;
  readonly connected: boolean;
  readonly name?: string;
}

export type DataSourceErrorKind = "network" | "timeout" | "http" | "unauthorized" | "invalid" | "aborted";

/**
 * What a thrown value may carry to say more than a bare `Error`. It is recognised by these fields and not by its
 * class, so that two copies of the package understand each other.
 */
export interface DataSourceFailure {
  readonly kind: DataSourceErrorKind;
  /** HTTP status. */
  readonly status?: number;
  /** Milliseconds that the other side asked to be left alone. */
  readonly retryAfterMs?: number;
}

export interface DataSourceErrorOptions extends DataSourceFailure {
  readonly cause?: unknown;
}

/** The error that the adapters of this package throw. */
export class DataSourceError extends Error implements DataSourceFailure {
  override readonly name = "DataSourceError";
  readonly kind: DataSourceErrorKind;
  readonly status?: number;
  readonly retryAfterMs?: number;

  constructor(message: string, options: DataSourceErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = options.kind;
    if (options.status !== undefined) this.status = options.status;
    if (options.retryAfterMs !== undefined) this.retryAfterMs = options.retryAfterMs;
  }
}

const KINDS: ReadonlySet<unknown> = new Set<DataSourceErrorKind>([
  "network",
  "timeout",
  "http",
  "unauthorized",
  "invalid",
  "aborted",
]);

/** What the platform itself throws: `fetch` and `AbortSignal.timeout` reject with a `DOMException` of these names. */
const KIND_OF_NAME: ReadonlyMap<unknown, DataSourceErrorKind> = new Map([
  ["AbortError", "aborted"],
  ["TimeoutError", "timeout"],
]);

/**
 * Says what a thrown value means, whoever threw it and whatever it is. A known `kind` wins; then an HTTP `status`
 * (401 and 403 are `unauthorized`, other errors `http`); then the names `AbortError` and `TimeoutError`; anything else
 * counts as `network`. Never throws, and its `message` is never empty; credentials in it are masked, since it is shown.
 */
export function failureOf(thrown: unknown): DataSourceFailure & { readonly message: string } {
  const kind = property(thrown, "kind");
  const status = countOf(property(thrown, "status"));
  const retryAfterMs = countOf(property(thrown, "retryAfterMs"));
  return {
    kind: KINDS.has(kind) ? (kind as DataSourceErrorKind) : kindWithout(status, property(thrown, "name")),
    ...(status === undefined ? undefined : { status }),
    ...(retryAfterMs === undefined ? undefined : { retryAfterMs }),
    message: messageOf(thrown),
  };
}

function kindWithout(status: number | undefined, name: unknown): DataSourceErrorKind {
  if (status === 401 || status === 403) return "unauthorized";
  if (status !== undefined && status >= 400) return "http";
  return KIND_OF_NAME.get(name) ?? "network";
}

function messageOf(thrown: unknown): string {
  const message = typeof thrown === "string" ? thrown : property(thrown, "message");
  return typeof message === "string" && message.trim() !== "" ? maskMessage(message) : "The data source failed.";
}

function countOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : undefined;
}
