import { DEFAULT_LIFECYCLE, type LifecycleSettings } from "../../../src/domain/session/lifecycle.js";
import { SESSION_STATUSES } from "../../../src/domain/session/status.js";
import type { Integration } from "../../../src/sources/data-source.js";
import { PROVIDER_NAMES, PROVIDERS } from "../../../src/sources/memory/catalogue.js";
import { checkedLifecycle } from "../../../src/sources/memory/checks.js";
import { providerSessionId } from "../../../src/sources/memory/identifiers.js";
import { drawLife } from "../../../src/sources/memory/life.js";
import { Random } from "../../../src/sources/memory/random.js";
import { drawIdentity, iso } from "../../../src/sources/memory/record.js";
import type { Floor } from "./floor.js";
import type { SessionRows } from "./session-rows.js";

const SECOND = 1000;
const HOUR = 3_600_000;

/** Steps that are made up for after nobody has asked for a while; what would have happened before is nobody's business. */
const MOST_STEPS = 2_000;

export interface LargeFloorOptions {
  readonly count: number;
  readonly clock?: { now(): number };
  /** Sessions that take a step each second. Default 20. */
  readonly pace?: number;
}

type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly status: string };

/**
 * As many sessions as a large company has: some take their next step each second, and when one has ended another comes in
 * its place. Its rows are plain; nothing waits, expires or goes stale by a plan, as it does in the simulated contact centre.
 */
export class LargeFloor implements Floor {
  readonly #count: number;
  readonly #clock: { now(): number };
  readonly #pace: number;
  readonly #random = new Random("large");
  readonly #ended: string[] = [];
  /** Ids by place, so that one can be picked. */
  readonly #ids: string[] = [];
  #lifecycle: LifecycleSettings = DEFAULT_LIFECYCLE;
  #advancedTo: number | undefined;

  constructor({ count, clock = { now: () => Date.now() }, pace = 20 }: LargeFloorOptions) {
    this.#count = count;
    this.#clock = clock;
    this.#pace = pace;
  }

  now(): number {
    return this.#clock.now();
  }

  async advance(rows: SessionRows): Promise<void> {
    const now = this.#clock.now();
    if (this.#advancedTo === undefined) {
      for (let place = 0; place < this.#count; place++)
        this.#arrive(rows, place, now - this.#random.between(0, 8 * HOUR));
      this.#advancedTo = now;
    }
    for (const id of this.#ended.splice(0)) {
      const row = rows.get(id)?.wire as Row | undefined;
      if (row) rows.put({ ...row, status: "ended", updatedAt: iso(now), endedAt: iso(now) });
    }
    const seconds = Math.floor((now - this.#advancedTo) / SECOND);
    if (seconds <= 0) return;
    this.#advancedTo += seconds * SECOND;
    const steps = Math.min(seconds * this.#pace, MOST_STEPS);
    for (let step = 0; step < steps; step++) this.#step(rows, this.#random.between(0, this.#count - 1), now);
  }

  async end(id: string): Promise<void> {
    this.#ended.push(id);
  }

  async integrations(): Promise<readonly Integration[]> {
    return PROVIDERS.map((provider) => ({ provider, connected: true, name: PROVIDER_NAMES[provider] }));
  }

  async lifecycle(): Promise<LifecycleSettings> {
    return { ...this.#lifecycle };
  }

  async saveLifecycle(settings: LifecycleSettings): Promise<LifecycleSettings> {
    this.#lifecycle = { ...this.#lifecycle, ...checkedLifecycle(settings) };
    return this.lifecycle();
  }

  /** @param at when it was created; somebody who came long ago is further on. */
  #arrive(rows: SessionRows, place: number, at: number): void {
    const random = this.#random;
    const life = drawLife(random);
    const { id, contactId, agentName, agentId, queue } = drawIdentity(random, life);
    const now = this.#clock.now();
    const status =
      at === now ? "pending" : random.weighted({ pending: 2, queued: 18, active: 60, post_agent: 12, ended: 8 });
    const updatedAt = random.between(at, now);
    this.#ids[place] = id;
    rows.put({
      id,
      contactId,
      agentName,
      agentId,
      provider: life.provider,
      channel: life.channel,
      status,
      ...(queue === undefined ? undefined : { queue }),
      providerSessionId: providerSessionId(random, life.provider, life.channel),
      createdAt: iso(at),
      updatedAt: iso(updatedAt),
      ...(status === "ended" ? { endedAt: iso(updatedAt) } : undefined),
    });
  }

  #step(rows: SessionRows, place: number, now: number): void {
    const row = rows.get(this.#ids[place]!)!.wire as Row;
    const next = SESSION_STATUSES[(SESSION_STATUSES as readonly string[]).indexOf(row.status) + 1];
    if (next === undefined) {
      rows.remove(row.id);
      this.#arrive(rows, place, now);
      return;
    }
    rows.put({ ...row, status: next, updatedAt: iso(now), ...(next === "ended" ? { endedAt: iso(now) } : undefined) });
  }
}
