import type { LitElement } from "lit";
import { TransferAttentionEvent } from "../../../events/attention-event.js";
import { TransferAuthRequiredEvent, TransferSessionsUpdatedEvent } from "../../../events/session-events.js";
import type { AttentionChange } from "../../../stores/attention/attention-monitor.js";
import type { SessionChanges } from "../../../stores/sessions/session-ledger.js";
import type { SessionSnapshot, SessionStore } from "../../../stores/sessions/session-store.js";
import type { TableState } from "../table-state.js";
import { TroubleNews } from "./trouble-news.js";

/** Tells what an answer has changed: by marks for the eye, in the live region for the ear, by events for the host. */
export class TableNews {
  readonly #host: LitElement;
  readonly #state: TableState;
  readonly #trouble = new TroubleNews();
  /** The store whose first list has come: what comes after that is news. */
  #listOf: SessionStore | undefined;
  #lastAuthFailure: number | undefined;

  constructor(host: LitElement, state: TableState) {
    this.#host = host;
    this.#state = state;
  }

  onSnapshot(snapshot: SessionSnapshot, changes: SessionChanges): void {
    const { data, announcer, seen } = this.#state;
    const { store, isQuerying } = data;
    // The first list is all new, which is no news; and what was gathered before is about another list.
    const isNews = store !== undefined && store === this.#listOf;
    if (!isNews) announcer.stop();
    if (store && isQuerying) seen.observe(store.source, snapshot.sessions);
    const { added, changed, removed } = changes;
    if (added.length || changed.length || removed.length) {
      if (isNews) this.#tellChanges(changes, store);
      this.#host.dispatchEvent(new TransferSessionsUpdatedEvent(added.length, changed.length, removed.length));
    }
    if (snapshot.status === "ready") this.#listOf = store;
    this.#tellTrouble(snapshot);
    this.#tellAuthFailure(snapshot);
  }

  onAttention({ news }: AttentionChange): void {
    for (const { session, attention } of news) {
      this.#host.dispatchEvent(new TransferAttentionEvent(session, attention.rule, attention.level));
    }
  }

  #tellChanges(changes: SessionChanges, { environment }: SessionStore): void {
    const { data, announcer, marks, words } = this.#state;
    marks.take(changes, environment);
    announcer.changed(changes.added.length, changes.removed.length, environment.timers, (added, removed) =>
      words.strings.changes(added, removed, data.snapshot?.sessions.length ?? 0, words.lang),
    );
  }

  #tellTrouble(snapshot: SessionSnapshot): void {
    const { data, announcer, words } = this.#state;
    const text = data.store && this.#trouble.observe(data.store, snapshot, words.strings, words.lang);
    if (text) announcer.say(text);
  }

  #tellAuthFailure({ unauthorized, failedAt, error }: SessionSnapshot): void {
    const failure = unauthorized ? failedAt : undefined;
    if (failure === this.#lastAuthFailure) return;
    this.#lastAuthFailure = failure;
    if (failure !== undefined) this.#host.dispatchEvent(new TransferAuthRequiredEvent(error));
  }
}
