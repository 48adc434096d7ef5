import type { TrackerStorage } from "../../src/tracker/store/conversation-storage.js";
import type { TrackerEnvironment } from "../../src/tracker/tracker-environment.js";
import { TransferTracker, type AgentTransferTrackerOptions } from "../../src/tracker/transfer-tracker.js";
import { World } from "../support/tab-world.js";

export { World };

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
  rejectHung: ((error: Error) => void) | undefined;
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
    if (this.mode === "hang") {
      return new Promise<void>((resolve, reject) => {
        this.settleHung = resolve;
        this.rejectHung = reject;
      });
    }
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
