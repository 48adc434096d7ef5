import type { KnownStatus } from "../../domain/session/status.js";
import type { Life } from "./life.js";
import { PACE } from "./life.js";
import type { Random } from "./random.js";
import { wireRow, type Progress, type SessionRecord } from "./record.js";
import type { ListedRow, RuledSession } from "./listed-row.js";

/** People write less often while they wait. */
const WAITING_FACTOR = 4;

/** A session that the simulation made; it walks through its life step by step, as the clock of the floor says. */
export class SimulatedRow implements ListedRow {
  readonly expires = true;
  revision = 0;
  checkAt: number | undefined;
  session: RuledSession;
  wire: unknown;
  /** When somebody writes next, in epoch milliseconds. */
  messageAt: number | undefined;
  /** When the next step is due; `undefined` after the last. */
  stepAt: number | undefined;

  readonly #record: SessionRecord;
  readonly #life: Life;
  readonly #chatter: Random;
  #nextStep = 0;
  #progress: Progress;

  /**
   * @param at the time of creation, in epoch milliseconds.
   * @param chatter what the times of its messages are drawn from; its own, so that no other session moves them.
   */
  constructor(record: SessionRecord, life: Life, at: number, chatter: Random) {
    this.#record = record;
    this.#life = life;
    this.#chatter = chatter;
    this.#progress = {
      status: "pending",
      createdAt: at,
      updatedAt: at,
      messages: chatter.between(3, 30),
      taken: false,
    };
    this.session = this.#ruled();
    this.wire = wireRow(record, this.#progress);
    this.#plan(at);
  }

  /** Takes the step that is due. */
  step(at: number): void {
    const { status } = this.#life.steps[this.#nextStep++]!;
    this.#move(status, at);
  }

  /** Somebody writes. */
  message(at: number): void {
    this.#show({ ...this.#progress, updatedAt: at, messages: this.#progress.messages + 1 });
    this.#planMessage(at);
  }

  end(at: number): void {
    this.#nextStep = this.#life.steps.length;
    this.#move("ended", at);
  }

  #move(status: KnownStatus, at: number): void {
    this.#show({
      ...this.#progress,
      status,
      updatedAt: at,
      // A transfer that the provider refuses goes from pending to ended without ever being taken.
      taken: this.#progress.taken || status !== "ended",
      ...(status === "ended" ? { endedAt: at } : {}),
    });
    this.#plan(at);
  }

  #plan(at: number): void {
    const step = this.#life.steps[this.#nextStep];
    this.stepAt = step && this.#progress.createdAt + step.after;
    this.#planMessage(at);
  }

  #planMessage(at: number): void {
    const mean = PACE[this.#life.channel].message;
    const { status, createdAt } = this.#progress;
    this.messageAt = undefined;
    if (mean === undefined || (status !== "queued" && status !== "active")) return;
    const next = at + Math.ceil(this.#chatter.gap(status === "queued" ? mean * WAITING_FACTOR : mean));
    const silent = this.#life.silentFrom !== undefined && next >= createdAt + this.#life.silentFrom;
    if (!silent && this.stepAt !== undefined && next < this.stepAt) this.messageAt = next;
  }

  #show(progress: Progress): void {
    this.#progress = progress;
    this.session = this.#ruled();
    this.wire = wireRow(this.#record, progress);
  }

  #ruled(): RuledSession {
    const { id, provider, channel, ttlMinutes } = this.#record;
    const { status, createdAt, updatedAt } = this.#progress;
    return { id, provider, channel, status, createdAt, updatedAt, ...(ttlMinutes === undefined ? {} : { ttlMinutes }) };
  }
}
