import {
  DataSourceError,
  type ListRequest,
  type SessionList,
  type TransferDataSource,
} from "../../sources/data-source.js";
import { Tabs } from "../../platform/tabs/tabs.js";
import { ANSWER_READY } from "../sessions/listen-to.js";
import { Holder } from "./holder.js";
import { isLater, Known } from "./known.js";
import { readShareMessage, type ShareMessage, type Wish } from "./share-message.js";
import { plainRows } from "../../sources/wire/portable-rows.js";
import type { SharingEnvironment } from "./sharing-environment.js";

/** How long a tab that was asked may be silent before another takes its place. */
export const SILENCE_LIMIT = 2_000;

export interface SharedListOptions {
  readonly source: TransferDataSource;
  readonly environment: SharingEnvironment;
  /** Tabs that share have the same. */
  readonly name: string;
}

/** One `list` of this tab that has not been answered. */
interface Call {
  readonly id: string;
  readonly wish: Wish;
  /** The serial of the answer that will do, once that is known. */
  due: number | undefined;
  settle(): void;
}

/**
 * The list of a source for which one tab asks on behalf of all.
 *
 * Every tab keeps what it has heard ({@link Known}), and answers its own store from that where it is new enough. Where
 * it is not, the tab that holds the lock asks the source ({@link Holder}) and tells all; the others ask that tab. A
 * visible tab seeks the lock, so that the one that holds it is awake.
 */
export class SharedList {
  readonly #environment: SharingEnvironment;
  readonly #id: string;
  readonly #tabs: Tabs;
  readonly #known: Known;
  readonly #holder: Holder;
  readonly #calls = new Set<Call>();
  readonly #listeners = new Set<(hint?: SessionList) => void>();
  #users = 0;
  /** A `list` has been answered, or has failed. */
  #answered = false;
  #unwatch: (() => void) | undefined;
  #cancelSilence: (() => void) | undefined;
  /** The tab that holds the lock was heard since it was last asked. */
  #heard = false;
  /** The `hello` in answer to which another tab is telling what it knows. */
  #told: string | undefined;

  constructor({ source, environment, name }: SharedListOptions) {
    this.#environment = environment;
    this.#id = environment.uniqueId();
    this.#known = new Known(environment.clock);
    this.#holder = new Holder({
      source,
      environment,
      known: this.#known,
      concluded: (message) => this.#concluded(message),
      pushed: () => this.#outdated(true),
    });
    this.#tabs = new Tabs(environment, name, {
      loss: 'share="tabs" has each tab poll by itself',
      wantsLock: () =>
        this.#users > 0 && (environment.visible.current || this.#calls.size > 0 || this.#holder.isAsking),
      receive: (data) => this.#receive(readShareMessage(data)),
      granted: () => this.#granted(),
      lost: () => this.#lost(),
    });
  }

  /** As a data source does: the cursor is what this gave before. */
  async list({ signal, cursor, maxAge }: ListRequest): Promise<SessionList> {
    const wish: Wish = { first: !this.#answered, ...(maxAge === undefined ? undefined : { maxAge }) };
    this.#join();
    try {
      await this.#wait(wish, signal);
      this.#answered = true;
      return this.#known.answer(cursor);
    } finally {
      this.#leave();
    }
  }

  /** As a data source does: tells that an answer has come, or that the source says that something changed. */
  subscribe(onChange: (hint?: SessionList) => void): () => void {
    const listener = (hint?: SessionList) => onChange(hint);
    this.#listeners.add(listener);
    this.#join();
    return () => {
      if (this.#listeners.delete(listener)) this.#leave();
    };
  }

  /** Something was done: what any tab has been told, or is being told, may be from before. */
  outdate(): void {
    this.#known.outdate();
    this.#holder.outdate();
    this.#tabs.post({ type: "outdated", push: false });
  }

  #join(): void {
    if (++this.#users > 1) return this.#tabs.review();
    this.#unwatch = this.#environment.visible.subscribe(() => this.#tabs.review());
    // Where there can be no other tab the lock is never let go.
    if (this.#tabs.holding) this.#granted();
    else this.#tabs.start();
  }

  #leave(): void {
    if (--this.#users > 0) return this.#tabs.review();
    this.#unwatch?.();
    this.#cancelSilence?.();
    this.#cancelSilence = undefined;
    this.#tabs.stop();
    this.#holder.end();
  }

  #wait(wish: Wish, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const abort = () => {
        this.#calls.delete(call);
        if (this.#calls.size === 0) this.#holder.release();
        reject(new DataSourceError("The request was given up.", { kind: "aborted" }));
      };
      const call: Call = {
        id: this.#environment.uniqueId(),
        wish,
        due: undefined,
        settle: () => {
          this.#calls.delete(call);
          signal.removeEventListener("abort", abort);
          resolve();
        },
      };
      if (signal.aborted) return abort();
      signal.addEventListener("abort", abort, { once: true });
      this.#calls.add(call);
      this.#serve(call);
      this.#tabs.review();
    });
  }

  /** Answers a call from what is known, or sees to an answer. */
  #serve(call: Call): void {
    call.due = undefined;
    if (this.#known.suffices(call.wish)) return call.settle();
    if (this.#holder.isActive) {
      call.due = this.#holder.ask(call.wish.maxAge === undefined, false);
      return;
    }
    this.#tabs.post({ type: "ask", id: call.id, have: this.#known.rows.version, ...call.wish });
    if (this.#cancelSilence) return;
    this.#heard = false;
    this.#cancelSilence = this.#environment.timers.after(SILENCE_LIMIT, () => this.#onSilence());
  }

  /** Nobody is there, or the one that is has stopped; or the answer takes its time. */
  #onSilence(): void {
    this.#cancelSilence = undefined;
    if (this.#holder.isActive || this.#calls.size === 0) return;
    // Another said that it has the lock, which this tab has after all.
    if (!this.#heard && this.#tabs.holding) return this.#granted();
    if (!this.#heard) this.#tabs.steal();
    this.#serveAll();
  }

  #serveAll(but?: string): void {
    for (const call of [...this.#calls]) if (call.id !== but) this.#serve(call);
  }

  #granted(): void {
    const place = this.#known.lead(this.#id);
    this.#cancelSilence?.();
    this.#cancelSilence = undefined;
    this.#tabs.post({ type: "took", term: place.term, holder: place.holder });
    this.#holder.begin(place);
    this.#serveAll();
  }

  #lost(): void {
    this.#holder.end();
    this.#serveAll();
  }

  #concluded(message: ShareMessage & { type: "outcome" }): void {
    this.#tabs.post(message, () => ({ ...message, content: plainContent(message) }));
    this.#heardOutcome();
  }

  /** Answers those who wait for it; the store of a tab in which nobody does is told to fetch it. */
  #heardOutcome(): void {
    const waiting = this.#calls.size > 0;
    for (const call of [...this.#calls]) {
      if (call.due !== undefined && call.due <= this.#known.position.serial) call.settle();
    }
    if (!waiting) this.#tell(ANSWER_READY);
    this.#tabs.review();
  }

  #outdated(push: boolean): void {
    this.#known.outdate();
    if (this.#holder.isActive) {
      this.#holder.outdate();
      if (push) this.#tabs.post({ type: "outdated", push });
    }
    if (push) this.#tell(undefined);
  }

  #tell(hint: SessionList | undefined): void {
    for (const listener of [...this.#listeners]) listener(hint);
  }

  #receive(message: ShareMessage | undefined): void {
    switch (message?.type) {
      case "hello":
        this.#tabs.post({
          type: "here",
          answers: message.id,
          tab: this.#id,
          knows: this.#known.last !== undefined,
          ...this.#known.position,
        });
        return;
      case "here":
        return this.#onHere(message);
      case "tell":
        if (message.to === this.#id) this.#post(this.#known.tell(message.have, message.answers));
        return;
      case "took":
        return this.#onLeader(message);
      case "ask":
        return this.#onAsk(message);
      case "asking":
        return this.#onAsking(message);
      case "outcome":
        return this.#onOutcome(message);
      case "outdated":
        return this.#outdated(message.push);
      default:
    }
  }

  /** This tab has just got the lock: whoever knows more shall say it first. */
  #onHere({ answers, tab, knows, ...position }: ShareMessage & { type: "here" }): void {
    if (!this.#tabs.awaits(answers)) return;
    const later = isLater(position, this.#known.position);
    this.#known.follow(position);
    if (knows && (later || !this.#known.last) && this.#told !== answers) {
      this.#told = answers;
      this.#post({ type: "tell", to: tab, have: this.#known.rows.version, answers });
    } else {
      this.#tabs.answered(answers);
    }
  }

  #onAsk({ id, have, ...wish }: ShareMessage & { type: "ask" }): void {
    if (!this.#holder.isActive) return;
    const { term, holder } = this.#known.position;
    const suffices = this.#known.suffices(wish);
    const serial = suffices ? this.#known.position.serial : this.#holder.ask(wish.maxAge === undefined, true);
    this.#post({ type: "asking", to: id, term, holder, serial });
    if (suffices) this.#post(this.#known.tell(have));
  }

  #onAsking({ to, ...position }: ShareMessage & { type: "asking" }): void {
    this.#onLeader(position, to);
    if (!this.#isOfLeader(position)) return;
    for (const call of [...this.#calls]) {
      if (call.id !== to) continue;
      call.due = position.serial;
      if (call.due <= this.#known.position.serial) call.settle();
    }
  }

  #onOutcome(message: ShareMessage & { type: "outcome" }): void {
    if (message.answers === undefined) this.#onLeader(message);
    const taken = this.#known.take(message);
    if (taken === "gap") this.#post({ type: "tell", to: message.holder, have: this.#known.rows.version });
    if (taken === "taken") this.#heardOutcome();
    if (message.answers !== undefined) this.#tabs.answered(message.answers);
  }

  /** The tab of that place holds the lock, if none of a higher one does. @param answering the call that it answers. */
  #onLeader(position: { readonly term: number; readonly holder: string }, answering?: string): void {
    if (this.#known.follow(position)) {
      // The lock was taken from this tab, which is about to hear of it.
      this.#holder.end();
      this.#heard = true;
      this.#serveAll(answering);
    } else if (this.#isOfLeader(position)) {
      this.#heard = true;
    }
  }

  #isOfLeader({ term, holder }: { readonly term: number; readonly holder: string }): boolean {
    const leader = this.#known.position;
    return term === leader.term && holder === leader.holder && holder !== this.#id;
  }

  #post(message: ShareMessage | undefined): void {
    if (!message) return;
    this.#tabs.post(
      message,
      message.type === "outcome" ? () => ({ ...message, content: plainContent(message) }) : undefined,
    );
  }
}

/** The same without what no channel takes. */
function plainContent({ content }: ShareMessage & { type: "outcome" }): unknown {
  return !content || content.kind === "unchanged" ? content : { ...content, rows: plainRows(content.rows) };
}
