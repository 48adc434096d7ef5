import type { Timers } from "../../src/platform/environment.js";
import type { Outgoing } from "./http.js";

/** Milliseconds; whoever sits between closes what is silent for longer. */
const HEARTBEAT = 20_000;

/** What is told to one stream. */
interface News {
  /** What to name on return. */
  readonly id: string;
  /** What changed; without it only that something did. */
  readonly list?: unknown;
}

/** @returns what happened since the message of that id; `undefined`: nothing. Without an id, only where things stand. */
export type TellSince = (id: string | undefined) => Promise<News | undefined>;

/** The server-sent events that are being listened to. A stream that is read slowly gets fewer messages, not a longer queue. */
export class EventStreams {
  readonly #streams = new Set<EventStream>();
  readonly #timers: Timers;
  readonly #watch: (onChange: () => void) => () => void;
  #stopWatching: (() => void) | undefined;
  #cancelBeat: (() => void) | undefined;

  /** @param watch calls back when there may be something to tell. */
  constructor(timers: Timers, watch: (onChange: () => void) => () => void) {
    this.#timers = timers;
    this.#watch = watch;
  }

  /** @param lastId what the other side named on its return. */
  async open(response: Outgoing, lastId: string | undefined, tellSince: TellSince): Promise<void> {
    const stream = new EventStream(response, lastId, tellSince);
    this.#streams.add(stream);
    response.on("close", () => this.#close(stream));
    if (this.#streams.size === 1) {
      this.#stopWatching = this.#watch(() => this.catchUp());
      this.#beat();
    }
    await stream.catchUp();
  }

  /** Something changed. */
  catchUp(): void {
    for (const stream of this.#streams) void stream.catchUp();
  }

  #beat(): void {
    this.#cancelBeat = this.#timers.after(HEARTBEAT, () => {
      for (const stream of this.#streams) stream.beat();
      this.#beat();
    });
  }

  #close(stream: EventStream): void {
    this.#streams.delete(stream);
    if (this.#streams.size > 0) return;
    this.#stopWatching?.();
    this.#cancelBeat?.();
  }
}

class EventStream {
  readonly #response: Outgoing;
  readonly #tellSince: TellSince;
  #id: string | undefined;
  #isFull = false;
  #isTelling = false;
  #isBehind = false;

  constructor(response: Outgoing, lastId: string | undefined, tellSince: TellSince) {
    this.#response = response;
    this.#id = lastId;
    this.#tellSince = tellSince;
    response.statusCode = 200;
    for (const [name, value] of Object.entries({
      "Content-Type": "text/event-stream",
      "Cache-Control": "no-store",
      // Or a proxy would keep messages until there are more of them.
      "X-Accel-Buffering": "no",
    })) {
      response.setHeader(name, value);
    }
    response.on("drain", () => {
      this.#isFull = false;
      void this.catchUp();
    });
    this.#write("retry: 1000\n\n");
  }

  beat(): void {
    if (!this.#isFull) this.#write(":\n\n");
  }

  /** Tells what the other side does not know yet. */
  async catchUp(): Promise<void> {
    this.#isBehind = true;
    if (this.#isTelling) return;
    this.#isTelling = true;
    try {
      while (this.#isBehind && !this.#isFull && !this.#response.destroyed) {
        this.#isBehind = false;
        const news = await this.#tellSince(this.#id);
        if (!news) continue;
        this.#id = news.id;
        this.#write(`id: ${news.id}\ndata: ${news.list === undefined ? "" : JSON.stringify(news.list)}\n\n`);
      }
    } catch {
      // It comes back, names what it has, and is told the rest.
      this.#response.destroy();
    } finally {
      this.#isTelling = false;
    }
  }

  #write(text: string): void {
    if (!this.#response.write(text)) this.#isFull = true;
  }
}
