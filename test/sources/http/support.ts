import { expect } from "@open-wc/testing";
import { type DataSourceFailure, failureOf } from "../../../src/sources/data-source.js";
import { type HttpDataSource, httpDataSourceIn } from "../../../src/sources/http/http-data-source.js";
import { browserHttpEnvironment, type HttpEnvironment } from "../../../src/sources/http/http-environment.js";
import type { HttpDataSourceOptions } from "../../../src/sources/http/options.js";
import { ScriptedServer } from "../../support/http/scripted-server.js";

/** A clock that stands still and timers that fire when the test says so. */
export class HandTimers {
  readonly pending = new Map<() => void, number>();
  time = Date.UTC(2026, 2, 1, 12);
  readonly environment: HttpEnvironment = {
    ...browserHttpEnvironment,
    clock: { now: () => this.time },
    timers: {
      after: (delay, callback) => {
        const entry = (): void => callback();
        this.pending.set(entry, delay);
        return () => void this.pending.delete(entry);
      },
    },
  };

  fire(): void {
    for (const callback of Array.from(this.pending.keys())) {
      this.pending.delete(callback);
      callback();
    }
  }
}

export interface Bench {
  readonly server: ScriptedServer;
  readonly timers: HandTimers;
  readonly source: HttpDataSource;
}

export function bench(options: Partial<HttpDataSourceOptions> = {}): Bench {
  const server = new ScriptedServer();
  const timers = new HandTimers();
  return { server, timers, source: httpDataSourceIn(timers.environment, { url: server.url, ...options }) };
}

/** A signal that nobody aborts. */
export function calm(): { signal: AbortSignal } {
  return { signal: new AbortController().signal };
}

/** Waits for a rejection and says what it means; the rejection must be an error with fields of its own. */
export async function failure(promise: Promise<unknown>): Promise<DataSourceFailure & { message: string }> {
  let answer: unknown;
  try {
    answer = await promise;
  } catch (thrown) {
    expect(thrown).to.be.instanceOf(Error);
    expect(thrown).to.have.property("name", "DataSourceError");
    return failureOf(thrown);
  }
  throw new Error(`did not fail, but gave ${JSON.stringify(answer)}`);
}

export const SESSION = { id: "agent_transfer:u-1:conv-1:chat", provider: "genesys", channel: "chat", status: "active" };
