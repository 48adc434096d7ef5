import { expect } from "@open-wc/testing";
import type { ListRequest } from "../../../src/sources/data-source.js";
import { NOON } from "../../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { until } from "../../support/until.js";
import { calm, ServingPage } from "./support.js";

const MINUTE = 60_000;
const INTERVAL = 30_000;
/** A poll that is merely due. */
const due = () => ({ ...calm(), maxAge: INTERVAL });
const idsOf = (answer: unknown) =>
  (answer as { sessions?: { id: string }[] }).sessions?.map(({ id }) => id) ?? (answer as object);

describe("one source in many frames", () => {
  let page: ServingPage;
  let source: ScriptedSource;
  const ask = (at: number) => source.requests[at]!.request as ListRequest;

  beforeEach(() => {
    source = new ScriptedSource();
    page = new ServingPage(source);
  });
  afterEach(() => page.close());

  const frames = async (count: number) => {
    const all = [];
    for (let number = 0; number < count; number++) all.push((await page.frame()).source);
    return all;
  };

  it("is asked once for all whose polls are due", async () => {
    const [a, b, c] = await frames(3);
    source.standing = { sessions: [wireRow("a")], serverTime: NOON };
    expect(idsOf(await a!.list({ ...due(), whole: true }))).to.deep.equal(["a"]);
    await page.environment.pass(5_000);
    const late = await b!.list({ ...due(), whole: true });
    expect(idsOf(late)).to.deep.equal(["a"]);
    expect(late, "the server's clock has gone on").to.have.property("serverTime", NOON + 5_000);
    expect(idsOf(await c!.list({ ...due(), whole: true }))).to.deep.equal(["a"]);
    source.standing = undefined;
    await page.environment.pass(INTERVAL);
    const both = Promise.all([b!.list(due()), c!.list(due())]);
    await until(() => source.requests.length === 2, "it is asked");
    source.last.answer({ sessions: [wireRow("b")] });
    expect((await both).map(idsOf)).to.deep.equal([["b"], ["b"]]);
    expect(idsOf(await a!.list(due()))).to.deep.equal(["b"]);
    expect(source.requests).to.have.length(2);
  });

  it("is asked each interval by one frame alone", async () => {
    const [a] = await frames(1);
    source.standing = [wireRow("a")];
    for (const _ of [1, 2, 3]) {
      await a!.list(due());
      await page.environment.pass(INTERVAL);
    }
    expect(source.requests).to.have.length(3);
  });

  it("tells each what it lacks: nothing, what changed, or all", async () => {
    const [a, b] = await frames(2);
    source.standing = { sessions: [wireRow("a")], cursor: "1" };
    await a!.list({ ...due(), whole: true });
    await b!.list({ ...due(), whole: true });
    await page.environment.pass(MINUTE);
    source.standing = { changed: [wireRow("b")], removed: [], cursor: "2" };
    expect(await a!.list({ ...due(), cursor: "1" })).to.include({ cursor: "2" });
    expect(ask(1)).to.include({ cursor: "1" });
    await page.environment.pass(MINUTE);
    source.standing = { unchanged: true };
    expect(await a!.list({ ...due(), cursor: "2" })).to.include({ unchanged: true });
    // It has missed an answer: an "unchanged" tells it nothing.
    source.standing = { sessions: [wireRow("a"), wireRow("b")], cursor: "3" };
    expect(idsOf(await b!.list({ ...due(), cursor: "1" }))).to.deep.equal(["a", "b"]);
    expect(ask(3)).to.include({ whole: true });
    expect(ask(3)).not.to.have.property("cursor");
    expect(idsOf(await a!.list({ ...due(), cursor: "2" })), "the same answer").to.deep.equal(["a", "b"]);
    expect(source.requests).to.have.length(4);
  });

  it("is asked anew by a person, and those who waited get that answer", async () => {
    const [a, b] = await frames(2);
    const waiting = a!.list({ ...due(), whole: true });
    await until(() => source.requests.length === 1, "a has asked");
    const refreshed = b!.list({ ...calm(), whole: true });
    await until(() => source.requests.length === 2, "b has asked");
    expect(ask(0).signal.aborted).to.equal(true);
    source.requests[0]!.answer([wireRow("old")]);
    source.requests[1]!.answer([wireRow("new")]);
    expect([idsOf(await waiting), idsOf(await refreshed)]).to.deep.equal([["new"], ["new"]]);
  });

  it("is given up only when nobody waits for it", async () => {
    const [a, b] = await frames(2);
    const [first, second] = [new AbortController(), new AbortController()];
    const gone = Promise.allSettled([
      a!.list({ ...due(), whole: true, signal: first.signal }),
      b!.list({ ...due(), whole: true, signal: second.signal }),
    ]);
    await until(() => source.requests.length === 1, "it is asked");
    first.abort();
    // A message of a later call comes after the abort.
    await a!.end!({ id: "" } as never, calm()).catch(() => {});
    expect(ask(0).signal.aborted).to.equal(false);
    second.abort();
    await until(() => ask(0).signal.aborted, "it is given up");
    await gone;
  });

  it("never tells who gave a list up that it holds it", async () => {
    const [a] = await frames(1);
    source.standing = [wireRow("a")];
    const controller = new AbortController();
    await a!.list({ ...calm(), signal: controller.signal });
    // Whoever replaces a request aborts it and ignores its answer.
    controller.abort();
    source.standing = { unchanged: true };
    await page.environment.pass(MINUTE);
    await a!.list(due()).catch(() => {});
    expect(ask(1)).to.include({ whole: true });
  });

  it("fails for all at once, and leaves the server alone for those that come", async () => {
    const [a, b] = await frames(2);
    source.standing = () => {
      throw Object.assign(new Error("Busy"), { status: 503 });
    };
    const failed = (frame: typeof a) => frame!.list({ ...due(), whole: true }).catch((error) => error.status);
    expect(await failed(a)).to.equal(503);
    await page.environment.pass(2_000);
    expect(await failed(b)).to.equal(503);
    expect(source.requests).to.have.length(1);
  });

  it("lets a cursor go that is refused", async () => {
    const [a] = await frames(1);
    source.standing = { sessions: [], cursor: "1" };
    await a!.list({ ...due(), whole: true });
    await page.environment.pass(INTERVAL);
    source.standing = () => {
      throw Object.assign(new Error("Who?"), { status: 410 });
    };
    await a!.list({ ...due(), cursor: "1" }).catch(() => {});
    source.standing = { sessions: [wireRow("a")], cursor: "9" };
    expect(idsOf(await a!.list({ ...due(), whole: true }))).to.deep.equal(["a"]);
  });

  it("is asked again by all after a push and after an end in any frame", async () => {
    let push: (() => void) | undefined;
    Object.assign(source, { subscribe: (onChange: () => void) => ((push = onChange), () => {}) });
    const [a, b] = await frames(2);
    let heard = 0;
    b!.subscribe!(() => heard++);
    source.standing = [wireRow("a")];
    await a!.list({ ...due(), whole: true });
    await until(() => push, "the source has a subscriber");
    push!();
    await until(() => heard === 1, "b is told");
    await b!.list({ ...due(), whole: true });
    expect(source.requests, "the answer before the push is none").to.have.length(2);
    const ended = a!.end!({ ...wireRow("a"), createdAt: NOON } as never, calm());
    await until(() => source.ends.length === 1, "it is told to end");
    source.ends[0]!.resolve();
    await ended;
    await until(() => heard === 2, "b is told");
  });

  it("keeps the queries of each frame apart", async () => {
    const [a, b] = await frames(2);
    source.standing = [wireRow("a")];
    const query = { text: "x" };
    await a!.list({ ...due(), query });
    await a!.list({ ...due(), query });
    await b!.list({ ...due(), query });
    await b!.list({ ...due(), query, page: "2" });
    const told = source.requests.map(({ request }) => [request.query, request.whole ?? false, request.page]);
    expect(told).to.deep.equal([
      [query, true, undefined],
      [query, false, undefined],
      [query, true, undefined],
      [query, false, "2"],
    ]);
  });
});
