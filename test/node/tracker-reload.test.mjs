// The flows of the guide, with a real reload of the page at each point of each.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { findBrowser } from "../../scripts/browser.mjs";
import { call, startDesktop, tookAll } from "./tracker/pages.mjs";

const FLOWS = {
  cold: {
    steps: ["in 1", "out 1", "in 2", "out 2", "in 3", "end"],
    lines: ["NA entry 1", "cold exit 1", "cold entry 2", "cold exit 2", "cold entry 3", "NA exit 3"],
  },
  warm: {
    steps: ["in 1", "in 2", "in 3", "out 2", "out 3", "end"],
    lines: ["NA entry 1", "warm entry 2", "warm entry 3", "warm exit 2", "warm exit 3", "NA exit 1"],
  },
  redial: {
    steps: ["in 1", "drop", "in 1", "end"],
    lines: ["NA entry 1", undefined, "redial entry 1", "NA exit 1"],
  },
};

describe("a reload of the page", { skip: findBrowser() ? false : "no browser" }, () => {
  let desktop;
  before(async () => (desktop = await startDesktop()));
  after(() => desktop?.stop());

  for (const [name, { steps, lines }] of Object.entries(FLOWS)) {
    for (let point = 0; point <= steps.length; point += 1) {
      it(`${name} flow, before step ${point + 1}`, async () => {
        const context = await desktop.newContext();
        const page = await desktop.open(context, "id=c-1");
        for (const step of steps.slice(0, point)) await call(page, step);
        const before = await page.evaluate(() => globalThis.tracker.state);
        await desktop.reload(page);
        // Whoever was in comes back on the line, as after any loss of it; the table calls that a redial.
        const back = before.roster.map(({ identity }) => identity.replace("agentId", ""));
        for (const number of back) await call(page, `in ${number}`);
        for (const step of steps.slice(point)) await call(page, step);
        const expected = [
          ...lines.slice(0, point),
          ...back.map((number) => `redial entry ${number}`),
          ...lines.slice(point),
        ].filter(Boolean);
        await tookAll(context, expected);
        assert.equal(await page.evaluate(() => globalThis.tracker.state.phase), "ended");
        await context.close();
      });
    }
  }

  it("says an entry again as a redial, and an exit again, when they were in flight", async () => {
    const context = await desktop.newContext();
    const page = await desktop.open(context, "id=c-2");
    await page.evaluate(() => {
      globalThis.sdk.slow = true;
      void globalThis.tracker.agentJoined({ identity: "agentId1", name: "AgentName1" });
    });
    await tookAll(context, ["NA entry 1"]);
    await desktop.reload(page);
    await tookAll(context, ["NA entry 1", "redial entry 1"]);
    await call(page, "in 2");
    await page.evaluate(() => {
      globalThis.sdk.slow = true;
      void globalThis.tracker.agentLeft("agentId2");
    });
    const told = ["NA entry 1", "redial entry 1", "warm entry 2", "warm exit 2"];
    await tookAll(context, told);
    await desktop.reload(page);
    await tookAll(context, [...told, "warm exit 2"]);
    await context.close();
  });

  it("keeps what was called in the last moment of a document", async () => {
    const context = await desktop.newContext();
    const page = await desktop.open(context, "id=c-3");
    await call(page, "in 1");
    await page.evaluate(() => {
      addEventListener("pagehide", () => {
        void globalThis.tracker.agentJoined({ identity: "agentId2", name: "AgentName2" });
        void globalThis.tracker.agentLeft("agentId2");
      });
    });
    await desktop.reload(page);
    await call(page, "in 1");
    await tookAll(context, ["NA entry 1", "warm entry 2", "warm exit 2", "redial entry 1"]);
    await context.close();
  });

  it("sends nothing by itself when the page is closed or hidden", async () => {
    const context = await desktop.newContext();
    const page = await desktop.open(context, "id=c-4");
    await call(page, "in 1");
    const closed = page.waitForEvent("close");
    await page.close({ runBeforeUnload: true });
    await closed;
    // Passes on what the closed one may have said in its last moment.
    await desktop.open(context, "id=other");
    await tookAll(context, ["NA entry 1"]);
    await context.close();
  });
});
