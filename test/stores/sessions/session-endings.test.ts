import { expect } from "@open-wc/testing";
import { sessionKey, type TransferSession } from "../../../src/domain/session/session.js";
import { failureOf, type TransferDataSource } from "../../../src/sources/data-source.js";
import { SessionEndings } from "../../../src/stores/sessions/session-endings.js";
import { FakeEnvironment, settled } from "../../support/fake-environment.js";
import { ScriptedSource } from "../../support/scripted-source.js";

const session = (id: string, fields: Partial<TransferSession> = {}): TransferSession => ({
  id,
  provider: "genesys",
  channel: "chat",
  status: "active",
  createdAt: 1,
  ...fields,
});

describe("ending sessions", () => {
  let world: FakeEnvironment;
  let source: ScriptedSource;
  let endings: SessionEndings;
  let polls: number;
  let onChange: () => void;

  const make = (dataSource: TransferDataSource) =>
    new SessionEndings({
      source: dataSource,
      timers: world.timers,
      onChange: () => onChange(),
      onEnded: () => polls++,
    });
  const phaseOf = (one: TransferSession) => endings.snapshot.get(sessionKey(one))?.phase;
  const reconcile = (...sessions: TransferSession[]) =>
    endings.reconcile((wanted) => sessions.find((one) => sessionKey(one) === sessionKey(wanted)));

  beforeEach(() => {
    world = new FakeEnvironment();
    source = new ScriptedSource();
    polls = 0;
    onChange = () => {};
    endings = make(source);
  });

  it("asks the source, shows it, and stands until the list answers", async () => {
    const a = session("a");
    const result = endings.end(a, { reason: "done" });
    expect(source.ends.map(({ session }) => session)).to.deep.equal([a]);
    expect(phaseOf(a)).to.equal("ending");
    expect(polls).to.equal(0);
    source.ends[0]!.resolve();
    expect(await result).to.deep.equal({ ended: true });
    expect(polls).to.equal(1);
    expect(phaseOf(a)).to.equal("ending");
    reconcile(a);
    expect(phaseOf(a)).to.equal(undefined);
    expect(world.timerCount).to.equal(0);
  });

  it("makes one call for one session, and one each for two of the same id", () => {
    void endings.end(session("a"));
    void endings.end(session("a"));
    expect(source.ends).to.have.length(1);
    void endings.end(session("a", { createdAt: 2 }));
    expect(source.ends).to.have.length(2);
  });

  it("gives both who ask the same result", async () => {
    const results = [endings.end(session("a")), endings.end(session("a"))];
    source.ends[0]!.reject("no");
    expect(await Promise.all(results)).to.deep.equal([
      { ended: false, error: "no" },
      { ended: false, error: "no" },
    ]);
  });

  it("gives the true result to one who asks from within the news of it", async () => {
    const results: Promise<unknown>[] = [];
    onChange = () => {
      onChange = () => {};
      results.push(endings.end(session("a")));
    };
    void endings.end(session("a"));
    source.ends[0]!.reject("no");
    expect(await results[0]).to.deep.equal({ ended: false, error: "no" });
  });

  it("lets a failure stand on the row, through any list that still has it", async () => {
    const a = session("a");
    const error = new Error("refused");
    const result = endings.end(a);
    source.ends[0]!.reject(error);
    expect(await result).to.deep.equal({ ended: false, error });
    expect(endings.snapshot.get(sessionKey(a))).to.deep.equal({ phase: "failed", error });
    expect(polls).to.equal(0);
    reconcile(a);
    reconcile(session("a", { status: "post_agent" }));
    expect(phaseOf(a)).to.equal("failed");
    reconcile(session("a", { status: "ended" }));
    expect(phaseOf(a)).to.equal(undefined);
  });

  it("forgets a failure when the row leaves", async () => {
    const a = session("a");
    void endings.end(a);
    source.ends[0]!.reject("no");
    await settled();
    reconcile();
    expect(endings.snapshot.size).to.equal(0);
  });

  it("tries again", async () => {
    const a = session("a");
    void endings.end(a);
    source.ends[0]!.reject("no");
    await settled();
    const again = endings.end(a);
    expect(phaseOf(a)).to.equal("ending");
    source.ends[1]!.resolve();
    expect(await again).to.deep.equal({ ended: true });
  });

  it("keeps a call that is out, whatever the list says, unless it says that it is done", async () => {
    const a = session("a");
    const b = session("b");
    void endings.end(a);
    void endings.end(b);
    reconcile(a, session("b", { status: "ended" }));
    expect(phaseOf(a)).to.equal("ending");
    expect(phaseOf(b)).to.equal(undefined);
  });

  it("brings nothing back that the list has settled", async () => {
    const a = session("a");
    const result = endings.end(a);
    reconcile();
    source.ends[0]!.reject("gone already");
    expect(await result).to.deep.equal({ ended: false, error: "gone already" });
    expect(endings.snapshot.size).to.equal(0);
  });

  it("fails after 60 s, and aborts", async () => {
    const a = session("a");
    const result = endings.end(a);
    await world.pass(59_999);
    expect(phaseOf(a)).to.equal("ending");
    await world.pass(1);
    const { ended, error } = (await result) as { ended: false; error: unknown };
    expect(ended).to.equal(false);
    expect(failureOf(error).kind).to.equal("timeout");
    expect(phaseOf(a)).to.equal("failed");
    expect(source.ends[0]!.signal.aborted).to.equal(true);
  });

  it("asks the list when a call goes through too late", async () => {
    void endings.end(session("a"));
    await world.pass(60_000);
    source.ends[0]!.resolve();
    await settled();
    expect(polls).to.equal(1);
  });

  it("keeps its snapshot while nothing changes", () => {
    void endings.end(session("a"));
    const { snapshot } = endings;
    reconcile(session("a"));
    expect(endings.snapshot).to.equal(snapshot);
  });

  const sources: [string, unknown, boolean][] = [
    ["has no end", {}, false],
    [
      "throws at once",
      {
        end: () => {
          throw new Error("at once");
        },
      },
      false,
    ],
    ["returns no promise", { end: () => 7 }, true],
    // oxlint-disable-next-line unicorn/no-thenable -- a source may be older than promises
    ["returns a thenable", { end: () => ({ then: (resolve: () => void) => resolve() }) }, true],
    [
      "returns a thenable that throws",
      {
        end: () => ({
          // oxlint-disable-next-line unicorn/no-thenable -- the very thing that is tested
          get then() {
            throw new Error("then");
          },
        }),
      },
      false,
    ],
  ];
  for (const [name, dataSource, ended] of sources) {
    it(`copes with a source that ${name}`, async () => {
      endings = make(dataSource as TransferDataSource);
      expect((await endings.end(session("a"))).ended).to.equal(ended);
    });
  }
});
