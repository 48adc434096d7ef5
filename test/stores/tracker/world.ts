import type {
  TrackerChannel,
  TrackerEnvironment,
  TrackerLocks,
  TrackerStorage,
} from "../../../src/stores/tracker/ports.js";
import { TransferTracker, type AgentTransferTrackerOptions } from "../../../src/stores/tracker/transfer-tracker.js";

interface Task {
  readonly at: number;
  readonly run: () => void;
  readonly page: Page | undefined;
}

interface LockRequest {
  readonly name: string;
  readonly shared: boolean;
  readonly page: Page;
  readonly grant: () => void;
  readonly refuse: (error: unknown) => void;
}

/** A browser in which nothing happens unless a test says so: its own clock, locks, channels and tabs. */
export class World {
  now = 1_000_000;
  #tasks: Task[] = [];
  #held: LockRequest[] = [];
  #queue: LockRequest[] = [];
  #channels = new Set<{ name: string; page: Page; onMessage: (data: unknown) => void }>();
  #ids = 0;

  /** Lets everything happen that needs no time to pass. */
  async settle(): Promise<void> {
    for (;;) {
      await microtasks();
      const next = this.#tasks.find((task) => task.at <= this.now);
      if (!next) return;
      this.#tasks = this.#tasks.filter((task) => task !== next);
      if (!next.page?.closed) next.run();
    }
  }

  async advance(milliseconds: number): Promise<void> {
    const until = this.now + milliseconds;
    for (;;) {
      await this.settle();
      const due = this.#tasks.filter((task) => task.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.now = due.at;
    }
    this.now = until;
    await this.settle();
  }

  later(delay: number, page: Page | undefined, run: () => void): () => void {
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

  holderOf(name: string): Page | undefined {
    return this.#held.find((lock) => lock.name === name)?.page;
  }

  locksOf(page: Page): TrackerLocks {
    return {
      request: (name, { shared = false, signal }, held) =>
        new Promise<void>((resolve, reject) => {
          const request: LockRequest = {
            name,
            shared,
            page,
            refuse: reject,
            grant: () => {
              this.#held.push(request);
              const release = () => {
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
          this.#queue.push(request);
          this.#grantNext();
        }),
      count: async (name) => this.#held.filter((lock) => lock.name === name).length,
    };
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

  openChannel(name: string, page: Page, onMessage: (data: unknown) => void): TrackerChannel {
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
  kill(page: Page): void {
    this.#queue = this.#queue.filter((request) => request.page !== page);
    this.#held = this.#held.filter((lock) => lock.page !== page);
    for (const end of this.#channels) if (end.page === page) this.#channels.delete(end);
    this.#grantNext();
  }
}

/** Storage as a tab has it: it outlives the tab's documents. */
export class FakeStorage implements TrackerStorage {
  readonly items = new Map<string, string>();
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
}

/** One document of a tab. */
export class Page {
  closed = false;
  readonly warnings: string[] = [];
  readonly environment: TrackerEnvironment;

  constructor(
    readonly world: World,
    readonly storage = new FakeStorage(),
    overrides: Partial<TrackerEnvironment> = {},
  ) {
    this.environment = {
      clock: { now: () => world.now },
      timers: { after: (delay, callback) => world.later(delay, this, callback) },
      warn: (message) => void (this.warnings.includes(message) || this.warnings.push(message)),
      sessionStorage: () => storage,
      locks: () => world.locksOf(this),
      openChannel: (name, onMessage) => world.openChannel(name, this, onMessage),
      uniqueId: () => world.uniqueId(),
      stores: new Map(),
      ...overrides,
    };
  }

  tracker(options: AgentTransferTrackerOptions = {}): TransferTracker {
    const tracker = new TransferTracker(this.environment, { conversationId: "c-1", ...options });
    tracker.connect();
    return tracker;
  }

  close(): void {
    this.closed = true;
    this.world.kill(this);
  }

  /** The next document in the same tab. */
  reload(): Page {
    this.close();
    return new Page(this.world, this.storage);
  }
}

async function microtasks(): Promise<void> {
  for (let i = 0; i < 12; i += 1) await Promise.resolve();
}

type Mode = "ok" | "throw" | "reject" | "hang";

/** Both halves of an agent-assist SDK. */
export class FakeSdk {
  /** What it took, as JSON: order of keys counts. */
  readonly taken: string[] = [];
  /** Everything that it was ever called with. */
  readonly calls: unknown[] = [];
  readonly listeners = new Set<() => void>();
  mode: Mode = "ok";
  onCall: ((data: unknown) => void) | undefined;
  settleHung: (() => void) | undefined;
  /** When the call began that has not been answered, by the world's clock. */
  hungAt: number | undefined;

  constructor(
    readonly record: string[] = [],
    readonly now: () => number = () => 0,
  ) {}

  internalTransfer(data: unknown): unknown {
    this.calls.push(data);
    this.hungAt = this.mode === "hang" ? this.now() : undefined;
    this.onCall?.(data);
    if (this.mode === "throw") throw new Error("refused");
    if (this.mode === "reject") return Promise.reject(new Error("rejected"));
    if (this.mode === "hang") return new Promise<void>((resolve) => (this.settleHung = resolve));
    this.taken.push(JSON.stringify(data));
    this.record.push(JSON.stringify(data));
    return undefined;
  }

  on(name: string, callback: () => void): void {
    if (name === "ON_SOCKET_CONNECTION") this.listeners.add(callback);
  }

  off(_name: string, callback: () => void): void {
    this.listeners.delete(callback);
  }

  /** The socket is up (again). */
  up(): void {
    for (const listener of this.listeners) listener();
  }
}

/** `NA entry 1` for agentId1. */
export function words(json: readonly string[]): string[] {
  return json.map((text) => {
    const { transfertype, transition, participant } = JSON.parse(text) as {
      transfertype: string;
      transition: string;
      participant: { identity: string };
    };
    return `${transfertype} ${transition} ${participant.identity.replace("agentId", "")}`;
  });
}

export function agent(number: number): { identity: string; name: string } {
  return { identity: `agentId${number}`, name: `AgentName${number}` };
}
