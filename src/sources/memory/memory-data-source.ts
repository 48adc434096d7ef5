import type { LifecycleSettings } from "../../domain/session/lifecycle.js";
import type { TransferSession } from "../../domain/session/session.js";
import {
  DataSourceError,
  type DeltaList,
  type Integration,
  type TransferDataSource,
  type WholeList,
} from "../data-source.js";
import { PROVIDER_NAMES, PROVIDERS } from "./catalogue.js";
import { Cursors } from "./cursors.js";
import { checkedLifecycle, checkedRate } from "./checks.js";
import { iso } from "./record.js";
import { Simulation } from "./simulation.js";

export interface MemoryDataSourceOptions {
  /**
   * Wire rows to start with. They are listed exactly as they are, odd ones too; they can be ended and expire by TTL
   * (except those whose time was up already), and do not move otherwise. Without this the floor starts warm.
   */
  readonly sessions?: readonly unknown[];
  /** What gives epoch milliseconds; default: the machine's clock. The simulation has no timers, only this. */
  readonly clock?: { now(): number };
  /** The same seed and the same clock readings give the same sessions. Default 1. */
  readonly seed?: number | string;
  /** New sessions per minute, 0–6000. Default 2.2, about 35 on the floor; 0 where `sessions` are given. */
  readonly rate?: number;
}

/** What {@link memoryDataSource} returns: every method of the port but `subscribe`, and a way to make it busier. */
export interface MemoryDataSource extends TransferDataSource {
  /** Since the cursor, where it is one of its own and the caller still holds a list; whole otherwise. */
  list(request: {
    signal: AbortSignal;
    cursor?: string;
    whole?: boolean;
  }): Promise<(WholeList & { cursor: string }) | DeltaList>;
  /** @throws DataSourceError `http` 404 for an id that is not listed. */
  get(id: string, request: { signal: AbortSignal }): Promise<unknown>;
  /**
   * Marks the session as ended; ending it twice is fine. With a `createdAt` it means that very session.
   *
   * @throws DataSourceError `http` 404 for a session that is not listed.
   */
  end(
    session: Pick<TransferSession, "id" | "createdAt">,
    request: { signal: AbortSignal; reason?: string },
  ): Promise<void>;
  integrations(request: { signal: AbortSignal }): Promise<Integration[]>;
  lifecycle(request: { signal: AbortSignal }): Promise<LifecycleSettings>;
  /**
   * Takes effect at once; channels that are not named keep their value.
   *
   * @throws DataSourceError `http` 422 for what is no whole number of minutes from 0 to 10080.
   */
  saveLifecycle(settings: LifecycleSettings, request: { signal: AbortSignal }): Promise<LifecycleSettings>;
  /** New sessions per minute. */
  readonly rate: number;
  /** Makes it busier or calmer from now on. @throws RangeError for a rate that is not from 0 to 6000. */
  setRate(rate: number): void;
}

/**
 * A simulated contact centre: sessions arrive, wait, are answered, wrapped up and ended; some are abandoned, some go
 * quiet and expire by TTL, some voice ones go stale, and contacts come back. For demos, stories and tests.
 *
 * What it makes is invented, `metadata` and `providerData` above all: no provider documents the real ones.
 *
 * @throws RangeError for a rate that is not from 0 to 6000, TypeError for a clock that gives no number.
 */
export function memoryDataSource(options: MemoryDataSourceOptions = {}): MemoryDataSource {
  const clock = options.clock ?? { now: () => Date.now() };
  const seed = options.seed ?? 1;
  const now = clock.now();
  if (!Number.isFinite(now)) throw new TypeError(`clock.now() must give epoch milliseconds, not ${String(now)}`);
  const rate = checkedRate(options.rate ?? (options.sessions ? 0 : 2.2));
  const simulation = new Simulation({ given: options.sessions, seed, rate, now });
  const cursors = new Cursors(seed, now);

  /** Lets everything happen that is due, then answers. */
  const present = (request?: { signal?: AbortSignal }): Simulation => {
    if (request?.signal?.aborted) {
      throw new DataSourceError("The request was aborted.", { kind: "aborted", cause: request.signal.reason });
    }
    simulation.advance(clock.now());
    return simulation;
  };

  const find = (id: string, createdAt?: number) => {
    const row = simulation.listed.find(id, createdAt);
    if (!row) throw new DataSourceError(`No session ${id} is listed.`, { kind: "http", status: 404 });
    return row;
  };

  return {
    async list(request) {
      const { listed, now } = present(request);
      const known = request?.whole ? undefined : request?.cursor;
      const since = known === undefined ? undefined : cursors.read(known);
      const changes = since === undefined ? undefined : listed.since(since);
      const cursor = cursors.write(listed.revision);
      return { ...(changes ?? { sessions: listed.whole() }), cursor, serverTime: iso(now) };
    },

    async get(id, request) {
      present(request);
      return find(id).wire;
    },

    async end(session, request) {
      present(request).end(find(session.id, session.createdAt));
    },

    async integrations(request) {
      present(request);
      return PROVIDERS.map((provider) => ({ provider, connected: true, name: PROVIDER_NAMES[provider] }));
    },

    async lifecycle(request) {
      return { ...present(request).lifecycle };
    },

    async saveLifecycle(settings, request) {
      const simulation = present(request);
      simulation.setLifecycle({ ...simulation.lifecycle, ...checkedLifecycle(settings) });
      return { ...simulation.lifecycle };
    },

    get rate() {
      return simulation.rate;
    },

    setRate(rate) {
      const checked = checkedRate(rate);
      present().setRate(checked);
    },
  };
}
