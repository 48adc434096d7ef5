import { expect } from "@open-wc/testing";
import { executeServerCommand } from "@web/test-runner-commands";
import * as fc from "fast-check";
import type { AgentTransferTrackerOptions, TransferTracker } from "../../src/tracker/transfer-tracker.js";
import { firstIllegal, Reference, type Move, type Said } from "./reference.js";
import { FakeSdk, Page, words, World } from "./world.js";

/** Sequences in all; each takes a few milliseconds. More: `TRACKER_RUNS=100000 npx wtr --files test/tracker/model.test.ts`. */
const RUNS = await executeServerCommand<number, never>("tracker-runs");

const LOCK = "handoff-elements:tracker:c-1:send";

interface Tab {
  page: Page;
  sdk: FakeSdk;
  /** Those before it: one may still owe an answer. */
  readonly sdks: FakeSdk[];
  tracker: TransferTracker;
  /** A list that was not empty was set in this document. */
  listed: boolean;
}

class Desk {
  readonly world = new World();
  readonly record: string[] = [];
  readonly tabs: Tab[] = [];

  constructor(readonly habits: AgentTransferTrackerOptions) {}

  sdk(): FakeSdk {
    const sdk = new FakeSdk(this.record, () => this.world.now);
    // What closes a conversation goes the way of all events.
    const close = (how: string) =>
      sdk.internalTransfer({ transfertype: how, transition: "close", participant: { identity: "-" } });
    Object.assign(sdk, { triggerSummary: () => close("summary"), endOfConversation: () => close("end") });
    sdk.onCall = (data) => sdk.mode === "hang" && this.record.push(JSON.stringify(data));
    return sdk;
  }

  open(page = new Page(this.world)): Tab {
    const sdk = this.sdk();
    const tab: Tab = {
      page,
      sdk,
      sdks: [sdk],
      tracker: page.tracker({ sdk, settle: 0, ...this.habits }),
      listed: false,
    };
    this.tabs.push(tab);
    return tab;
  }

  /** What the SDKs have, beside the one event that they have not answered for. */
  get answered(): number {
    return this.record.length - (this.tabs.some((tab) => this.inFlight(tab)) ? 1 : 0);
  }

  /** A person wants what was never answered for to be said again. */
  retry(model: Reference, { tracker }: Tab): void {
    const never = tracker.state.outbox.filter(({ status }) => status === "unconfirmed");
    const lines = never.map(({ kind, payload }) => {
      const line = kind === "transfer" ? words([JSON.stringify(payload)])[0]! : `${kind} close -`;
      const [how, what, who] = line.split(" ");
      return { how, what, who, known: true } as Said;
    });
    model.sayAgain(
      lines.filter((line) => model.matters(line)),
      this.record.length,
    );
    void tracker.retry();
  }

  tab(choice: number): Tab {
    return this.tabs[choice % this.tabs.length]!;
  }

  /** Whether this tab's SDK has been told something that it has not answered. */
  inFlight({ page, sdks }: Tab): boolean {
    const holds = this.world.holderOf(LOCK) === page;
    return holds && sdks.some(({ hungAt }) => hungAt !== undefined && this.world.now - hungAt < 10_000);
  }
}

const agents = fc.constantFrom("1", "2", "3", "4");
const tabs = fc.nat(5);
/** Most of what happens to a conversation happens before its end. */
const rarely = fc.nat(5).map((value) => value === 5);
type Act = (desk: Desk, model: Reference, tab: Tab) => void | Promise<void>;

/** One step: done to both, then everything settles, then both are compared. */
class Step implements fc.AsyncCommand<Reference, Desk> {
  constructor(
    readonly name: string,
    readonly choice: number,
    readonly act: Act,
  ) {}
  check = () => true;
  toString = () => `${this.name} in tab ${this.choice}`;
  async run(model: Reference, desk: Desk): Promise<void> {
    await this.act(desk, model, desk.tab(this.choice));
    model.taskEnds();
    // A leave that another tab passes on stays open for a moment.
    await desk.world.advance(50);
    const isHeld = desk.world.holderOf(LOCK) !== undefined;
    const heard = words(desk.record);
    expect(heard, "nothing lost, doubled or out of order").to.deep.equal(model.lines.slice(0, heard.length));
    for (const { tracker } of desk.tabs) {
      const { phase, roster, aside } = tracker.state;
      expect([phase, names(roster), names(aside)]).to.deep.equal([model.phase, model.present, model.aside]);
      const waiting = tracker.state.outbox.filter(
        // A summary that its holder died with is dropped by the next one; until then nobody can know of it.
        ({ kind, status }) => status !== "unconfirmed" && (isHeld || kind !== "summary" || status !== "sending"),
      );
      expect(waiting).to.have.length(model.said.length - desk.answered);
    }
  }
}

function names(list: readonly { identity: string }[]): string[] {
  return list.map(({ identity }) => identity.replace("agentId", ""));
}

function named(id: string): { identity: string; name: string } {
  return { identity: `agentId${id}`, name: `AgentName${id}` };
}

const entryMoves: fc.Arbitrary<Move> = fc.record({
  transfer: fc.option(fc.constantFrom("NA", "cold", "warm", "redial"), { nil: undefined, freq: 2 }),
  announce: fc.option(fc.constant(false), { nil: undefined, freq: 3 }),
});
const exitMoves: fc.Arbitrary<Move> = fc.record({
  transfer: fc.option(fc.constantFrom("NA", "cold", "warm"), { nil: undefined, freq: 2 }),
  announce: fc.option(fc.boolean(), { nil: undefined, freq: 3 }),
});

function steps(plain: boolean): fc.Arbitrary<Step>[] {
  const entry = plain ? fc.constant<Move>({}) : entryMoves;
  const exit = plain ? fc.constant<Move>({}) : exitMoves;
  const step = (name: string, act: Act) => tabs.map((tab) => new Step(name, tab, act));
  return [
    ...[1, 2, 3, 4, 5].map(() =>
      fc.tuple(agents, entry, tabs).map(
        ([id, move, choice]) =>
          new Step(`join ${id} ${JSON.stringify(move)}`, choice, (_, model, tab) => {
            void tab.tracker.agentJoined(named(id), move as never);
            model.join(id, move);
          }),
      ),
    ),
    ...[1, 2, 3].map(() =>
      fc.tuple(agents, exit, tabs).map(
        ([id, move, choice]) =>
          new Step(`leave ${id} ${JSON.stringify(move)}`, choice, (_, model, tab) => {
            void tab.tracker.agentLeft(`agentId${id}`, move as never);
            model.leave(id, move);
          }),
      ),
    ),
    fc.tuple(agents, agents, tabs, rarely).map(
      ([out, into, choice, ends]) =>
        new Step(`leave ${out}, join ${into}${ends ? ", end" : ""} at once`, choice, (_, model, tab) => {
          void tab.tracker.agentLeft(`agentId${out}`);
          void tab.tracker.agentJoined(named(into));
          if (ends) void tab.tracker.conversationEnded();
          model.leave(out);
          model.join(into);
          if (ends) model.end();
        }),
    ),
    fc.tuple(agents, tabs, rarely).map(
      ([out, choice, ends]) =>
        new Step(`leave ${out}${ends ? ", end" : ""} at once`, choice, (_, model, tab) => {
          void tab.tracker.agentLeft(`agentId${out}`);
          if (ends) void tab.tracker.conversationEnded();
          model.leave(out);
          if (ends) model.end();
        }),
    ),
    fc.tuple(fc.array(agents, { maxLength: 4 }), tabs).map(
      ([ids, choice]) =>
        new Step(`participants ${ids.join()}`, choice, (_, model, tab) => {
          tab.tracker.participants = ids.map(named);
          if (ids.length === 0 && !tab.listed) return;
          tab.listed = true;
          model.list(ids);
        }),
    ),
    step("drop", (_, model, tab) => {
      void tab.tracker.conversationDropped();
      model.drop();
    }),
    fc.tuple(exit, tabs, rarely).map(
      ([{ transfer }, choice, ends]) =>
        new Step(ends ? `end ${transfer ?? ""}` : "nothing", choice, (_, model, tab) => {
          if (!ends) return;
          void tab.tracker.conversationEnded({ transfer } as never);
          model.end({ transfer });
        }),
    ),
    ...[1, 2, 3].map(() => step("connection", (_, __, tab) => tab.sdk.up())),
    step("disconnect", (_, __, tab) => void (tab.tracker.connected = false)),
    ...(["ok", "ok", "ok", "throw", "reject", "hang"] as const).map((mode) =>
      step(`sink: ${mode}`, (_, __, tab) => void (tab.sdk.mode = mode)),
    ),
    step("sink: new", (desk, _, tab) => {
      tab.sdk = desk.sdk();
      tab.sdks.push(tab.sdk);
      tab.tracker.sdk = tab.sdk;
    }),
    step("sink: gone", (_, __, tab) => void (tab.tracker.sdk = undefined)),
    step("retry", (desk, model, tab) => desk.retry(model, tab)),
    fc
      .tuple(fc.integer({ min: 1, max: 20_000 }), tabs)
      .map(([time, choice]) => new Step(`wait ${time}`, choice, (desk) => desk.world.advance(time))),
    step("element moves", (_, __, tab) => {
      tab.tracker.release();
      tab.tracker.connect();
    }),
    step("element goes and comes", async (desk, _, tab) => {
      tab.tracker.release();
      await desk.world.settle();
      tab.tracker.connect();
    }),
    step("reload", (desk, model, tab) => {
      const interrupted = desk.inFlight(tab);
      if (desk.tabs.length === 1) model.reloadAlone();
      if (interrupted) model.interrupted();
      desk.tabs.splice(desk.tabs.indexOf(tab), 1);
      desk.open(tab.page.reload());
    }),
    step("open", (desk) => {
      if (desk.tabs.length < 3) desk.open();
    }),
    step("close", (desk, model, tab) => {
      if (desk.tabs.length < 2) return;
      if (desk.inFlight(tab)) model.interrupted();
      tab.page.close();
      desk.tabs.splice(desk.tabs.indexOf(tab), 1);
    }),
  ];
}

/** All SDKs are well and up; whatever was left is sent. */
async function drain(desk: Desk, model: Reference): Promise<void> {
  for (const tab of desk.tabs) {
    tab.tracker.sdk = tab.sdk;
    tab.sdk.mode = "ok";
  }
  await desk.world.advance(30_000);
  for (const { sdk } of desk.tabs) sdk.up();
  await desk.world.advance(30_000);
  desk.retry(model, desk.tabs[0]!);
  await desk.world.advance(30_000);
}

const habits = fc.record({ closes: fc.boolean(), dropsOut: fc.boolean() });

async function holds(plain: boolean, runs: number): Promise<void> {
  let lines = 0;
  const start = performance.now();
  await fc.assert(
    fc.asyncProperty(fc.commands(steps(plain), { maxCommands: 40, size: "max" }), habits, async (commands, habits) => {
      const { closes, dropsOut } = habits;
      const desk = new Desk({ ...(closes && { closing: "summary end" }), drop: dropsOut ? "exit" : "silent" });
      const model = new Reference(() => desk.answered, habits);
      desk.open().sdk.up();
      await desk.world.settle();
      await fc.asyncModelRun(() => ({ model, real: desk }), commands);
      await drain(desk, model);
      expect(words(desk.record)).to.deep.equal(model.lines);
      if (plain && !dropsOut && model.repeats === 0) expect(firstIllegal(words(desk.record))).to.equal(undefined);
      lines += desk.record.length;
    }),
    { numRuns: runs, includeErrorInReport: true, ...replay() },
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`tracker model: ${runs} sequences, ${lines} events, ${seconds} s`);
}

/** `?seed=1&path=2:3` of the test page replays one case. */
function replay(): { seed?: number } {
  const seed = new URLSearchParams(location.search).get("seed");
  return seed === null ? {} : { seed: Number(seed) };
}

describe("any conversation, against the guide", function () {
  // The run as a whole has its limit.
  this.timeout(0);

  it("is legal and complete where the tracker infers everything", () => holds(true, RUNS / 2));
  it("is complete with overrides and other desktops", () => holds(false, RUNS / 2));
});
