import type { Environment } from "../../platform/environment.js";
import { failureOf, type SessionList } from "../data-source.js";
import { parseExactly } from "./exact-rows.js";
import { readList } from "../wire/list-reader.js";

export type OnChange = (hint?: SessionList) => void;

/**
 * The least time between two breaks after which a stream returns by itself, and between two that an answer of the list
 * has opened.
 */
const GAP = 30_000;

/** Milliseconds that a broken stream is left alone, at least. */
const SHORTEST_RETRY = 1_000;

/** Statuses that say that there is no stream, and will be none. */
const NO_STREAM: ReadonlySet<unknown> = new Set([204, 404, 405, 501]);

export interface ChangeEventsOptions extends Pick<Environment, "clock" | "timers"> {
  /** Asks for the stream. @param headers besides those of every request. @throws DataSourceError */
  open(signal: AbortSignal, headers: Readonly<Record<string, string>>): Promise<ReadableStream<Uint8Array>>;
  /** Called before the listeners are told of a list. */
  onHint(): void;
}

/**
 * The stream of server-sent events at `{url}/events`, open only while somebody listens and the list says that the
 * endpoint has one. All listeners share one connection.
 *
 * Each message means that something changed; its data is empty, or a list in JSON that says what. A stream that broke
 * returns by itself, once in a while, which counts as a change, since something may have been missed; and with an answer of
 * the list, which has told what was missed. So a stream that breaks all the time makes no flood of polls, not even one
 * that causes an answer of the list each time that it is there.
 */
export class ChangeEvents {
  readonly #listeners = new Set<OnChange>();
  readonly #options: ChangeEventsOptions;
  #advertised = false;
  #refused = false;
  #connection: AbortController | undefined;
  #lastId = "";
  #retry = SHORTEST_RETRY;
  #quickAt = -Infinity;
  #openedAt = -Infinity;
  #cancelTimer: (() => void) | undefined;

  constructor(options: ChangeEventsOptions) {
    this.#options = options;
  }

  /**
   * The list has answered. A stream that is down is asked for again.
   *
   * @param events what the answer says of the stream: `true` there is one, `false` there is none; anything else says
   *   nothing.
   */
  advertise(events: unknown): void {
    if (typeof events === "boolean") this.#advertised = events;
    const rests = !this.#connection && Math.abs(this.#options.clock.now() - this.#openedAt) < GAP;
    if (!rests || !this.#advertised) this.#update();
  }

  subscribe(onChange: OnChange): () => void {
    // A function of its own, since one function may be subscribed twice.
    const listener: OnChange = (hint) => onChange(hint);
    this.#listeners.add(listener);
    this.#update();
    return () => {
      this.#listeners.delete(listener);
      this.#update();
    };
  }

  #update(): void {
    if (!this.#advertised || this.#listeners.size === 0) this.#close();
    else if (!this.#connection && !this.#refused) void this.#connect(false);
  }

  #close(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#connection?.abort();
    this.#connection = undefined;
    this.#openedAt = -Infinity;
  }

  /** @param tells that it is there counts as a change. */
  async #connect(tells: boolean): Promise<void> {
    this.#close();
    const connection = new AbortController();
    this.#connection = connection;
    let isOpen = false;
    let error: unknown;
    try {
      const headers = this.#lastId ? { "Last-Event-ID": this.#lastId } : undefined;
      const body = await this.#options.open(connection.signal, { Accept: "text/event-stream", ...headers });
      const { readEventStream } = await import("./event-stream.js");
      isOpen = true;
      this.#openedAt = this.#options.clock.now();
      if (tells && this.#connection === connection) this.#tell();
      await readEventStream(body, {
        message: (data) => {
          if (this.#connection === connection) this.#tell(hintOf(data));
        },
        id: (id) => (this.#lastId = id),
        retry: (delay) => (this.#retry = Math.max(delay, SHORTEST_RETRY)),
      });
    } catch (thrown) {
      error = thrown;
    }
    // A stream costs the list nothing: polling remains.
    if (this.#connection === connection) this.#broke(isOpen, error);
  }

  #broke(wasOpen: boolean, error: unknown): void {
    this.#connection = undefined;
    const { clock, timers } = this.#options;
    const { status } = failureOf(error);
    this.#refused = NO_STREAM.has(status);
    // Across origins, the id may be what does not get through.
    if (!wasOpen && status === undefined) this.#lastId = "";
    const now = clock.now();
    if (!wasOpen || Math.abs(now - this.#quickAt) < GAP) return;
    this.#quickAt = now;
    this.#cancelTimer = timers.after(this.#retry, () => {
      if (!this.#connection) void this.#connect(true);
    });
  }

  #tell(hint?: SessionList): void {
    if (hint) this.#options.onHint();
    for (const listener of this.#listeners) {
      try {
        listener(hint);
      } catch (error) {
        // One listener's failure is no other's; it is reported as an error in an event listener is.
        reportError(error);
      }
    }
  }
}

/** The list in a message, or `undefined`: a message that cannot be read still says that something changed. */
function hintOf(data: string): SessionList | undefined {
  try {
    const hint = parseExactly(data);
    readList(hint);
    return (Array.isArray(hint) ? { sessions: hint } : hint) as SessionList;
  } catch {
    return undefined;
  }
}
