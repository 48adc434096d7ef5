import type { SessionTest } from "../../../src/domain/query/matcher.js";
import { readSession } from "../../../src/sources/wire/session-reader.js";
import { SessionIndex } from "./session-index.js";
import type { StoredSession } from "./stored-session.js";

/** Changes that are remembered, at least; who asks for what came before them gets the whole list. */
const REMEMBERED = 20_000;

/** One step of the log: the session before and after it. */
interface Step {
  readonly id: string;
  readonly before: StoredSession | undefined;
  readonly after: StoredSession | undefined;
}

/** The sessions that there are, the index over them, and the log of what became of them. */
export class SessionRows {
  readonly index = new SessionIndex();
  readonly #stored = new Map<string, StoredSession>();
  #log: Step[] = [];
  /** The revision before the first step of the log. */
  #logFrom = 0;
  #came = 0;

  /** Grows with each change. */
  get revision(): number {
    return this.#logFrom + this.#log.length;
  }

  /** In the order in which they came. */
  all(): IterableIterator<StoredSession> {
    return this.#stored.values();
  }

  get(id: string): StoredSession | undefined {
    return this.#stored.get(id);
  }

  /** A session came or changed. A record that is none is passed over, and so is an earlier session of an id. */
  put(wire: unknown): void {
    const { session } = readSession(wire);
    if (!session) return;
    const before = this.#stored.get(session.id);
    if (before && (before.wire === wire || (before.session.createdAt ?? 0) > (session.createdAt ?? 0))) return;
    this.#write(session.id, before, this.index.store(wire, session, before?.place ?? ++this.#came));
  }

  remove(id: string): void {
    const before = this.#stored.get(id);
    if (before) this.#write(id, before, undefined);
  }

  /** These are all sessions. */
  replaceAll(wires: readonly unknown[]): void {
    const left = new Set(this.#stored.keys());
    for (const wire of wires) {
      this.put(wire);
      const { session } = readSession(wire);
      if (session) left.delete(session.id);
    }
    for (const id of left) this.remove(id);
  }

  /**
   * What changed since a revision, for one who sees only sessions that pass a test.
   *
   * @returns `undefined` where that is too long ago, or still to come.
   */
  since(
    revision: number,
    isSeen: SessionTest,
  ): { readonly changed: readonly unknown[]; readonly removed: readonly string[] } | undefined {
    if (!(revision >= this.#logFrom && revision <= this.revision)) return undefined;
    const known = new Map<string, StoredSession | undefined>();
    const left = new Set<string>();
    for (let step = revision - this.#logFrom; step < this.#log.length; step++) {
      const { id, before, after } = this.#log[step]!;
      if (!known.has(id)) known.set(id, before);
      if (!after) left.add(id);
    }
    const removed: string[] = [];
    const changed: StoredSession[] = [];
    for (const [id, before] of known) {
      const now = this.#stored.get(id);
      const sees = now !== undefined && isSeen(now.session);
      // One that was away for a while stands at the end now.
      if (before && isSeen(before.session) && (!sees || left.has(id))) removed.push(id);
      if (sees) changed.push(now);
    }
    changed.sort((a, b) => a.place - b.place);
    return { changed: changed.map(({ wire }) => wire), removed };
  }

  #write(id: string, before: StoredSession | undefined, after: StoredSession | undefined): void {
    this.index.write(before, after);
    if (after) this.#stored.set(id, after);
    else this.#stored.delete(id);
    this.#log.push({ id, before, after });
    if (this.#log.length < 2 * REMEMBERED) return;
    this.#log = this.#log.slice(REMEMBERED);
    this.#logFrom += REMEMBERED;
  }
}
