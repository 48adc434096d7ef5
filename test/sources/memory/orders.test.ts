import { expect } from "@open-wc/testing";
import { failureOf, givenRow, MINUTE, request, START, TestFloor, type Row } from "./support.js";

describe("memoryDataSource: get and end", () => {
  it("gets one row, the last created of an id", async () => {
    const later = new Date(START + MINUTE).toISOString();
    const sessions = [givenRow({ createdAt: later, queue: "later" }), givenRow({ queue: "earlier" })];
    const { source } = new TestFloor({ sessions });
    expect(await source.get("agent_transfer:u:c:chat", request)).to.equal(sessions[0]);
  });

  it("ends a simulated session, and lists it for a while", async () => {
    const floor = new TestFloor();
    const { id } = (await floor.rows()).find((row) => row.status === "active")!;
    await floor.source.end({ id }, request);
    const ended = (await floor.source.get(id, request)) as Row;
    const at = new Date(START).toISOString();
    expect(ended).to.include({ status: "ended", endedAt: at, updatedAt: at });
    floor.pass(MINUTE);
    await floor.source.end({ id }, request);
    expect(await floor.source.get(id, request)).to.equal(ended);
    expect(await floor.pass(2 * MINUTE - 1).ids()).to.include(id);
    expect(await floor.pass(1).ids()).not.to.include(id);
    expect(await failureOf(floor.source.end({ id }, request))).to.include({ kind: "http", status: 404 });
  });

  it("ends that very session where its time of creation is known", async () => {
    const { source } = new TestFloor({ sessions: [givenRow()] });
    const id = "agent_transfer:u:c:chat";
    expect(await failureOf(source.end({ id, createdAt: START - 1 }, request))).to.include({
      kind: "http",
      status: 404,
    });
    await source.end({ id, createdAt: START }, request);
    expect(await source.get(id, request)).to.include({ status: "ended" });
  });

  it("ends a given row in its own spelling", async () => {
    const { source } = new TestFloor({ sessions: [{ sessionId: "s", state: "queued", agent: "Bot" }] });
    await source.end({ id: "s" }, request);
    const at = new Date(START).toISOString();
    expect(await source.get("s", request)).to.deep.equal({
      sessionId: "s",
      state: "ended",
      agent: "Bot",
      updatedAt: at,
      endedAt: at,
    });
  });

  it("does not know what is not listed", async () => {
    const { source } = new TestFloor();
    for (const call of [source.get("x", request), source.end({ id: "x" }, request)]) {
      expect(await failureOf(call)).to.include({ name: "DataSourceError", kind: "http", status: 404 });
    }
  });

  it("lists given rows as they are, whatever they are", async () => {
    const sessions = [
      null,
      1,
      "x",
      [],
      {},
      { id: "" },
      { id: 5 },
      { id: "old", channel: "chat", updatedAt: "2001-01-01" },
    ];
    const floor = new TestFloor({ sessions });
    expect(await floor.rows()).to.deep.equal(sessions);
    expect(await floor.pass(999 * MINUTE).rows()).to.deep.equal(sessions);
  });

  it("lets sessions arrive beside given rows where a rate is given", async () => {
    const floor = new TestFloor({ sessions: [givenRow({ id: "mine", ttlMinutes: 0 })], rate: 10 });
    expect(await floor.pass(5 * MINUTE).ids())
      .to.include("mine")
      .and.to.have.length.above(20);
  });

  it("honours a signal that is aborted", async () => {
    const { source } = new TestFloor();
    const controller = new AbortController();
    controller.abort();
    const aborted = { signal: controller.signal };
    for (const call of [
      () => source.list(aborted),
      () => source.get("x", aborted),
      () => source.end({ id: "x" }, aborted),
      () => source.integrations(aborted),
      () => source.lifecycle(aborted),
      () => source.saveLifecycle({ chat: 1 }, aborted),
    ]) {
      expect(await failureOf(call())).to.include({ kind: "aborted" });
    }
    expect((await source.lifecycle(request)).chat).to.equal(30);
  });
});
