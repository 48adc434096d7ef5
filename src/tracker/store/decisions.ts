import type { TransferEffect } from "../rules/intent.js";
import { append, identityOf, sayAgain } from "../rules/outbox.js";
import { isEntry, type OutboxMessage } from "../rules/message.js";
import type { TransferState } from "../rules/state.js";
import { transition } from "../rules/transition.js";
import type { Clock, Timers } from "../../platform/environment.js";
import { Timeout } from "../../platform/timeout.js";
import type { Conversation } from "./conversation.js";
import type { TrackerCall } from "./tracker-record.js";
import type { Results } from "./results.js";

interface DecisionsEnvironment {
  readonly clock: Clock;
  readonly timers: Timers;
  warn(message: string): void;
}

/** Decides what calls mean, in the document that holds the lock, and puts what the SDK must hear in the outbox. */
export class Decisions {
  readonly #conversation: Conversation;
  readonly #results: Results;
  readonly #clock: Clock;
  readonly #warn: (message: string) => void;
  /** A last leave was decided because its time was up. */
  readonly #decidedLate: () => void;
  /** Set while a last leave is open. */
  readonly #leave: Timeout;

  constructor(
    conversation: Conversation,
    results: Results,
    { clock, timers, warn }: DecisionsEnvironment,
    decidedLate: () => void,
  ) {
    this.#conversation = conversation;
    this.#results = results;
    this.#clock = clock;
    this.#warn = (message) => warn(message);
    this.#leave = new Timeout(timers);
    this.#decidedLate = decidedLate;
  }

  decide(call: TrackerCall): void {
    const { intent } = call;
    if (!this.#conversation.see(call.id)) {
      // Passed on twice, or decided by a holder that is gone: what came of it is in the record.
      if (this.#conversation.record.leavingCall !== call.id) this.#results.known(call.id);
    } else if (intent.type === "retry") {
      this.#retry(call);
    } else {
      const [state, effects] = transition(this.#conversation.record.state, intent, this.#clock.now());
      this.#apply(state, effects, call);
    }
  }

  /** A last leave that the document before had left open is decided when the task ends. */
  resume(): void {
    if (this.#conversation.record.state.leaving) this.#decideLater(0);
  }

  /** Another document decides from now on. */
  stop(): void {
    this.#leave.clear();
  }

  #retry(call: TrackerCall): void {
    const { record } = this.#conversation;
    // An entry that is said after its exit would open a segment that nobody closes.
    const again = record.unconfirmed.filter((event) => {
      const id = identityOf(event);
      const isIn = record.state.agents.some(({ identity, out }) => identity === id && !out);
      return isIn || !isEntry(event) || record.outbox.some((other) => identityOf(other) === id);
    });
    const outbox = sayAgain(record.outbox, again);
    for (const event of outbox) this.#results.add(call.id, event.id, event);
    this.#conversation.commit({ ...record, outbox, unconfirmed: [] });
    if (outbox.length === 0) this.#results.ignored(call.id);
  }

  /** Does what the machine said. `call` is what made it, or nothing where a last leave's time was up. */
  #apply(state: TransferState, effects: readonly TransferEffect[], call?: TrackerCall): void {
    const { leavingCall: leftOpen, ...rest } = this.#conversation.record;
    const deferred = effects.some((effect) => effect.type === "defer");
    const leavingCall = deferred && call ? call.id : leftOpen;
    let { outbox, events, unconfirmed } = rest;
    for (const effect of effects) {
      if (effect.type !== "send" && effect.type !== "close") continue;
      events += 1;
      const id = `event-${events}`;
      const message = effect.type === "close" ? effect.message : transferOf(effect);
      outbox = append(outbox, id, message);
      // What was never answered is over for an agent whose next entry is to be said: that one counts.
      if (isEntry(message)) {
        unconfirmed = unconfirmed.filter((event) => identityOf(event) !== identityOf(message));
      }
      const settles = effect.type === "send" && effect.settles;
      const callers = new Set([settles ? leftOpen : call?.id]);
      // A call that both opens a last leave and decides it, and an end that takes one over, speak for themselves too.
      if (settles && (call?.intent.type === "end" || call?.intent.type === "participants")) callers.add(call.id);
      for (const caller of callers) if (caller) this.#results.add(caller, id, message);
    }
    if (rest.state.closed && !state.closed) {
      this.#warn("a conversation was reopened after it had been closed; it closes again.");
    }
    const open = state.leaving && leavingCall ? { leavingCall } : {};
    this.#conversation.commit(
      { ...rest, ...open, state, outbox, events, unconfirmed },
      this.#conversation.momentsOf(effects),
    );
    if (!this.#conversation.record.state.leaving) this.stop();
    else if (deferred) this.#decideLater(call?.grace ?? 0);
    // Last, so that the caller finds the new state when the promise settles.
    const ignored = effects.find((effect) => effect.type === "ignored");
    if (ignored && call) this.#results.ignored(call.id, ignored.reason);
  }

  /** `grace`: milliseconds; 0 = when the task ends. */
  #decideLater(grace: number): void {
    this.#leave.set(grace, () => {
      const [state, effects] = transition(this.#conversation.record.state, { type: "decide" });
      this.#apply(state, effects);
      this.#decidedLate();
    });
  }
}

function transferOf({ payload, customFields }: Extract<TransferEffect, { type: "send" }>): OutboxMessage {
  return { kind: "transfer", payload, ...(customFields && { customFields }) };
}
