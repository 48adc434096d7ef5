import type { LifecycleSettings } from "../../../src/domain/session/lifecycle.js";
import type { MemoryDataSource } from "../../../src/sources/memory/memory-data-source.js";
import type { Floor } from "./floor.js";
import type { SessionRows } from "./session-rows.js";

/** Nothing here outlives its request, so nothing needs to be aborted. */
const request = { signal: new AbortController().signal };

/** The simulated contact centre. */
export class SimulatedFloor implements Floor {
  readonly #source: MemoryDataSource;
  #cursor: string | undefined;
  #now = 0;

  constructor(source: MemoryDataSource) {
    this.#source = source;
  }

  now(): number {
    return this.#now;
  }

  async advance(rows: SessionRows): Promise<void> {
    const cursor = this.#cursor;
    const answer = await this.#source.list({ ...request, ...(cursor === undefined ? undefined : { cursor }) });
    this.#cursor = answer.cursor;
    this.#now = Date.parse(String(answer.serverTime));
    if ("sessions" in answer) {
      rows.replaceAll(answer.sessions);
      return;
    }
    for (const id of answer.removed) rows.remove(id);
    for (const row of answer.changed) rows.put(row);
  }

  end(id: string): Promise<void> {
    return this.#source.end({ id }, request);
  }

  integrations() {
    return this.#source.integrations(request);
  }

  lifecycle() {
    return this.#source.lifecycle(request);
  }

  saveLifecycle(settings: LifecycleSettings) {
    return this.#source.saveLifecycle(settings, request);
  }
}
