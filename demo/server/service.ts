import type { LifecycleSettings } from "../../src/domain/session/lifecycle.js";
import type { SessionQuery } from "../../src/domain/query/query.js";
import type { Offer } from "../../src/sources/data-source.js";
import type { Control } from "./control.js";
import { type Answer, Problem } from "./http.js";
import { malform, shiftRow, shiftTime } from "./rows.js";
import type { Position, Scope, SessionRepository } from "./session-repository.js";
import { matches, nameOf } from "./tags.js";

const MINUTE = 60_000;

/** One that does not come to an end by itself has one here. */
const ALL = Number.MAX_SAFE_INTEGER;

export interface ServiceOptions {
  readonly repository: SessionRepository;
  /** What is wrong with the endpoint at the moment. */
  readonly control: () => Omit<Control, "rate">;
  /** What whole lists say is offered; `undefined`: they say nothing. */
  readonly offers: readonly Offer[] | undefined;
  /** Rows on a page of a list; `undefined`: lists are whole. */
  readonly pageSize: number | undefined;
}

/** What somebody asks of the list. */
export interface ListWish {
  readonly scope: Scope;
  /** What an earlier answer gave. */
  readonly cursor?: string | undefined;
  readonly query?: SessionQuery | undefined;
  readonly page?: string | undefined;
  /** Tags that the other side holds. */
  readonly known?: string | undefined;
}

/** A repository as HTTP shows it: lists with tags and cursors, and what has been ordered to go wrong. */
export class Service {
  readonly #options: ServiceOptions;
  readonly #repository: SessionRepository;
  /** Grows when the same sessions begin to look different: what was told before is then no base for changes. */
  #look = 0;
  #saves = 0;

  constructor(options: ServiceOptions) {
    this.#options = options;
    this.#repository = options.repository;
  }

  /** The same sessions look different from now on. */
  changeLook(): void {
    this.#look++;
  }

  async list(wish: ListWish): Promise<Answer> {
    const { query, page, cursor, scope } = wish;
    const { pages, cursors } = this.#control;
    if (pages === "endless") return this.#endlessPage(scope, page);
    if (query || page !== undefined || this.#options.pageSize !== undefined) return this.#page(wish);
    if (cursor === undefined || cursors === "ok") return this.#since(wish);
    if (cursors === "bare") return { status: 200, body: { changed: [], removed: [] } };
    throw new Problem(cursors, "bad_cursor", "That cursor means nothing here. This is a demonstration.");
  }

  /** What a stream is told that has been told of everything up to a message. */
  async news(id: string | undefined, scope: Scope): Promise<{ id: string; list?: unknown } | undefined> {
    const since = id === undefined ? undefined : this.#readCursor(id, scope);
    const isPlain = this.#isPlain && this.#options.pageSize === undefined;
    const changes = since === undefined ? undefined : await this.#repository.since(since, scope);
    if (!changes) return { id: this.#cursor(await this.#repository.position(), scope) };
    if (changes.changed.length === 0 && changes.removed.length === 0) return undefined;
    const next = this.#cursor(changes.position, scope);
    return isPlain ? { id: next, list: this.#delta(changes, next) } : { id: next };
  }

  async get(id: string, scope: Scope): Promise<Answer> {
    return { status: 200, body: this.#show(found(await this.#repository.get(id, scope), id)) };
  }

  /** @param key the Idempotency-Key. */
  async end(id: string, scope: Scope, reason: string | undefined, key: string | undefined): Promise<Answer> {
    return { status: 200, body: this.#show(found(await this.#repository.end({ id, scope, reason, key }), id)) };
  }

  async integrations(): Promise<Answer> {
    return { status: 200, body: this.#control.integrations === "none" ? [] : await this.#repository.integrations() };
  }

  async lifecycle(): Promise<Answer> {
    return { status: 200, headers: { ETag: this.#savedTag }, body: await this.#repository.lifecycle() };
  }

  /** @param expected the tag that the settings must still have, where the other side cares. */
  async saveLifecycle(body: Readonly<Record<string, unknown>>, expected: string | undefined): Promise<Answer> {
    if (expected !== undefined && !matches(expected, this.#savedTag)) {
      throw new Problem(412, "changed_meanwhile", "The settings were changed meanwhile.", { ETag: this.#savedTag });
    }
    const saved = await this.#repository.saveLifecycle(body as LifecycleSettings);
    this.#saves++;
    return { status: 200, headers: { ETag: this.#savedTag }, body: saved };
  }

  get #control(): Omit<Control, "rate"> {
    return this.#options.control();
  }

  /** The list shows what there is. */
  get #isPlain(): boolean {
    return this.#control.list === "live" && this.#control.integrations === "configured";
  }

  /** What changed since a cursor; the whole list for one that is not known, and without one. */
  async #since({ scope, cursor, known }: ListWish): Promise<Answer> {
    const since = cursor === undefined || !this.#isPlain ? undefined : this.#readCursor(cursor, scope);
    const changes = since === undefined ? undefined : await this.#repository.since(since, scope);
    const listing = changes ? undefined : await this.#repository.list(scope);
    const next = this.#cursor((changes ?? listing!).position, scope);
    const headers = { ETag: `W/"${next}"` };
    if (matches(known, headers.ETag)) return { status: 304, headers };
    if (changes) return { status: 200, headers, body: this.#delta(changes, next) };
    const sessions = this.#showAll(listing!.rows);
    const cursorOfAll = this.#isPlain ? { cursor: next } : undefined;
    return { status: 200, headers, body: { sessions, ...cursorOfAll, ...this.#wholeFields() } };
  }

  async #page({ scope, query = {}, page, known }: ListWish): Promise<Answer> {
    const result = await this.#repository.query(query, scope, page, this.#options.pageSize ?? ALL);
    if (!result) throw new Problem(422, "bad_page", "That is the name of no page.");
    const { total, facets, nextPage } = result;
    const body = { sessions: this.#showAll(result.rows), total, facets, ...(nextPage ? { nextPage } : undefined) };
    const headers = { ETag: `W/"${nameOf(body)}"` };
    if (matches(known, headers.ETag)) return { status: 304, headers };
    return { status: 200, headers, body: { ...body, ...this.#wholeFields() } };
  }

  async #endlessPage(scope: Scope, page: string | undefined): Promise<Answer> {
    const { rows } = await this.#repository.list(scope);
    const nextPage = String(Number(page ?? 0) + 1);
    return { status: 200, body: { sessions: this.#showAll(rows), nextPage, ...this.#wholeFields() } };
  }

  /** What stands beside the rows of a whole list. */
  #wholeFields(): object {
    const { offers } = this.#options;
    return { serverTime: this.#serverTime, ...(offers ? { offers } : undefined) };
  }

  #delta(
    changes: { readonly changed: readonly unknown[]; readonly removed: readonly string[] },
    cursor: string,
  ): object {
    const changed = changes.changed.map((row) => this.#show(row));
    return { changed, removed: changes.removed, cursor, serverTime: this.#serverTime };
  }

  /** Bound to who asks: what another may see is no base for changes. */
  #cursor(position: Position, scope: Scope): string {
    return `${this.#look}~${nameOf(scope)}~${position}`;
  }

  #readCursor(cursor: string, scope: Scope): Position | undefined {
    const [look, whose, position, ...rest] = cursor.split("~");
    const isOurs = look === String(this.#look) && whose === nameOf(scope) && rest.length === 0;
    return isOurs ? position : undefined;
  }

  get #savedTag(): string {
    return `"lifecycle-${this.#saves}"`;
  }

  get #serverTime(): string {
    return shiftTime(new Date(this.#repository.now()).toISOString(), this.#shift);
  }

  /** Milliseconds by which the clock is off. */
  get #shift(): number {
    return this.#control.clock * MINUTE;
  }

  #showAll(rows: readonly unknown[]): readonly unknown[] {
    const { list, integrations } = this.#control;
    const shown = list === "empty" || integrations === "none" ? [] : rows.map((row) => this.#show(row));
    return list === "malformed" ? malform(shown) : shown;
  }

  #show(row: unknown): unknown {
    return shiftRow(row, this.#shift);
  }
}

/** @throws Problem 404 */
function found(row: unknown, id: string): unknown {
  if (row === undefined) throw new Problem(404, "not_found", `No session ${id} is listed.`);
  return row;
}
