import { attentionOf, DEFAULT_ATTENTION } from "../../../src/domain/session/attention.js";
import { effectiveLifecycle, type LifecycleSettings } from "../../../src/domain/session/lifecycle.js";
import type { QueryContext } from "../../../src/domain/query/query-context.js";
import type { SessionQuery } from "../../../src/domain/query/query.js";
import { TextRanks } from "../../../src/domain/query/text-order.js";
import type { Timers } from "../../../src/platform/environment.js";
import { browserEnvironment } from "../../../src/platform/browser-environment.js";
import type {
  Changes,
  EndOrder,
  Listing,
  Position,
  ResultPage,
  Scope,
  SessionRepository,
} from "../session-repository.js";
import type { Floor } from "./floor.js";
import { Orders } from "./idempotency.js";
import { cut, readPageToken, ResultPages, writePageToken } from "./result-pages.js";
import { scopeTest } from "./session-index.js";
import { SessionRows } from "./session-rows.js";

/** Milliseconds between two looks at the floor while somebody watches. */
const LOOK = 1000;

export interface MemoryRepositoryOptions {
  /** What gives timers; default: the machine's. */
  readonly timers?: Timers;
  /** Names the life of this repository; default: a random one. */
  readonly epoch?: string;
}

/** Keeps the sessions of a floor in memory. Before each answer it lets happen there what is due. */
export class MemoryRepository implements SessionRepository {
  readonly #floor: Floor;
  readonly #timers: Timers;
  readonly #epoch: string;
  readonly #rows = new SessionRows();
  readonly #pages = new ResultPages();
  readonly #orders = new Orders();
  readonly #ranks = new TextRanks();
  readonly #watchers = new Set<() => void>();
  #advancing: Promise<void> = Promise.resolve();
  #cancelLook: (() => void) | undefined;

  constructor(floor: Floor, { timers = browserEnvironment.timers, epoch = newEpoch() }: MemoryRepositoryOptions = {}) {
    this.#floor = floor;
    this.#timers = timers;
    this.#epoch = epoch;
  }

  now(): number {
    return this.#floor.now();
  }

  async position(): Promise<Position> {
    await this.#advance();
    return this.#position;
  }

  async list(scope: Scope): Promise<Listing> {
    await this.#advance();
    const isSeen = scopeTest(scope);
    const rows: unknown[] = [];
    for (const { wire, session } of this.#rows.all()) if (isSeen(session)) rows.push(wire);
    return { rows, position: this.#position };
  }

  async since(position: Position, scope: Scope): Promise<Changes | undefined> {
    await this.#advance();
    const [epoch, revision = "", ...rest] = position.split(".");
    if (epoch !== this.#epoch || rest.length > 0 || !/^[0-9a-z]{1,10}$/.test(revision)) return undefined;
    const changes = this.#rows.since(parseInt(revision, 36), scopeTest(scope));
    return changes && { ...changes, position: this.#position };
  }

  async query(
    query: SessionQuery,
    scope: Scope,
    page: string | undefined,
    size: number,
  ): Promise<ResultPage | undefined> {
    const token = page === undefined ? undefined : readPageToken(page);
    if (page !== undefined && !token) return undefined;
    await this.#advance();
    const key = JSON.stringify([query, scope]);
    const lifecycle = await this.#floor.lifecycle();
    const result =
      (token && this.#pages.kept(token, key)) ??
      this.#pages.current(key, this.#rows.revision, this.now(), () =>
        this.#rows.index.find(query, scope, this.#context(lifecycle)),
      );
    const { sessions, next } = cut(result, token?.from ?? 0, size);
    const isSeen = scopeTest(scope);
    const rows: unknown[] = [];
    for (const { id } of sessions) {
      const stored = this.#rows.get(id);
      // As it is now; it may have left, or be no more to be seen.
      if (stored && isSeen(stored.session)) rows.push(stored.wire);
    }
    return {
      rows,
      total: result.sessions.length,
      facets: result.facets,
      ...(next === undefined ? undefined : { nextPage: writePageToken(result, next) }),
    };
  }

  async get(id: string, scope: Scope): Promise<unknown> {
    await this.#advance();
    const stored = this.#rows.get(id);
    return stored && scopeTest(scope)(stored.session) ? stored.wire : undefined;
  }

  async end({ id, scope, reason, key }: EndOrder): Promise<unknown> {
    return this.#orders.once(key, JSON.stringify([id, scope]), async () => {
      if ((await this.get(id, scope)) === undefined) return undefined;
      await this.#floor.end(id, reason);
      return this.get(id, scope);
    });
  }

  integrations() {
    return this.#floor.integrations();
  }

  lifecycle() {
    return this.#floor.lifecycle();
  }

  saveLifecycle(settings: LifecycleSettings) {
    return this.#floor.saveLifecycle(settings);
  }

  watch(onChange: () => void): () => void {
    const watcher = () => onChange();
    this.#watchers.add(watcher);
    if (this.#watchers.size === 1) this.#look();
    return () => {
      this.#watchers.delete(watcher);
      if (this.#watchers.size === 0) this.#cancelLook?.();
    };
  }

  get #position(): Position {
    return `${this.#epoch}.${this.#rows.revision.toString(36)}`;
  }

  /** One after the other: each writes down what the one before has not. */
  #advance(): Promise<void> {
    this.#advancing = this.#advancing
      // What went wrong before was told to whoever asked then.
      .catch(() => {})
      .then(async () => {
        const before = this.#rows.revision;
        await this.#floor.advance(this.#rows);
        if (this.#rows.revision !== before) for (const watcher of this.#watchers) watcher();
      });
    return this.#advancing;
  }

  /** A floor that is looked at only when it is asked tells nobody by itself. */
  #look(): void {
    this.#cancelLook = this.#timers.after(LOOK, () => {
      void this.#advance().catch(() => {});
      this.#look();
    });
  }

  #context(lifecycle: LifecycleSettings): QueryContext {
    const now = this.now();
    const effective = effectiveLifecycle(lifecycle, undefined);
    return {
      now,
      lifecycle: effective,
      ranks: this.#ranks,
      needsAttention: (session) => attentionOf(session, now, DEFAULT_ATTENTION, effective).length > 0,
    };
  }
}

function newEpoch(): string {
  return crypto.randomUUID().slice(0, 8);
}
