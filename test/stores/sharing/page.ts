import { sessionStoreFor } from "../../../src/instances/session-store-for.js";
import { sharedSourceFor } from "../../../src/instances/shared-source-for.js";
import type { TransferDataSource } from "../../../src/sources/data-source.js";
import type { Environment } from "../../../src/platform/environment.js";
import type { SharingEnvironment } from "../../../src/stores/sharing/sharing-environment.js";
import type { SessionStore } from "../../../src/stores/sessions/session-store.js";
import { FakeCondition, settled } from "../../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { World, type WorldPage } from "../../support/tab-world.js";

export const INTERVAL = 30_000;

/** A browser with a server behind it: what its pages ask is kept in one list. */
export class Floor {
  readonly world = new World(settled);
  /** Who asked, and when, in milliseconds since the start. */
  readonly asked: string[] = [];
  /** What the server answers; `undefined` leaves it open. */
  standing: unknown;
  readonly #start = this.world.now;

  constructor(standing?: unknown) {
    this.standing = standing;
  }

  get time(): number {
    return this.world.now - this.#start;
  }

  async open(name: string, options: PageOptions = {}): Promise<Page> {
    const page = new Page(this, name, options);
    // What it takes to share is loaded when first used; who asks for it later has it later.
    await import("../../../src/instances/shared-list-for.js");
    await this.world.settle();
    return page;
  }

  pass(milliseconds: number): Promise<void> {
    return this.world.advance(milliseconds);
  }
}

interface PageOptions {
  readonly environment?: Partial<SharingEnvironment>;
  readonly source?: Partial<TransferDataSource>;
  readonly interval?: number;
  readonly visible?: boolean;
}

/** A tab whose provider shares: a source of its own, its store, somebody who looks. */
export class Page implements WorldPage {
  closed = false;
  frozen = false;
  readonly visible = new FakeCondition();
  readonly warnings: string[] = [];
  readonly source: ScriptedSource;
  readonly store: SessionStore;
  readonly #interval: number;
  leave: () => void = () => {};

  constructor(
    readonly floor: Floor,
    readonly name: string,
    { environment, source, interval = INTERVAL, visible = true }: PageOptions,
  ) {
    const { world } = floor;
    this.visible.set(visible);
    const all: Environment & SharingEnvironment = {
      clock: { now: () => world.now },
      timers: { after: (delay, callback) => world.later(delay, this, callback) },
      visible: this.visible,
      online: new FakeCondition(),
      random: () => 0.5,
      warn: (message) => void this.warnings.push(message),
      locks: () => world.locksOf(this),
      openChannel: (channel, onMessage) => world.openChannel(channel, this, onMessage),
      uniqueId: () => world.uniqueId(),
      ...environment,
    };
    this.source = Object.assign(new ScriptedSource(), source);
    const { list } = this.source;
    this.source.list = (request) => {
      floor.asked.push(`${name} ${floor.time}`);
      this.source.standing = floor.standing;
      return list(request);
    };
    const shared = sharedSourceFor(this.source, "/api", { environment: all });
    this.store = sessionStoreFor(shared, { environment: all });
    this.#interval = interval;
    this.look();
  }

  look(): void {
    this.leave = this.store.subscribe(() => {}, { interval: this.#interval });
  }

  get rows(): string {
    return this.store.snapshot.sessions.map(({ id, status }) => `${id} ${status}`).join();
  }

  /** The document dies, without a word. */
  close(): void {
    this.closed = true;
    this.floor.world.kill(this);
  }
}

export const rows = (...ids: string[]) => ids.map((id) => wireRow(id));

/** The rows of each page. */
export const shown = (pages: readonly Page[]) => pages.map((page) => page.rows);
