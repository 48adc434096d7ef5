import { expect } from "@open-wc/testing";
import { attentionMonitorFor } from "../../../src/instances/attention-monitor-for.js";
import { sessionStoreFor } from "../../../src/instances/session-store-for.js";
import { DEFAULT_ATTENTION, type AttentionThresholds } from "../../../src/domain/session/attention.js";
import type { LifecycleSettings } from "../../../src/domain/session/lifecycle.js";
import type { TransferDataSource } from "../../../src/sources/data-source.js";
import type { AttentionChange } from "../../../src/stores/attention/attention-monitor.js";
import { Deferred } from "../../support/deferred.js";
import { FakeEnvironment, NOON, settled } from "../../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";

const MINUTE = 60_000;

async function watch(
  source: TransferDataSource,
  options: { thresholds?: Partial<AttentionThresholds>; lifecycle?: LifecycleSettings } = {},
) {
  const environment = new FakeEnvironment();
  const store = sessionStoreFor(source, { environment });
  const stopStore = store.subscribe(() => {}, { interval: 30_000 });
  const monitor = attentionMonitorFor(store, {
    thresholds: { ...DEFAULT_ATTENTION, ...options.thresholds },
    lifecycle: options.lifecycle,
  });
  const changes: AttentionChange[] = [];
  const stop = monitor.subscribe((change) => void changes.push(change));
  await settled();
  return {
    environment,
    store,
    monitor,
    changes,
    stop: () => {
      stop();
      stopStore();
    },
    /** What was told since the last call: "id rule". */
    news: () =>
      changes.splice(0).flatMap(({ news }) => news.map(({ session, attention }) => `${session.id} ${attention.rule}`)),
    needing: () =>
      monitor.needing.map(
        (session) =>
          `${session.id} ${monitor
            .of(session)
            .map(({ rule }) => rule)
            .join("+")}`,
      ),
  };
}

const fresh = (id: string, fields: Record<string, unknown> = {}) =>
  wireRow(id, { createdAt: NOON, updatedAt: NOON, channel: "email", ...fields });

describe("stores: attention monitor", () => {
  // Otherwise the first odd record waits for it.

  it("tells each row and rule once, warning and critical apart, at the very moment", async () => {
    const { environment, news, needing } = await watch(new ScriptedSource([fresh("a")]));
    await environment.pass(180_000);
    expect(news()).to.deep.equal([]);
    await environment.pass(1);
    expect(news()).to.deep.equal(["a waiting-warning"]);
    expect(needing()).to.deep.equal(["a waiting-warning"]);
    await environment.pass(120_000 - 1);
    expect(news()).to.deep.equal([]);
    await environment.pass(1);
    expect(news()).to.deep.equal(["a waiting-critical"]);
    await environment.pass(30 * MINUTE);
    expect(news()).to.deep.equal([]);
  });

  it("tells soon after a sleep of the machine what came meanwhile, with nothing new in the list", async () => {
    let first = true;
    const list = [fresh("a")];
    const source = new ScriptedSource(() => (first ? ((first = false), list) : { unchanged: true }));
    const { environment, news } = await watch(source);
    await environment.pass(10_000);
    environment.shiftClock(3 * 60 * MINUTE);
    await environment.pass(5_000);
    expect(news()).to.deep.equal(["a waiting-critical"]);
  });

  it("does not tell what the first list already held, but what it comes to", async () => {
    const source = new ScriptedSource([fresh("long", { createdAt: NOON - 200_000 }), fresh("odd", { queue: 7 })]);
    const { environment, news, needing } = await watch(source);
    expect(news()).to.deep.equal([]);
    expect(needing()).to.deep.equal(["long waiting-warning", "odd unreadable"]);
    await environment.pass(100_001);
    expect(news()).to.deep.equal(["long waiting-critical"]);
  });

  it("tells of a row that comes in need, once, also when it leaves and returns", async () => {
    const source = new ScriptedSource([fresh("a")]);
    const { environment, news, needing } = await watch(source);
    const late = fresh("b", { createdAt: NOON - 400_000 });
    source.standing = [fresh("a"), late];
    await environment.pass(30_000);
    expect(news()).to.deep.equal(["b waiting-critical"]);
    source.standing = [fresh("a")];
    await environment.pass(30_000);
    expect(needing()).to.deep.equal([]);
    source.standing = [fresh("a"), late];
    await environment.pass(30_000);
    expect(needing()).to.deep.equal(["b waiting-critical"]);
    expect(news()).to.deep.equal([]);
    source.standing = [fresh("a"), fresh("b", { createdAt: NOON - 390_000 })];
    await environment.pass(30_000);
    expect(news(), "the id again, another session").to.deep.equal(["b waiting-critical"]);
  });

  it("forgets the need of a row that is answered, and does not tell it again when it is queued anew", async () => {
    const source = new ScriptedSource([fresh("a", { createdAt: NOON - 170_000 })]);
    const { environment, news, needing } = await watch(source);
    await environment.pass(10_001);
    expect(news()).to.deep.equal(["a waiting-warning"]);
    source.standing = [fresh("a", { createdAt: NOON - 170_000, status: "active" })];
    await environment.pass(20_000);
    expect(needing()).to.deep.equal([]);
    source.standing = [fresh("a", { createdAt: NOON - 170_000, status: "queued" })];
    await environment.pass(30_000);
    expect(needing()).to.deep.equal(["a waiting-warning"]);
    expect(news()).to.deep.equal([]);
  });

  it("lets activity put off an expiry", async () => {
    const source = new ScriptedSource([fresh("a", { channel: "chat", status: "active" })]);
    const { environment, news } = await watch(source);
    await environment.pass(24 * MINUTE);
    source.standing = [fresh("a", { channel: "chat", status: "active", updatedAt: NOON + 24 * MINUTE })];
    await environment.pass(24 * MINUTE);
    expect(news()).to.deep.equal([]);
    await environment.pass(MINUTE);
    expect(news()).to.deep.equal(["a expiring"]);
  });

  it("calls a silent call stale after 60 minutes", async () => {
    const { environment, news } = await watch(new ScriptedSource([fresh("a", { channel: "voice", status: "active" })]));
    await environment.pass(60 * MINUTE - 1);
    expect(news()).to.deep.equal([]);
    await environment.pass(1);
    expect(news()).to.deep.equal(["a stale"]);
  });

  it("goes by the server's clock", async () => {
    const ahead = { sessions: [fresh("a")], serverTime: NOON + 170_000 };
    const source = new ScriptedSource(() => ({
      ...ahead,
      serverTime: Number(source.requests.length - 1) * 30_000 + ahead.serverTime,
    }));
    const { environment, news } = await watch(source);
    await environment.pass(10_000);
    expect(news()).to.deep.equal([]);
    await environment.pass(1);
    expect(news()).to.deep.equal(["a waiting-warning"]);
  });

  it("judges anew when the server's clock is set", async () => {
    let serverTime = NOON;
    const source = new ScriptedSource(() => ({ sessions: [fresh("a")], serverTime }));
    const { environment, needing } = await watch(source);
    serverTime = NOON + 3_600_000;
    await environment.pass(30_000);
    expect(needing()).to.deep.equal(["a waiting-critical"]);
    serverTime = NOON - 3_600_000;
    await environment.pass(30_000);
    expect(needing()).to.deep.equal([]);
  });

  it("does not tell what only the settings of the source reveal, a moment after the first list", async () => {
    const settings = new Deferred<Record<string, number>>();
    const source = Object.assign(new ScriptedSource([fresh("a", { channel: "chat", status: "active" })]), {
      lifecycle: () => settings.promise,
    });
    const { store, news, needing } = await watch(source);
    settings.resolve({ chat: 2 });
    await settled();
    expect(needing()).to.deep.equal(["a expiring"]);
    expect(news()).to.deep.equal([]);
    store.adoptLifecycle({ chat: 30 });
    expect(needing()).to.deep.equal([]);
  });

  it("lets the source's settings win over the provider's", async () => {
    const rows = [fresh("a", { channel: "chat", status: "active" }), fresh("b", { channel: "sms", status: "active" })];
    const source = Object.assign(new ScriptedSource(rows), { lifecycle: async () => ({ chat: 30 }) });
    const { needing } = await watch(source, { lifecycle: { chat: 1, sms: 1 } });
    expect(needing()).to.deep.equal(["b expiring"]);
  });

  it("sleeps between crossings: one timer, and one crossing touches one of 10,000 rows", async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => fresh(`r${index}`, { createdAt: NOON + index * 1_000 }));
    const source = new ScriptedSource(rows);
    const { environment, store, changes } = await watch(source);
    store.pause();
    expect(environment.timerCount, "the next crossing").to.equal(1);
    await environment.pass(180_000);
    expect(changes.splice(0).filter(({ changed }) => changed.length > 0)).to.have.length(0);
    await environment.pass(1);
    expect(changes.splice(0).map(({ changed }) => changed.map(({ id }) => id))).to.deep.equal([["r0"]]);
    expect(environment.timerCount).to.equal(1);
    await environment.pass(999);
    expect(changes).to.have.length(0);
    await environment.pass(1);
    expect(changes.splice(0).map(({ changed }) => changed.map(({ id }) => id))).to.deep.equal([["r1"]]);
  });

  it("shares its timer, leaves none behind, and comes back without telling old news", async () => {
    const source = new ScriptedSource([fresh("a")]);
    const { environment, store, monitor, stop, news } = await watch(source);
    const again = attentionMonitorFor(store, { thresholds: { ...DEFAULT_ATTENTION } });
    expect(again).to.equal(monitor);
    const other = attentionMonitorFor(store, { thresholds: { ...DEFAULT_ATTENTION, stale: 1 } });
    expect(other).not.to.equal(monitor);
    await environment.pass(180_001);
    expect(news()).to.deep.equal(["a waiting-warning"]);
    stop();
    await settled();
    expect(environment.timerCount).to.equal(0);
    const told: string[] = [];
    const stopStore = store.subscribe(() => {});
    const leave = monitor.subscribe(({ news }) => told.push(...news.map(({ attention }) => attention.rule)));
    await environment.pass(120_000);
    expect(told).to.deep.equal(["waiting-critical"]);
    leave();
    stopStore();
  });

  it("survives a listener that throws", async () => {
    const { environment, monitor, news } = await watch(new ScriptedSource([fresh("a")]));
    monitor.subscribe(() => {
      throw new Error("mine");
    });
    await environment.pass(400_000);
    expect(news()).to.have.length(2);
    expect(environment.warnings.join()).to.contain("mine");
  });
});
