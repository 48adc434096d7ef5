import { Task, TaskStatus } from "@lit-labs/task";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { TransferSession } from "../../../domain/session/session.js";
import { fetchSession } from "../../../stores/sessions/fetch-session.js";
import type { SessionStore } from "../../../stores/sessions/session-store.js";

/** Of which session the record is. */
interface RecordSubject {
  readonly store: SessionStore;
  readonly id: string;
}

/** How the loading of the fuller record goes. */
export interface RecordLoading {
  readonly pending: boolean;
  /** What the source threw, or what is wrong with its answer; absent while there is no error. */
  readonly error?: unknown;
  /** The source has answered, and knows no such session. */
  readonly missing: boolean;
}

/**
 * Loads one session in full through the source's `get`, where there is one. A new subject aborts the request for the
 * one before. A change of the same subject waits for the answer that is under way: changes each second would otherwise
 * never let one finish.
 */
export class SessionRecordController implements ReactiveController {
  readonly #task: Task<readonly [RecordSubject | undefined], TransferSession | undefined>;
  #subject: RecordSubject | undefined;
  #record: TransferSession | undefined;
  #again = false;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
    this.#task = new Task(host, {
      autoRun: false,
      task: ([subject], { signal }) => subject && fetchSession(subject.store, subject.id, signal),
      args: () => [this.#subject] as const,
      onComplete: (record) => {
        this.#record = record;
        this.#runAgain();
      },
      onError: () => this.#runAgain(),
    });
  }

  /** The fuller record of the present subject, once it is there. A failed reload keeps the last one. */
  get record(): TransferSession | undefined {
    return this.#record;
  }

  get loading(): RecordLoading {
    const { status, error } = this.#task;
    return {
      pending: status === TaskStatus.PENDING,
      missing: status === TaskStatus.COMPLETE && this.#record === undefined,
      ...(status === TaskStatus.ERROR ? { error } : undefined),
    };
  }

  /** Takes another subject, and loads it; the same one again changes nothing. */
  setSubject(store: SessionStore | undefined, id: string | undefined): void {
    const offered = store !== undefined && id !== undefined && store.offers("get");
    if (offered && this.#subject?.store === store && this.#subject.id === id) return;
    if (!offered && !this.#subject) return;
    this.#task.abort();
    this.#again = false;
    this.#record = undefined;
    this.#subject = offered ? { store, id } : undefined;
    void this.#task.run();
  }

  /** Loads the present subject again. */
  reload(): void {
    if (!this.#subject) return;
    if (this.#task.status === TaskStatus.PENDING) this.#again = true;
    else void this.#task.run();
  }

  hostDisconnected(): void {
    this.setSubject(undefined, undefined);
  }

  #runAgain(): void {
    if (!this.#again) return;
    this.#again = false;
    void this.#task.run();
  }
}
