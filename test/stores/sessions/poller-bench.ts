import { Poller } from "../../../src/stores/sessions/poller.js";
import { sightOf } from "../../../src/platform/sight.js";
import { FakeEnvironment, settled } from "../../support/fake-environment.js";

export const LIMIT = 60_000;
export const INTERVAL = 30_000;

/** One request of the poller, answered by the test. */
interface Asked {
  readonly signal: AbortSignal;
  answer(value: string): void;
  fail(error: unknown): void;
}

/** A poller whose requests wait for the test, and what became of them. */
export class PollerBench {
  readonly world = new FakeEnvironment();
  readonly asked: Asked[] = [];
  readonly accepted: string[] = [];
  readonly failed: unknown[] = [];
  /** What is said of each failure. */
  verdict: { halt?: boolean; retryAfterMs?: number; heard?: boolean } = {};
  /** What taking an answer throws. */
  refuse: Error | undefined;
  readonly poller = new Poller<string>({
    environment: this.world,
    sight: sightOf(this.world.visible),
    limit: LIMIT,
    ask: (signal) =>
      new Promise((resolve, reject) => {
        this.asked.push({ signal, answer: resolve, fail: reject });
      }),
    accept: (value) => {
      if (this.refuse) throw this.refuse;
      this.accepted.push(value);
    },
    fail: (error) => {
      this.failed.push(error);
      return this.verdict;
    },
    onChange: () => {},
    makeTimeout: () => "too late",
  });

  last(): Asked {
    return this.asked.at(-1)!;
  }

  async answer(value = "ok"): Promise<void> {
    this.last().answer(value);
    await settled();
  }

  async fail(error: unknown = new Error("down")): Promise<void> {
    this.last().fail(error);
    await settled();
  }
}

/** Whether a promise has settled by now. */
export async function isDone(promise: Promise<unknown>): Promise<boolean> {
  let done = false;
  void promise.then(() => (done = true));
  await settled();
  return done;
}
