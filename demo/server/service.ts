import type { LifecycleSettings } from "../../src/domain/session/lifecycle.js";
import type { MemoryDataSource } from "../../src/sources/memory/memory-data-source.js";
import { readControl, WELL, type Control } from "./control.js";
import { type Answer, Problem } from "./http.js";
import { Orders } from "./idempotency.js";
import { malform, shiftRow, shiftTime } from "./rows.js";

const MINUTE = 60_000;

/** Nothing here outlives its request, so nothing needs to be aborted. */
const request = { signal: new AbortController().signal };

/** The floor as HTTP shows it: lists with tags and cursors, orders that are carried out once, a clock that is off. */
export class Service {
  readonly #source: MemoryDataSource;
  readonly #orders = new Orders();
  #control: Omit<Control, "rate"> = WELL;
  /** Grows when the same floor begins to look different: what was told before is then no base for changes. */
  #look = 0;
  #saves = 0;

  constructor(source: MemoryDataSource) {
    this.#source = source;
  }

  get control(): Control {
    return { ...this.#control, rate: this.#source.rate };
  }

  change(body: Readonly<Record<string, unknown>>): Control {
    const { rate, ...rest } = readControl(body);
    const before = this.#control;
    this.#control = { ...before, ...rest };
    if ((["list", "integrations", "clock"] as const).some((name) => this.#control[name] !== before[name])) this.#look++;
    if (rate !== undefined) this.#source.setRate(rate);
    return this.control;
  }

  /** @param cursor what an earlier answer gave. @param known tags that the other side holds. */
  async list(cursor: string | undefined, known: string | undefined): Promise<Answer> {
    const { list, integrations } = this.#control;
    const plain = list === "live" && integrations === "configured";
    const [look, own] = cursor?.split("~") ?? [];
    const since = plain && look === String(this.#look) ? own : undefined;
    const answer = await this.#source.list({ ...request, ...(since === undefined ? {} : { cursor: since }) });

    const next = `${this.#look}~${answer.cursor}`;
    const headers = { ETag: `W/"${next}"` };
    if (matches(known, headers.ETag)) return { status: 304, headers };

    const serverTime = shiftTime(String(answer.serverTime), this.#shift);
    if ("changed" in answer) {
      const changed = answer.changed.map((row) => this.#show(row));
      return { status: 200, headers, body: { changed, removed: answer.removed, cursor: next, serverTime } };
    }
    const rows = list === "empty" || integrations === "none" ? [] : answer.sessions.map((row) => this.#show(row));
    const sessions = list === "malformed" ? malform(rows) : rows;
    return { status: 200, headers, body: { sessions, serverTime, ...(plain ? { cursor: next } : {}) } };
  }

  async get(id: string): Promise<Answer> {
    return { status: 200, body: this.#show(await this.#source.get(id, request)) };
  }

  /** @param key the Idempotency-Key. */
  async end(id: string, key: string | undefined): Promise<Answer> {
    return this.#orders.once(key, id, async () => {
      await this.#source.end({ id }, request);
      return this.get(id);
    });
  }

  async integrations(): Promise<Answer> {
    const all = await this.#source.integrations(request);
    return { status: 200, body: this.#control.integrations === "none" ? [] : all };
  }

  async lifecycle(): Promise<Answer> {
    return { status: 200, headers: { ETag: this.#savedTag }, body: await this.#source.lifecycle(request) };
  }

  /** @param expected the tag that the settings must still have, where the other side cares. */
  async saveLifecycle(body: Readonly<Record<string, unknown>>, expected: string | undefined): Promise<Answer> {
    if (expected !== undefined && !matches(expected, this.#savedTag)) {
      throw new Problem(412, "changed_meanwhile", "The settings were changed meanwhile.", { ETag: this.#savedTag });
    }
    const saved = await this.#source.saveLifecycle(body as LifecycleSettings, request);
    this.#saves++;
    return { status: 200, headers: { ETag: this.#savedTag }, body: saved };
  }

  get #savedTag(): string {
    return `"lifecycle-${this.#saves}"`;
  }

  /** Milliseconds by which the clock is off. */
  get #shift(): number {
    return this.#control.clock * MINUTE;
  }

  #show(row: unknown): unknown {
    return shiftRow(row, this.#shift);
  }
}

/** Whether a list of tags (or `*`) holds this one; weak and strong ones count as the same. */
function matches(list: string | undefined, tag: string): boolean {
  if (list === undefined) return false;
  return list.trim() === "*" || list.split(",").some((one) => opaque(one) === opaque(tag));
}

/** A tag without the mark of weakness. */
function opaque(tag: string): string {
  return tag.trim().replace(/^W\//, "");
}
