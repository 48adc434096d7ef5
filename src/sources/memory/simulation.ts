import { DEFAULT_LIFECYCLE, expiryOf, type LifecycleSettings } from "../../domain/session/lifecycle.js";
import { EventQueue } from "../../platform/due-queue.js";
import { ListedRows } from "./listed-rows.js";
import { GivenRow } from "./given-row.js";
import { drawLife, ENDED_STAYS, lengthOf, LONGEST_LIFE, type Life } from "./life.js";
import { Random } from "./random.js";
import { drawIdentity, drawRecord } from "./record.js";
import type { ListedRow } from "./listed-row.js";
import { SimulatedRow } from "./simulated-row.js";

const MINUTE = 60_000;

/** What a session is drawn from: nothing else decides what becomes of it. */
type Key = readonly (string | number)[];

/** Times are epoch milliseconds. */
type SimulationEvent =
  /** A minute begins: its arrivals are drawn. */
  | { readonly kind: "minute"; readonly at: number }
  | {
      readonly kind: "arrival";
      readonly at: number;
      /** When the contact first came. */
      readonly cameAt: number;
      readonly key: Key;
      readonly life: Life;
      readonly again: boolean;
    }
  | { readonly kind: "step" | "message"; readonly at: number; readonly row: SimulatedRow }
  | { readonly kind: "expiry" | "leave"; readonly at: number; readonly row: ListedRow };

export interface SimulationOptions {
  /** Rows as they are; without them the floor is warm: as if it had been running for long. */
  readonly given: readonly unknown[] | undefined;
  readonly seed: number | string;
  /** New sessions per minute. */
  readonly rate: number;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * The simulated contact centre. It has no timers: {@link advance} makes happen whatever is due by then, each event at
 * its own time, so what a list shows does not depend on how often anybody looks. Every minute and every session draws
 * from a generator of its own, so neither does it depend on what happened to others.
 */
export class Simulation {
  readonly listed = new ListedRows();
  readonly #queue = new EventQueue<SimulationEvent>();
  readonly #seed: number | string;
  #rate: number;
  /** How often the rate was set: sessions of two rates in one minute must not be the same ones. */
  #phase = 0;
  #now: number;
  #lifecycle: LifecycleSettings = { ...DEFAULT_LIFECYCLE };

  constructor({ given, seed, rate, now }: SimulationOptions) {
    this.#seed = seed;
    this.#rate = rate;
    this.#now = now;
    for (const wire of given ?? []) this.#enter(new GivenRow(wire, now));
    if (given) {
      this.#drawMinute(now);
      this.#queue.add({ kind: "minute", at: minuteOf(now) + MINUTE });
    } else {
      this.#queue.add({ kind: "minute", at: minuteOf(now - LONGEST_LIFE) });
    }
    this.#run();
  }

  /** Epoch milliseconds up to which everything has happened. */
  get now(): number {
    return this.#now;
  }

  get rate(): number {
    return this.#rate;
  }

  get lifecycle(): LifecycleSettings {
    return this.#lifecycle;
  }

  /** Makes everything happen that is due at `now` or before. A clock that goes back changes nothing. */
  advance(now: number): void {
    if (!(now > this.#now) || !Number.isFinite(now)) return;
    this.#now = now;
    this.#run();
  }

  end(row: ListedRow): void {
    if (row.session?.status === "ended") return;
    row.end(this.#now);
    this.#changed(row);
  }

  /** From now on; who has come stays. */
  setRate(rate: number): void {
    this.#rate = rate;
    this.#phase++;
    this.#queue.drop((event) => event.kind === "arrival" && event.cameAt > this.#now);
    this.#drawMinute(this.#now);
  }

  /** At once: what has outlived the new settings leaves now. */
  setLifecycle(settings: LifecycleSettings): void {
    this.#lifecycle = settings;
    for (const row of this.listed.rows) this.#watch(row);
    this.#run();
  }

  #run(): void {
    for (;;) {
      const event = this.#queue.takeDue(this.#now);
      if (!event) return;
      this.#happen(event);
    }
  }

  #happen(event: SimulationEvent): void {
    switch (event.kind) {
      case "minute": {
        this.#drawMinute(event.at);
        // After a long sleep, nobody who came before this can still be here.
        const next = Math.max(event.at + MINUTE, minuteOf(this.#now - LONGEST_LIFE));
        this.#queue.add({ kind: "minute", at: next });
        return;
      }
      case "arrival":
        this.#arrive(event);
        return;
      case "step":
        if (!this.listed.has(event.row) || event.row.stepAt !== event.at) return;
        event.row.step(event.at);
        this.#changed(event.row);
        return;
      case "message":
        if (!this.listed.has(event.row) || event.row.messageAt !== event.at) return;
        event.row.message(event.at);
        this.listed.touch(event.row);
        this.#planMessage(event.row);
        return;
      case "expiry":
        this.#checkExpiry(event.row, event.at);
        return;
      case "leave":
        this.listed.remove(event.row);
    }
  }

  /** Draws who comes in the minute of `from`, after `from`. */
  #drawMinute(from: number): void {
    if (this.#rate <= 0) return;
    const start = minuteOf(from);
    const random = new Random(this.#seed, this.#phase, start);
    const mean = MINUTE / this.#rate;
    let at = start;
    for (let index = 0; ; index++) {
      at += random.gap(mean);
      if (at >= start + MINUTE) return;
      const cameAt = Math.floor(at);
      if (cameAt < from) continue;
      const key = [this.#seed, this.#phase, start, index];
      const life = drawLife(new Random(...key, "life"));
      this.#expect({ kind: "arrival", at: cameAt, cameAt, key, life, again: false });
      if (life.comesBackAfter === undefined) continue;
      const second = drawLife(new Random(...key, "again"), life);
      this.#expect({ kind: "arrival", at: cameAt + life.comesBackAfter, cameAt, key, life: second, again: true });
    }
  }

  /** Plans an arrival, unless the session would have come and gone by now, unseen. */
  #expect(arrival: Extract<SimulationEvent, { kind: "arrival" }>): void {
    if (arrival.at + lengthOf(arrival.life) > this.#now) this.#queue.add(arrival);
  }

  #arrive({ at, key, life, again }: Extract<SimulationEvent, { kind: "arrival" }>): void {
    if (at + lengthOf(life) <= this.#now) return;
    const identity = drawIdentity(new Random(...key, "identity"), life);
    if (again) {
      // The platform keeps one session per id: the new one takes the place of the old.
      const before = this.listed.find(identity.id);
      if (before) this.listed.remove(before);
    }
    const part = again ? "second" : "first";
    const record = drawRecord(new Random(...key, part, "record"), identity, life);
    this.#enter(new SimulatedRow(record, life, at, new Random(...key, part, "chatter")));
  }

  #enter(row: ListedRow): void {
    this.listed.add(row);
    this.#watch(row);
    this.#plan(row);
  }

  #changed(row: ListedRow): void {
    this.listed.touch(row);
    this.#plan(row);
    const { session } = row;
    if (session?.status === "ended") this.#queue.add({ kind: "leave", at: session.updatedAt! + ENDED_STAYS, row });
  }

  #plan(row: ListedRow): void {
    if (!(row instanceof SimulatedRow)) return;
    if (row.stepAt !== undefined) this.#queue.add({ kind: "step", at: row.stepAt, row });
    this.#planMessage(row);
  }

  #planMessage(row: SimulatedRow): void {
    if (row.messageAt !== undefined) this.#queue.add({ kind: "message", at: row.messageAt, row });
  }

  #expiryOf({ expires, session }: ListedRow): number | undefined {
    return expires && session && session.status !== "ended" ? expiryOf(session, this.#lifecycle) : undefined;
  }

  /** Plans to look at the expiry of a row. One look is planned at a time: messages only ever move expiry on. */
  #watch(row: ListedRow): void {
    const at = this.#expiryOf(row);
    if (at === undefined || (row.checkAt !== undefined && row.checkAt <= at)) return;
    row.checkAt = at;
    this.#queue.add({ kind: "expiry", at, row });
  }

  #checkExpiry(row: ListedRow, at: number): void {
    if (row.checkAt !== at || !this.listed.has(row)) return;
    row.checkAt = undefined;
    const expiry = this.#expiryOf(row);
    if (expiry !== undefined && expiry <= at) this.listed.remove(row);
    else this.#watch(row);
  }
}

function minuteOf(time: number): number {
  return Math.floor(time / MINUTE) * MINUTE;
}
