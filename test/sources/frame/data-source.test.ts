import { expect } from "@open-wc/testing";
import { wireText } from "../../../src/core.js";
import type { SessionList, TransferDataSource } from "../../../src/sources/data-source.js";
import { frameDataSource, serveDataSource } from "../../../src/sources/frame.js";
import { parseExactly } from "../../../src/sources/http/exact-rows.js";
import { readSession } from "../../../src/sources/wire/session-reader.js";
import { SessionStore } from "../../../src/stores/sessions/session-store.js";
import { FakeEnvironment } from "../../support/fake-environment.js";
import { ScriptedSource, wireRow } from "../../support/scripted-source.js";
import { until } from "../../support/until.js";
import { calm, ServingPage } from "./support.js";

const failureOf = (promise: Promise<unknown>): Promise<Record<string, unknown>> =>
  promise.then(
    () => expect.fail("it settled"),
    (error: unknown) => error as Record<string, unknown>,
  );
const sessionsOf = (answer: unknown) => (answer as { sessions: Record<string, unknown>[] }).sessions;

describe("a data source in a frame", () => {
  let page: ServingPage;
  const serve = (source: TransferDataSource) => (page = new ServingPage(source)).frame();
  afterEach(() => page.close());

  it("has the methods that its source has, and no others", async () => {
    const { source } = await serve({ list: async () => [], integrations: async () => [], queries: true });
    expect(Object.keys(source).sort()).to.deep.equal(["integrations", "list", "queries", "subscribe"]);
    const all = await serve({
      list: async () => [],
      get: async () => null,
      end: async () => {},
      lifecycle: async () => ({}),
      saveLifecycle: async () => {},
    });
    expect(Object.keys(all.source).sort()).to.deep.equal([
      "end",
      "get",
      "lifecycle",
      "list",
      "saveLifecycle",
      "subscribe",
    ]);
  });

  it("is there whichever end comes first", async () => {
    page = new ServingPage(new ScriptedSource([]));
    const { port1, port2 } = new MessageChannel();
    page.ports.push(port1, port2);
    const waiting = frameDataSource(port2);
    const stop = serveDataSource(new ScriptedSource([wireRow("a")]), port1);
    expect(sessionsOf(await (await waiting).list(calm()))).to.have.length(1);
    stop();
  });

  it("tells failures by their fields, with credentials masked", async () => {
    const thrown = Object.assign(new Error("Busy, says https://x.test/?token=hush"), {
      kind: "http",
      status: 503,
      retryAfterMs: 7_000,
      secret: "mine",
    });
    const { source } = await serve({ list: () => Promise.reject(thrown) });
    const error = await failureOf(source.list(calm()));
    expect(error).to.include({ kind: "http", status: 503, retryAfterMs: 7_000 });
    expect(error["message"]).to.equal("Busy, says https://x.test/?token=••••••••");
    expect(error).not.to.have.property("secret");
  });

  it("gives a request up there when it is given up here", async () => {
    const source = new ScriptedSource();
    const frame = await serve(source);
    const controller = new AbortController();
    const answer = failureOf(frame.source.list({ signal: controller.signal }));
    await until(() => source.requests.length === 1, "it is asked");
    controller.abort();
    expect(await answer).to.include({ kind: "aborted" });
    await until(() => source.last.request.signal.aborted, "it is given up");
    expect(await failureOf(frame.source.list({ signal: AbortSignal.abort() }))).to.include({ kind: "aborted" });
  });

  it("says that something changed, while somebody listens", async () => {
    let change: (() => void) | undefined;
    const { source } = await serve({
      list: async () => [],
      subscribe(onChange) {
        change = onChange;
        return () => void (change = undefined);
      },
    });
    let heard = 0;
    const stop = source.subscribe!(() => heard++);
    await until(() => change, "the source has a subscriber");
    change!();
    await until(() => heard === 1, "it is heard");
    stop();
    await until(() => !change, "the source has none");
  });

  it("brings every digit of its rows, in the list and of one session", async () => {
    const text = '{"id":"a","contactId":300000000000123457,"metadata":{"callId":300000000000123457}}';
    const { source } = await serve({
      list: async () => parseExactly(`{"sessions":[${text}]}`) as SessionList,
      get: async () => parseExactly(text),
    });
    for (const row of [sessionsOf(await source.list(calm()))[0], await source.get!("a", calm())]) {
      const session = readSession(row).session!;
      expect(session.contactId).to.equal("300000000000123457");
      expect(wireText(session, "metadata")).to.equal('{"callId":300000000000123457}');
    }
  });

  it("shows rows that no port takes, as far as they are data", async () => {
    const odd = { ...wireRow("a"), onClick: () => {} };
    const round: Record<string, unknown> = wireRow("b");
    round["self"] = { of: round, run: () => {} };
    const { source } = await serve({ list: async () => [odd, round, wireRow("c")], get: async () => odd });
    expect(sessionsOf(await source.list(calm())).map((row) => row?.["id"])).to.deep.equal(["a", undefined, "c"]);
    expect(await source.get!("a", calm())).to.include({ id: "a" });
  });

  it("ends the session that is named, with the reason", async () => {
    const ends: unknown[] = [];
    const { source } = await serve({
      list: async () => [],
      end: async ({ id, contactId }, { reason }) => void ends.push({ id, contactId, reason }),
    });
    await source.end!(readSession(wireRow("a")).session!, { ...calm(), reason: "done" });
    expect(ends).to.deep.equal([{ id: "a", contactId: "contact-a", reason: "done" }]);
    expect(await failureOf(source.end!({ id: "" } as never, calm()))).to.include({ kind: "invalid" });
    expect(ends).to.have.length(1);
  });

  it("answers nothing but what it says itself, in its own version", async () => {
    const source = new ScriptedSource([]);
    const { port } = await serve(source);
    for (const odd of [
      null,
      "list",
      { type: "call", id: 0, method: "list", args: [] },
      { handoff: 2, message: { type: "call", id: 0, method: "list", args: [{}] } },
      { handoff: 1, message: { type: "call", id: -1, method: "list", args: [{}] } },
      { handoff: 1, message: { type: "call", id: 1.5, method: "list", args: [{}] } },
      { handoff: 1, message: { type: "call", id: 1, method: "list", args: {} } },
      { handoff: 1, message: { type: "abort", id: "x" } },
      { handoff: 1, message: { type: "__proto__" } },
    ]) {
      for (const port of page.ports) port.postMessage(odd);
    }
    const other = await page.frame();
    await other.source.list(calm());
    expect(source.requests, "that of the other frame").to.have.length(1);
    const answer = new Promise<unknown>((resolve) => {
      port.addEventListener("message", ({ data }) => data?.message?.type === "failure" && resolve(data.message));
    });
    port.postMessage({ handoff: 1, message: { type: "call", id: 7, method: "constructor", args: [] } });
    expect(await answer).to.deep.equal({
      type: "failure",
      id: 7,
      failure: { kind: "invalid", message: '"constructor" is not offered here.' },
    });
  });

  it("says that nobody serves any more, and goes on where somebody does again", async () => {
    const source = new ScriptedSource();
    const { source: framed, stop, host } = await serve(source);
    const arrived = framed.list(calm());
    await until(() => source.requests.length === 1, "it has arrived");
    stop();
    const late = failureOf(framed.list(calm()));
    expect(await late).to.include({ kind: "network", message: "The page around this one has stopped serving data." });
    source.last.answer([wireRow("a")]);
    expect(sessionsOf(await arrived), "what had arrived is answered").to.have.length(1);
    const again = serveDataSource(new ScriptedSource([wireRow("b"), wireRow("c")]), host);
    await until(
      () =>
        framed
          .list(calm())
          .then((list) => sessionsOf(list).length === 2)
          .catch(() => false),
      "again",
    );
    again();
  });

  it("throws for what is no source or no port", () => {
    const { port1 } = new MessageChannel();
    page = new ServingPage(new ScriptedSource([]));
    expect(() => serveDataSource({} as never, port1)).to.throw(TypeError);
    expect(() => serveDataSource(new ScriptedSource([]), null as never)).to.throw(TypeError);
    port1.close();
    return failureOf(frameDataSource({} as never)).then((error) => expect(error).to.be.instanceOf(TypeError));
  });

  it("fills a store with ten thousand rows, and each poll after that tells only what changed", async () => {
    const rows = Array.from({ length: 10_000 }, (_, place) => wireRow(`s${place}`));
    let cursor = 0;
    const answers: (string | undefined)[] = [];
    const { source } = await serve({
      async list(request) {
        answers.push(request.cursor);
        cursor++;
        if (request.cursor === undefined) return { sessions: rows, cursor: String(cursor) };
        return { changed: [{ ...rows[0], status: "active" }], removed: ["s1"], cursor: String(cursor) };
      },
    });
    const store = new SessionStore(source, new FakeEnvironment());
    await store.refresh();
    expect(store.snapshot.sessions).to.have.length(10_000);
    await store.refresh();
    expect(store.snapshot.sessions).to.have.length(9_999);
    expect(store.find("s0")!.status).to.equal("active");
    expect(answers).to.deep.equal([undefined, "1"]);
  });
});
