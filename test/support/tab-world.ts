import type { TabChannel, TabLocks } from "../../src/platform/tabs/tabs-environment.js";

interface Task {
  readonly at: number;
  readonly run: () => void;
  readonly page: WorldPage | undefined;
}

/** A document; a closed one hears nothing any more, a frozen one not before it thaws. */
export interface WorldPage {
  readonly closed: boolean;
  readonly frozen?: boolean;
}

interface LockRequest {
  readonly name: string;
  readonly shared: boolean;
  readonly page: WorldPage;
  readonly grant: () => void;
  readonly refuse: (error: unknown) => void;
}

/** A browser in which nothing happens unless a test says so: its own clock, locks, channels and tabs. */
export class World {
  now = 1_000_000;
  #tasks: Task[] = [];
  #held: LockRequest[] = [];
  #queue: LockRequest[] = [];
  #channels = new Set<{ name: string; page: WorldPage; onMessage: (data: unknown) => void }>();
  #ids = 0;

  /** @param pause lets what is under way go as far as it can without a timer. */
  constructor(readonly pause: () => Promise<void> = microtasks) {}

  /** Lets everything happen that needs no time to pass. */
  async settle(): Promise<void> {
    for (;;) {
      await this.pause();
      const next = this.#tasks.find(({ at, page }) => at <= this.now && !page?.frozen);
      if (!next) return;
      this.#tasks = this.#tasks.filter((task) => task !== next);
      if (!next.page?.closed) next.run();
    }
  }

  async advance(milliseconds: number): Promise<void> {
    const until = this.now + milliseconds;
    for (;;) {
      await this.settle();
      const due = this.#tasks.filter(({ at, page }) => at <= until && !page?.frozen).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.now = Math.max(this.now, due.at);
    }
    this.now = until;
    await this.settle();
  }

  later(delay: number, page: WorldPage | undefined, run: () => void): () => void {
    const task: Task = { at: this.now + Math.max(0, delay), run, page };
    this.#tasks.push(task);
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== task);
    };
  }

  uniqueId(): string {
    this.#ids += 1;
    return `page-${this.#ids}`;
  }

  holderOf(name: string): WorldPage | undefined {
    return this.#held.find((lock) => lock.name === name)?.page;
  }

  /** How many locks are held, by whomever. */
  get held(): number {
    return this.#held.length;
  }

  locksOf(page: WorldPage): TabLocks {
    return {
      request: (name, { shared = false, steal = false, signal }, held) =>
        new Promise<void>((resolve, reject) => {
          const request: LockRequest = {
            name,
            shared,
            page,
            refuse: reject,
            grant: () => {
              this.#held.push(request);
              const release = () => {
                if (!this.#held.includes(request)) return;
                this.#held = this.#held.filter((other) => other !== request);
                this.#grantNext();
              };
              held().then(
                () => (release(), resolve()),
                (error: unknown) => (release(), reject(error as Error)),
              );
            },
          };
          if (signal?.aborted) return reject(new Error("aborted"));
          signal?.addEventListener("abort", () => {
            if (!this.#queue.includes(request)) return;
            this.#queue = this.#queue.filter((other) => other !== request);
            reject(new Error("aborted"));
          });
          if (steal) this.#steal(request);
          else this.#queue.push(request);
          this.#grantNext();
        }),
      count: async (name) => this.#held.filter((lock) => lock.name === name).length,
    };
  }

  #steal(request: LockRequest): void {
    this.later(0, request.page, () => {
      const robbed = this.#held.filter(({ name }) => name === request.name);
      this.#held = this.#held.filter((other) => !robbed.includes(other));
      for (const { page, refuse } of robbed) this.later(0, page, () => refuse(new Error("stolen")));
      request.grant();
    });
  }

  #grantNext(): void {
    this.later(0, undefined, () => {
      for (const request of Array.from(this.#queue)) {
        const held = this.#held.filter((lock) => lock.name === request.name);
        const free = held.length === 0 || (request.shared && held.every((lock) => lock.shared));
        if (!free || request.page.closed) continue;
        this.#queue = this.#queue.filter((other) => other !== request);
        request.grant();
      }
    });
  }

  openChannel(name: string, page: WorldPage, onMessage: (data: unknown) => void): TabChannel {
    const end = { name, page, onMessage };
    this.#channels.add(end);
    return {
      post: (message) => {
        if (page.closed || !this.#channels.has(end)) return;
        const copy: unknown = structuredClone(message);
        for (const other of this.#channels) {
          if (other === end || other.name !== name) continue;
          this.later(0, other.page, () => this.#channels.has(other) && other.onMessage(structuredClone(copy)));
        }
      },
      close: () => void this.#channels.delete(end),
    };
  }

  /** A document dies: its timers, locks and channels with it, without a word. */
  kill(page: WorldPage): void {
    this.#queue = this.#queue.filter((request) => request.page !== page);
    this.#held = this.#held.filter((lock) => lock.page !== page);
    for (const end of this.#channels) if (end.page === page) this.#channels.delete(end);
    this.#grantNext();
  }
}

async function microtasks(): Promise<void> {
  for (let i = 0; i < 12; i += 1) await Promise.resolve();
}
