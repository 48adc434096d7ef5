import { effectiveLifecycle, type LifecycleSettings } from "../../domain/session/lifecycle.js";
import type { SessionQuery } from "../../domain/query/query.js";
import { sessionKey, type TransferSession } from "../../domain/session/session.js";
import { DataSourceError, failureOf, type Offer, type TransferDataSource } from "../../sources/data-source.js";
import { offers, tellOffers } from "../../sources/offers.js";
import { Departures } from "./mass-departure.js";
import { Lingerer } from "./lingering.js";
import { Poller } from "./poller.js";
import type { Environment } from "../../platform/environment.js";
import { late, PATIENCE } from "../in-time.js";
import { ServerClock } from "./server-clock.js";
import { SessionHistory } from "./session-history.js";
import { SessionEndings, type EndResult, type EndSessionOptions } from "./session-endings.js";
import { NO_CHANGES, SessionLedger, type SessionChanges } from "./session-ledger.js";
import type { Reading } from "./row-reading.js";
import type { SessionSnapshot } from "./session-snapshot.js";
import { ANSWER_READY, listenTo } from "./listen-to.js";
import { fetchList, type ListWish } from "./fetch-list.js";
import { SourceSettings } from "./source-settings.js";
import { DEFAULT_POLL_INTERVAL, Subscribers, type SessionListener, type SubscribeOptions } from "./subscribers.js";
import { WaitHistory } from "./wait-history.js";
import { readList, type ListReading } from "../../sources/wire/list-reader.js";

/** An answer and its records, read but not yet taken. */
interface Answer {
  readonly list: ListReading;
  readonly readings: readonly Reading[];
}

export type { SessionSnapshot } from "./session-snapshot.js";
export type { SessionListener, SubscribeOptions } from "./subscribers.js";

export interface SessionStoreOptions {
  /** Milliseconds a row is kept after it left the list. Default 30 000. */
  readonly linger?: number;
  /** Milliseconds that the source itself allows a request. A poll is given up after the larger of this and 60 s. */
  readonly timeout?: number;
  /** For a source that answers queries itself: this store holds the answer to this one. */
  readonly query?: SessionQuery;
}

const DEFAULT_LINGER = 30_000;

/**
 * Keeps the last good list of one data source, polls it, and tells subscribers what changed. The first subscriber
 * starts it, the last one stops it. Get it with `sessionStoreFor`, so that a source has only one.
 */
export class SessionStore {
  readonly source: TransferDataSource;
  readonly environment: Environment;
  /** The statuses that sessions were seen to pass through. */
  readonly history = new SessionHistory();
  /** How long contacts have waited, as far as the list showed it. */
  readonly waits = new WaitHistory();
  readonly #ledger = new SessionLedger();
  readonly #poller: Poller<Answer>;
  readonly #lingerer: Lingerer;
  readonly #endings: SessionEndings;
  readonly #settings: SourceSettings;
  readonly #serverClock: ServerClock;
  readonly #departures = new Departures();
  readonly #subscribers: Subscribers;
  #snapshot: SessionSnapshot;
  #cursor: string | undefined;
  readonly #query: SessionQuery | undefined;
  #pages = 1;
  /** What the last whole answer said of what it is a part of. */
  #extent: Pick<SessionSnapshot, "hasMore" | "total" | "facets"> = {};
  #answered = false;
  #error: unknown;
  #failed = false;
  #unauthorized = false;
  #updatedAt: number | undefined;
  #failedAt: number | undefined;
  #running = false;
  #stopListening: (() => void) | undefined;
  /** What the last answer did, until the subscribers are told. */
  #changes = NO_CHANGES;

  constructor(source: TransferDataSource, environment: Environment, options: SessionStoreOptions = {}) {
    this.source = source;
    this.environment = environment;
    this.#query = options.query;
    this.#subscribers = new Subscribers(environment);
    this.#serverClock = new ServerClock(environment.clock);
    this.#lingerer = new Lingerer({
      timers: environment.timers,
      linger: options.linger ?? DEFAULT_LINGER,
      onDrop: () => {
        this.#lingerer.sweep(environment.clock.now());
        this.#publish();
      },
    });
    this.#settings = new SourceSettings(source, () => this.#publish());
    this.#endings = new SessionEndings({
      source,
      timers: environment.timers,
      onChange: () => this.#publish(),
      onEnded: () => void this.#poller.replace(),
    });
    this.#poller = new Poller<Answer>({
      environment,
      sight: this.#subscribers,
      limit: Math.max(options.timeout ?? 0, PATIENCE),
      ask: async (signal, maxAge) => {
        const list = await fetchList(source, signal, { ...this.#wish(), maxAge, warn: environment.warn });
        return { list, readings: this.#read(list) };
      },
      // The poller says at once that something changed, when it also knows what comes next: one answer, one piece of news.
      accept: (answer) => {
        this.#accept(answer);
        this.#failed = false;
        this.#error = undefined;
        this.#unauthorized = false;
        // Not before: a list may say that there are none.
        this.#settings.askIfDue();
      },
      fail: (error) => this.#fail(error),
      onChange: () => this.#publish(),
      makeTimeout: late,
    });
    this.#snapshot = this.#take();
  }

  get snapshot(): SessionSnapshot {
    return this.#snapshot;
  }

  /** Nobody is subscribed and nothing is under way. */
  get isIdle(): boolean {
    return this.#subscribers.size === 0 && !this.#running && !this.#poller.polling;
  }

  /** The server's clock, in epoch milliseconds: what durations and expiries are measured by. */
  now(): number {
    return this.#serverClock.now();
  }

  /** The session of that id; of several, the one created last. */
  find(id: string): TransferSession | undefined {
    return this.#ledger.latest(id);
  }

  /** Whether the source has a method for it, and has not said that there is nothing behind. */
  offers(offer: Exclude<Offer, "events">): boolean {
    return offers(this.source, offer);
  }

  /** Whether this very record is in the list: what changed is another object. */
  holds(session: TransferSession): boolean {
    return this.#ledger.get(session) === session;
  }

  /**
   * @returns what ends the subscription. The last one to leave stops the polling, a moment later, so that an element
   *   that is only moved in the document does not lose its request.
   */
  subscribe(listener: SessionListener, options: SubscribeOptions = {}): () => void {
    const leave = this.#subscribers.add(listener, options);
    this.#poller.follow(this.#subscribers);
    this.#start();
    return () => {
      if (!leave()) return;
      if (this.#subscribers.size > 0) this.#poller.follow(this.#subscribers);
      else void Promise.resolve().then(() => this.#stopIfAlone());
    };
  }

  /**
   * Polls now, or joins a poll under way; works while paused, hidden or offline, and leaves that as it was.
   *
   * @returns settles when the answer is in the snapshot, or has failed; never rejects.
   */
  refresh(): Promise<void> {
    this.#settings.expire();
    return this.#poller.refresh();
  }

  /** Holds polling back for every element on this store. `refresh()` still works. */
  pause(): void {
    this.#poller.pause();
  }

  resume(): void {
    this.#poller.resume();
  }

  /** Asks the source to end a session; a new poll follows. Never rejects: the result says how it went. */
  end(session: TransferSession, options?: EndSessionOptions): Promise<EndResult> {
    return this.#endings.end(session, options);
  }

  /** Polls with a new request in place of one under way, which may have been answered before something was done. */
  pollAnew(): Promise<void> {
    return this.#poller.replace();
  }

  /** Takes settings that were saved a moment ago for what the source says, without asking it again. */
  adoptLifecycle(settings: LifecycleSettings): void {
    this.#settings.adoptLifecycle(settings);
  }

  /** A person has read the note of a mass departure. */
  dismissDeparture(): void {
    if (this.#departures.dismiss()) this.#publish();
  }

  /** Asks for one page more, now and with each poll. Settles like {@link refresh}. */
  loadMore(): Promise<void> {
    if (!this.#extent.hasMore) return Promise.resolve();
    this.#pages++;
    this.#cursor = undefined;
    return this.#poller.replace();
  }

  #wish(): ListWish {
    const whole = !this.#answered;
    const cursor = this.#cursor;
    const dropCursor = () => void (this.#cursor = undefined);
    if (this.#query === undefined) return { cursor, whole, dropCursor };
    // Changes since a cursor tell nothing of where a page begins and ends.
    return { cursor: this.#pages > 1 ? undefined : cursor, whole, dropCursor, query: this.#query, pages: this.#pages };
  }

  #start(): void {
    if (this.#running) return;
    this.#running = true;
    const now = this.environment.clock.now();
    const age = now - (this.#updatedAt ?? -Infinity);
    if (age >= DEFAULT_POLL_INTERVAL || age < 0) this.#settings.expire();
    this.#lingerer.sweep(now);
    this.#stopListening = listenTo(this.source, (hint) => this.#onPush(hint), this.environment);
    this.#poller.start();
  }

  #stopIfAlone(): void {
    if (this.#subscribers.size > 0 || !this.#running) return;
    this.#running = false;
    this.#poller.stop();
    this.#lingerer.rest();
    this.#settings.stop();
    this.#stopListening?.();
    this.#stopListening = undefined;
  }

  #onPush(hint: unknown): void {
    // A poll under way may have been answered before the change and would undo what the hint says: ask once more. So
    // where one is due: what it is to tell came before the hint. And what changed somewhere says nothing of a page.
    const ready = hint === ANSWER_READY;
    if (
      ready ||
      hint === undefined ||
      hint === null ||
      this.#poller.polling ||
      this.#poller.pushed ||
      this.#poller.paused ||
      this.#query ||
      !this.#answered
    ) {
      this.#poller.push(ready);
      return;
    }
    try {
      const list = readList(hint);
      // A page is not the list.
      if (!("nextPage" in list)) {
        this.#accept({ list, readings: this.#read(list) });
        this.#publish();
        return;
      }
    } catch {
      // The poll will tell what it was meant to say.
    }
    this.#poller.push();
  }

  #read(list: ListReading): readonly Reading[] {
    if (list.kind === "unchanged") return [];
    return list.kind === "whole"
      ? this.#ledger.readWhole(list.rows, list.fresh === true)
      : this.#ledger.readChanged(list.rows, list.fresh === true);
  }

  #accept({ list: answer, readings }: Answer): void {
    if (!this.#answered && answer.kind !== "whole") {
      throw new DataSourceError("The data source told changes to a list that it never gave.", { kind: "invalid" });
    }
    const now = this.environment.clock.now();
    this.#serverClock.observe(answer.serverTime);
    let changes = NO_CHANGES;
    if (answer.kind === "whole") {
      tellOffers(this.source, answer.offers);
      changes = this.#ledger.replaceAll(answer.rows, answer.fresh, readings);
      this.#cursor = answer.cursor;
      const { nextPage, total, facets } = answer;
      this.#extent = {
        ...(nextPage !== undefined && { hasMore: true }),
        ...(total !== undefined && { total }),
        ...(facets && { facets }),
      };
    } else if (answer.kind === "delta") {
      changes = this.#ledger.apply(answer.rows, answer.removed, answer.fresh, readings);
      this.#cursor = answer.cursor;
    }
    // A row that leaves a page is somewhere else, not gone.
    const isPage = this.#query !== undefined;
    this.history.observe(isPage ? { ...changes, removed: [] } : changes, this.now());
    if (!isPage) this.#observe(changes, now);
    this.#answered = true;
    this.#updatedAt = now;
    this.#changes = changes;
    this.#endings.reconcile((session) => this.#ledger.get(session));
  }

  /** What the answer says of sessions that left, and of how long they waited. */
  #observe(changes: SessionChanges, now: number): void {
    this.#lingerer.update(changes.removed, changes.added, now, this.now(), this.#lifecycle);
    this.waits.observe(changes, this.now());
    // What was ended from here has not left by itself.
    const endings = this.#endings.snapshot;
    const left = changes.removed.filter((session) => !endings.has(sessionKey(session)));
    this.#departures.observe(left, this.#ledger.sessions.length, now);
  }

  /** The source's settings over those of the first subscriber that brought some. */
  get #lifecycle(): LifecycleSettings {
    return effectiveLifecycle(this.#settings.lifecycle, this.#subscribers.lifecycle);
  }

  #fail(error: unknown): { halt: boolean; retryAfterMs: number | undefined; heard: boolean } {
    const { kind, status, retryAfterMs } = failureOf(error);
    this.#failed = true;
    this.#failedAt = this.environment.clock.now();
    this.#error = error;
    this.#unauthorized = kind === "unauthorized" || status === 401 || status === 403;
    return { halt: this.#unauthorized, retryAfterMs, heard: status !== undefined };
  }

  #take(): SessionSnapshot {
    const { nextAt, paused, polling } = this.#poller;
    const { integrations, lifecycle } = this.#settings;
    const departure = this.#departures.last;
    return {
      status: this.#answered ? "ready" : this.#running || polling ? "loading" : "idle",
      sessions: this.#ledger.sessions,
      lingering: this.#lingerer.list,
      ...this.#extent,
      quarantined: this.#ledger.quarantined,
      stale: this.#failed && this.#answered,
      paused,
      polling,
      unauthorized: this.#unauthorized,
      endings: this.#endings.snapshot,
      ...(this.#failed ? { error: this.#error, failedAt: this.#failedAt! } : undefined),
      ...(this.#updatedAt === undefined ? undefined : { updatedAt: this.#updatedAt }),
      ...(nextAt === undefined ? undefined : { nextPollAt: nextAt }),
      ...(integrations === undefined ? undefined : { integrations }),
      ...(lifecycle === undefined ? undefined : { lifecycle }),
      ...(departure === undefined ? undefined : { departure }),
    };
  }

  #publish(): void {
    this.#snapshot = this.#take();
    const changes = this.#changes;
    this.#changes = NO_CHANGES;
    this.#subscribers.tell(() => this.#snapshot, changes);
  }
}
