import type { SessionList } from "../data-source.js";
import { readList } from "../wire/list-reader.js";

export type OnChange = (hint?: SessionList) => void;

export interface ChangeEventsOptions {
  open(): EventSource | undefined;
  /** Called before the listeners are told of a list. */
  onHint(): void;
}

/**
 * The stream of server-sent events at `{url}/events`, open only while somebody listens and the list says that the
 * endpoint has one. All listeners share one connection.
 *
 * Each message means that something changed; its data is empty, or a list in JSON that says what. Reconnecting (with
 * `Last-Event-ID`) is the browser's; a stream that comes back after a break may have missed something, which counts as
 * a change. A stream that the server refuses is asked for again when the next list advertises it.
 */
export class ChangeEvents {
  readonly #listeners = new Set<OnChange>();
  readonly #options: ChangeEventsOptions;
  #advertised = false;
  #stream: EventSource | undefined;
  #broke = false;

  constructor(options: ChangeEventsOptions) {
    this.#options = options;
  }

  /** What a list says of the stream: `true` there is one, `false` there is none; anything else says nothing. */
  advertise(events: unknown): void {
    if (typeof events !== "boolean") return;
    this.#advertised = events;
    this.#update();
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
    if (!this.#advertised || this.#listeners.size === 0) {
      this.#close();
      this.#broke = false;
    } else if (!this.#stream || this.#stream.readyState === 2 /* closed for good */) {
      this.#connect();
    }
  }

  #connect(): void {
    this.#close();
    const stream = this.#tryOpen();
    if (!stream) return;
    this.#stream = stream;
    stream.addEventListener("message", (event) => this.#tell(hintOf(event.data)));
    stream.addEventListener("error", () => {
      this.#broke = true;
    });
    stream.addEventListener("open", () => {
      if (!this.#broke) return;
      this.#broke = false;
      this.#tell();
    });
  }

  /** A stream that cannot be opened costs the list nothing: polling remains. */
  #tryOpen(): EventSource | undefined {
    try {
      return this.#options.open();
    } catch {
      return undefined;
    }
  }

  #close(): void {
    this.#stream?.close();
    this.#stream = undefined;
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
function hintOf(data: unknown): SessionList | undefined {
  try {
    const hint: unknown = JSON.parse(String(data));
    readList(hint);
    return (Array.isArray(hint) ? { sessions: hint } : hint) as SessionList;
  } catch {
    return undefined;
  }
}
