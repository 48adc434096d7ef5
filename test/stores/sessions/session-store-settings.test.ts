import { expect } from "@open-wc/testing";
import type { TransferDataSource } from "../../../src/sources/data-source.js";
import { SessionStore } from "../../../src/stores/sessions/session-store.js";
import { FakeEnvironment, settled } from "../../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";

const INTERVAL = 30_000;
const GENESYS = [{ provider: "genesys", connected: true }];

describe("integrations and lifecycle of a session store", () => {
  let world: FakeEnvironment;
  let asked: string[];
  let integrations: () => unknown;
  let lifecycle: () => unknown;
  let signals: AbortSignal[];

  function make(): SessionStore {
    const source: TransferDataSource = Object.assign(new ScriptedSource([wireRow("a")]), {
      integrations: ({ signal }: { signal: AbortSignal }) => {
        asked.push("integrations");
        signals.push(signal);
        return integrations() as Promise<never>;
      },
      lifecycle: () => {
        asked.push("lifecycle");
        return lifecycle() as Promise<never>;
      },
    });
    return new SessionStore(source, world);
  }

  beforeEach(() => {
    world = new FakeEnvironment();
    asked = [];
    signals = [];
    integrations = () => Promise.resolve(GENESYS);
    lifecycle = () => Promise.resolve({ chat: 5 });
  });

  it("are asked for at the start and on a refresh, not with each poll", async () => {
    const store = make();
    expect(asked).to.deep.equal([]);
    store.subscribe(() => {});
    await world.pass(5 * INTERVAL);
    expect(asked).to.deep.equal(["integrations", "lifecycle"]);
    expect(store.snapshot.integrations).to.deep.equal(GENESYS);
    expect(store.snapshot.lifecycle).to.deep.equal({ chat: 5 });
    await store.refresh();
    expect(asked).to.have.length(4);
  });

  it("are asked for by a refresh that joins a poll, too", async () => {
    const source = Object.assign(new ScriptedSource(), {
      integrations: () => {
        asked.push("integrations");
        return Promise.resolve(GENESYS);
      },
    });
    const store = new SessionStore(source, world);
    store.subscribe(() => {});
    await settled();
    source.last.answer([]);
    await settled();
    expect(asked).to.have.length(1);
    void store.pollAnew();
    void store.refresh();
    source.last.answer([]);
    await settled();
    expect(source.requests).to.have.length(2);
    expect(asked).to.have.length(2);
  });

  it("are unknown where the source has none", async () => {
    const store = new SessionStore(new ScriptedSource([]), world);
    store.subscribe(() => {});
    await settled();
    expect(store.snapshot).to.not.have.property("integrations");
    expect(store.snapshot).to.not.have.property("lifecycle");
  });

  it("are none only where the source says so", async () => {
    integrations = () => Promise.resolve([]);
    const store = make();
    store.subscribe(() => {});
    await settled();
    expect(store.snapshot.integrations).to.deep.equal([]);
  });

  const failures: [string, () => unknown][] = [
    ["rejects", () => Promise.reject(new Error("no"))],
    [
      "throws",
      () => {
        throw new Error("no");
      },
    ],
    ["answers nothing", () => undefined],
    ["answers a number", () => 7],
    ["answers nothing readable", () => Promise.resolve([{}, 1])],
  ];
  for (const [name, failing] of failures) {
    it(`are unknown where the source ${name}, and the list stands`, async () => {
      integrations = failing;
      lifecycle = failing;
      const store = make();
      store.subscribe(() => {});
      await settled();
      expect(store.snapshot).to.not.have.property("integrations");
      expect(store.snapshot).to.not.have.property("lifecycle");
      expect(store.snapshot.sessions).to.have.length(1);
      expect(store.snapshot).to.not.have.property("error");
    });
  }

  it("become unknown when integrations fail later; the last lifecycle stands", async () => {
    const store = make();
    store.subscribe(() => {});
    await settled();
    integrations = () => Promise.reject(new Error("no"));
    lifecycle = () => Promise.reject(new Error("no"));
    await store.refresh();
    await settled();
    expect(store.snapshot).to.not.have.property("integrations");
    expect(store.snapshot.lifecycle).to.deep.equal({ chat: 5 });
  });

  it("that never come hold nothing up, and are aborted with the last subscriber", async () => {
    integrations = () => new Promise(() => {});
    const store = make();
    const leave = store.subscribe(() => {});
    await settled();
    expect(store.snapshot.status).to.equal("ready");
    leave();
    await settled();
    expect(signals[0]!.aborted).to.equal(true);
    store.subscribe(() => {});
    await world.pass(INTERVAL);
    expect(signals).to.have.length(2);
  });

  it("of an older question do not overrule the newer one", async () => {
    const answers: ((value: unknown) => void)[] = [];
    integrations = () => new Promise((resolve) => answers.push(resolve));
    lifecycle = integrations;
    const store = make();
    store.subscribe(() => {});
    await settled();
    await store.refresh();
    answers[2]!(GENESYS);
    answers[3]!({ chat: 2 });
    await settled();
    answers[0]!([]);
    answers[1]!({ chat: 1 });
    await settled();
    expect(store.snapshot.integrations).to.deep.equal(GENESYS);
    expect(store.snapshot.lifecycle).to.deep.equal({ chat: 2 });
  });

  it("decide when a row that left had expired", async () => {
    const rows = { standing: [wireRow("a", { updatedAt: world.clock.now() - 6 * 60_000 })] as unknown[] };
    const source = Object.assign(new ScriptedSource(() => rows.standing), { lifecycle: () => lifecycle() });
    const store = new SessionStore(source as TransferDataSource, world);
    store.subscribe(() => {});
    await settled();
    rows.standing = [];
    await store.refresh();
    expect(store.snapshot.lingering.map(({ reason }) => reason)).to.deep.equal(["expired"]);
  });

  it("are not asked for by a page that is hidden from the start", async () => {
    world.visible.set(false);
    make().subscribe(() => {});
    await world.pass(INTERVAL);
    expect(asked).to.deep.equal([]);
  });
});
