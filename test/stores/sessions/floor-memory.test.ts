import { expect } from "@open-wc/testing";
import { sessionStoreFor } from "../../../src/instances/session-store-for.js";
import { summarize } from "../../../src/domain/session/floor-summary.js";
import { FakeEnvironment, NOON, settled } from "../../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";

const MINUTE = 60_000;

async function run(rows: unknown, options: { lifecycle?: Record<string, number> } = {}) {
  const source = new ScriptedSource(rows);
  const environment = new FakeEnvironment();
  const store = sessionStoreFor(source, { environment });
  store.subscribe(() => {}, options);
  await settled();
  return { source, environment, store };
}

const waiting = (id: string, fields: Record<string, unknown> = {}) =>
  wireRow(id, { createdAt: NOON - 4 * MINUTE, updatedAt: NOON - MINUTE, ...fields });

const session = (status: string, provider: string, createdAt?: number) => ({
  id: "x",
  provider,
  status,
  channel: "chat",
  ...(createdAt === undefined ? {} : { createdAt }),
});

describe("stores: what the floor has been like", () => {
  it("remembers the longest wait that ended, for an hour", async () => {
    const { source, environment, store } = await run([waiting("a"), waiting("b", { createdAt: NOON - MINUTE })]);
    expect(store.waits.longest(store.now())).to.equal(undefined);
    source.standing = [
      waiting("a", { status: "active", updatedAt: NOON + 20_000 }),
      waiting("b", { createdAt: NOON - MINUTE }),
    ];
    await environment.pass(30_000);
    expect(store.waits.longest(store.now()), "by the record's own time").to.equal(4 * MINUTE + 20_000);
    source.standing = [waiting("a", { status: "active", updatedAt: NOON + 20_000 })];
    await environment.pass(30_000);
    expect(store.waits.longest(store.now()), "the shorter one changes nothing").to.equal(4 * MINUTE + 20_000);
    await environment.pass(59 * MINUTE);
    expect(store.waits.longest(store.now())).to.equal(4 * MINUTE + 20_000);
    await environment.pass(2 * MINUTE);
    expect(store.waits.longest(store.now())).to.equal(undefined);
  });

  it("believes no time of change that cannot be", async () => {
    const { source, environment, store } = await run([waiting("a")]);
    source.standing = [waiting("a", { status: "active", updatedAt: NOON + 900 * MINUTE })];
    await environment.pass(30_000);
    expect(store.waits.longest(store.now())).to.equal(4 * MINUTE + 30_000);
  });

  it("says how many left when many leave at once, until it is dismissed", async () => {
    const rows = Array.from({ length: 12 }, (_, index) => waiting(`r${index}`));
    const { source, environment, store } = await run([...rows, waiting("e", { status: "ended" })]);
    source.standing = [];
    await environment.pass(30_000);
    expect(store.snapshot.departure).to.deep.equal({ count: 12, at: NOON + 30_000 });
    await environment.pass(60_000);
    expect(store.snapshot.departure?.count, "kept over further polls").to.equal(12);
    store.dismissDeparture();
    expect(store.snapshot.departure).to.equal(undefined);
  });

  it("withdraws the note when rows return", async () => {
    const { source, environment, store } = await run(["a", "b", "c"].map((id) => waiting(id)));
    source.standing = [];
    await environment.pass(30_000);
    expect(store.snapshot.departure?.count).to.equal(3);
    source.standing = [waiting("d")];
    await environment.pass(30_000);
    expect(store.snapshot.departure).to.equal(undefined);
  });

  it("says nothing of the last one or two, of ended ones, of some among many, or of a failure", async () => {
    for (const [before, after] of [
      [[waiting("a"), waiting("b")], []],
      [["a", "b", "c", "d"].map((id) => waiting(id, { status: "ended" })), []],
      [["a", "b", "c", "d"].map((id) => waiting(id)), [waiting("d")]],
      [["a", "b", "c", "d"].map((id) => waiting(id)), null],
    ] as const) {
      const { source, environment, store } = await run(before);
      source.standing = after === null ? () => null : after;
      await environment.pass(30_000);
      expect(store.snapshot.departure).to.equal(undefined);
    }
  });

  it("does not mistake what was ended here for a departure", async () => {
    const { source, store } = await run(["a", "b", "c"].map((id) => waiting(id)));
    const ends = store.snapshot.sessions.map((session) => store.end(session));
    source.standing = [];
    for (const end of source.ends) end.resolve();
    await Promise.all(ends);
    await store.refresh();
    expect(store.snapshot.sessions).to.have.length(0);
    expect(store.snapshot.departure).to.equal(undefined);
  });

  it("tells expired from gone by the provider's lifecycle where the source says nothing", async () => {
    const rows = [waiting("a", { channel: "chat" }), waiting("b", { channel: "email" })];
    const { source, environment, store } = await run(rows, { lifecycle: { chat: 1 } });
    source.standing = [];
    await environment.pass(30_000);
    expect(store.snapshot.lingering.map(({ session, reason }) => `${session.id} ${reason}`)).to.deep.equal([
      "a expired",
      "b gone",
    ]);
  });

  it("sums up the floor in one pass", () => {
    expect(
      summarize([
        session("odd", "five9", 1),
        session("ended", "genesys", 2),
        session("queued", "genesys", 9),
        session("pending", "", 7),
        session("queued", "genesys"),
      ]),
    ).to.deep.equal({
      total: 5,
      byStatus: [
        { value: "pending", count: 1 },
        { value: "queued", count: 2 },
        { value: "ended", count: 1 },
        { value: "odd", count: 1 },
      ],
      byProvider: [
        { value: "genesys", count: 3 },
        { value: "", count: 1 },
        { value: "five9", count: 1 },
      ],
      waiting: 3,
      waitingSince: 7,
    });
    expect(summarize([])).to.deep.equal({ total: 0, byStatus: [], byProvider: [], waiting: 0 });
  });
});
