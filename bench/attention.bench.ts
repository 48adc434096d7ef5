// What the attention monitor costs on a floor of 10,000 sessions. Run: npx wtr --files bench/attention.bench.ts
// Wall clock in Chromium, medians; it prints figures and judges nothing.
import { attentionMonitorFor } from "../src/instances/attention-monitor-for.js";
import { sessionStoreFor } from "../src/instances/session-store-for.js";
import { DEFAULT_ATTENTION } from "../src/domain/session/attention.js";
import { FakeEnvironment, NOON, settled } from "../test/support/fake-environment.js";
import { ScriptedSource, wireRow } from "../test/support/scripted-source.js";

const SESSIONS = 10_000;
const CHANNELS = ["chat", "messaging", "email", "campaign", "voice"];
const STATUSES = ["pending", "queued", "active", "post_agent", "ended"];

const rowAt = (index: number, fields: Record<string, unknown> = {}) =>
  wireRow(`r${index}`, {
    channel: CHANNELS[index % 5],
    status: STATUSES[Math.floor(index / 5) % 5],
    // No two cross a threshold in the same millisecond.
    createdAt: NOON - index * 61,
    updatedAt: NOON - index * 61,
    ...fields,
  });

function median(values: number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  return `${sorted[Math.floor(sorted.length / 2)]!.toFixed(2)} ms`;
}

function time(action: () => void): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

describe("attention on 10,000 sessions", () => {
  it("costs", async () => {
    const source = new ScriptedSource(Array.from({ length: SESSIONS }, (_, index) => rowAt(index)));
    const environment = new FakeEnvironment();
    const store = sessionStoreFor(source, { environment });
    store.subscribe(() => {});
    await settled();
    store.pause();

    const starts: number[] = [];
    for (let round = 0; round < 15; round++) {
      const monitor = attentionMonitorFor(store, { thresholds: { ...DEFAULT_ATTENTION, stale: 3_600 + round } });
      let stop: (() => void) | undefined;
      starts.push(time(() => void (stop = monitor.subscribe(() => {}))));
      stop?.();
    }

    // The store rests: every timer from here on is the monitor's.
    const wakeUps: number[] = [];
    const after = environment.timers.after.bind(environment.timers);
    environment.timers.after = (delay, callback) => after(delay, () => void wakeUps.push(time(callback)));
    const changes: number[] = [];
    attentionMonitorFor(store, { thresholds: DEFAULT_ATTENTION }).subscribe(
      ({ changed }) => void changes.push(changed.length),
    );
    await environment.pass(20_000);
    console.log(
      JSON.stringify({
        "first look at all": median(starts),
        "one wake-up": median(wakeUps),
        "wake-ups": wakeUps.length,
        "rows changed by them": changes.reduce((sum, count) => sum + count, 0),
        "timers between them": environment.timerCount,
      }),
    );
  }).timeout(120_000);
});
