// Two real tabs on one conversation: each event reaches an SDK once, whoever speaks and whoever goes.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { findBrowser } from "../../scripts/browser.mjs";
import { expect } from "../support/expect.mjs";
import { call, startDesktop, tookAll } from "./tracker/pages.mjs";

const roster = (page) => page.evaluate(() => globalThis.tracker.state.roster.map(({ identity }) => identity));

describe("two tabs on one conversation", { skip: findBrowser() ? false : "no browser" }, () => {
  let desktop;
  let context;
  before(async () => (desktop = await startDesktop()));
  after(() => desktop?.stop());
  beforeEach(async () => (context = await desktop.newContext()));
  afterEach(() => context.close());

  it("send each event once, from either side", async () => {
    const a = await desktop.open(context, "id=c-1");
    const b = await desktop.open(context, "id=c-1");
    await call(a, "in 1");
    assert.equal((await call(b, "in 1")).reason, "duplicate");
    assert.equal((await call(b, "in 2")).status, "sent");
    await Promise.all([call(a, "in 3"), call(b, "in 3")]);
    await call(a, "out 2");
    await expect.poll(() => roster(b)).toEqual(["agentId1", "agentId3"]);
    await call(b, "end");
    await tookAll(context, ["NA entry 1", "warm entry 2", "warm entry 3", "warm exit 2", "warm exit 3", "NA exit 1"]);
  });

  it("hand over when the tab that sends is closed", async () => {
    const a = await desktop.open(context, "id=c-2");
    await call(a, "in 1");
    const b = await desktop.open(context, "id=c-2");
    await b.waitForFunction(() => globalThis.tracker.state.roster.length === 1);
    await a.close();
    assert.equal((await call(b, "in 2")).status, "sent");
    await call(b, "end");
    await tookAll(context, ["NA entry 1", "warm entry 2", "warm exit 2", "NA exit 1"]);
  });

  it("let the one send whose connection comes up first", async () => {
    const a = await desktop.open(context, "id=c-3&up=later");
    const b = await desktop.open(context, "id=c-3&up=later");
    assert.equal((await call(a, "in 1")).status, "queued");
    await b.evaluate(() => globalThis.sdk.up());
    await tookAll(context, ["NA entry 1"]);
    await a.evaluate(() => globalThis.sdk.up());
    await call(a, "in 2");
    await tookAll(context, ["NA entry 1", "warm entry 2"]);
  });

  it("do not redial when one reloads and the other stays", async () => {
    const a = await desktop.open(context, "id=c-4");
    const b = await desktop.open(context, "id=c-4");
    await call(a, "in 1");
    await desktop.reload(a);
    assert.equal((await call(a, "in 1")).reason, "duplicate");
    await desktop.reload(b);
    assert.equal((await call(b, "in 1")).reason, "duplicate");
    await tookAll(context, ["NA entry 1"]);
  });

  it("lose nothing when the tab that sends dies in mid-sentence", async () => {
    const a = await desktop.open(context, "id=c-5");
    await a.evaluate(() => {
      globalThis.sdk.slow = true;
      void globalThis.tracker.agentJoined({ identity: "agentId1", name: "AgentName1" });
    });
    await tookAll(context, ["NA entry 1"]);
    const b = await desktop.open(context, "id=c-5");
    await b.waitForFunction(() => globalThis.tracker.state.outbox.length === 1);
    await a.close();
    await tookAll(context, ["NA entry 1", "redial entry 1"]);
  });
});
