import { expect } from "@open-wc/testing";
import { DEFAULT_LIFECYCLE } from "../../../src/domain/session/lifecycle.js";
import { failureOf, givenRow, HOUR, MINUTE, request, START, TestFloor } from "./support.js";

describe("memoryDataSource: lifecycle", () => {
  for (const [channel, minutes] of Object.entries(DEFAULT_LIFECYCLE)) {
    it(`lets ${channel} ${minutes === 0 ? "stay for good" : `go at exactly ${minutes} minutes`}`, async () => {
      const floor = new TestFloor({ sessions: [givenRow({ channel })] });
      if (minutes === 0) {
        expect(await floor.pass(400 * 24 * HOUR).ids()).to.have.length(1);
        return;
      }
      expect(await floor.pass(minutes * MINUTE - 1).ids()).to.have.length(1);
      expect(await floor.pass(1).ids()).to.deep.equal([]);
    });
  }

  it("counts from the last activity, and heeds a session's own TTL", async () => {
    const updatedAt = new Date(START - 20 * MINUTE).toISOString();
    const floor = new TestFloor({
      sessions: [
        givenRow({ id: "a", updatedAt }),
        givenRow({ id: "b", updatedAt, ttlMinutes: 45 }),
        givenRow({ id: "c", ttlMinutes: 0 }),
        givenRow({ id: "d", channel: "fax" }),
      ],
    });
    expect(await floor.pass(10 * MINUTE - 1).ids()).to.deep.equal(["a", "b", "c", "d"]);
    expect(await floor.pass(1).ids()).to.deep.equal(["b", "c", "d"]);
    expect(await floor.pass(15 * MINUTE).ids()).to.deep.equal(["c", "d"]);
    expect(await floor.pass(900 * HOUR).ids()).to.deep.equal(["c", "d"]);
  });

  it("ends after 2 minutes where the setting says 2, at once", async () => {
    const floor = new TestFloor({ sessions: [givenRow()] });
    await floor.source.saveLifecycle({ chat: 2 }, request);
    expect(await floor.pass(2 * MINUTE - 1).ids()).to.have.length(1);
    expect(await floor.pass(1).ids()).to.deep.equal([]);
  });

  it("removes at once what has outlived new settings, and keeps what they spare", async () => {
    const floor = new TestFloor({ sessions: [givenRow({ id: "chat" }), givenRow({ id: "call", channel: "voice" })] });
    floor.pass(20 * MINUTE);
    await floor.source.saveLifecycle({ voice: 10 }, request);
    expect(await floor.ids()).to.deep.equal(["chat"]);
    await floor.source.saveLifecycle({ chat: 0 }, request);
    expect(await floor.pass(90 * HOUR).ids()).to.deep.equal(["chat"]);
  });

  it("merges what is saved into what holds", async () => {
    const { source } = new TestFloor();
    expect(await source.lifecycle(request)).to.deep.equal(DEFAULT_LIFECYCLE);
    expect(await source.saveLifecycle({ chat: 5, sms: 15 }, request)).to.deep.equal({
      ...DEFAULT_LIFECYCLE,
      chat: 5,
      sms: 15,
    });
    expect((await source.lifecycle(request)).chat).to.equal(5);
  });

  for (const bad of [{ chat: -1 }, { chat: 1.5 }, { chat: 10_081 }, { chat: "5" }, null, [], "x"]) {
    it(`refuses ${JSON.stringify(bad)}`, async () => {
      const { source } = new TestFloor();
      const failure = await failureOf(source.saveLifecycle(bad as unknown as Record<string, number>, request));
      expect(failure).to.include({ kind: "http", status: 422 });
      expect(await source.lifecycle(request)).to.deep.equal(DEFAULT_LIFECYCLE);
    });
  }

  it("lets simulated sessions expire exactly too, and messages hold that off", async () => {
    const floor = new TestFloor({ rate: 6 });
    await floor.source.saveLifecycle({ chat: 3, messaging: 3, email: 3, campaign: 3, voice: 3 }, request);
    for (let second = 0; second < 1200; second++) {
      for (const row of await floor.pass(1000).rows()) {
        if (row.status === "ended" || row.ttlMinutes !== undefined) continue;
        expect(floor.clock.time - Date.parse(row.updatedAt)).to.be.below(3 * MINUTE);
      }
    }
    const rows = await floor.rows();
    expect(rows.some((row) => row.channel === "chat" && floor.clock.time - Date.parse(row.createdAt) > 4 * MINUTE)).to
      .be.true;
  });
});
