// Two real tabs that share one list: the server is asked once per interval, and goes on being asked when a tab goes.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { findBrowser } from "../../scripts/browser.mjs";
import { expect } from "../support/expect.mjs";
import { openSourcePages } from "../support/source-pages.mjs";

const INTERVAL = 1_000;
/** For who is to ask no second time by itself. */
const NEVER = 3_600_000;

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Floor</title><link rel="icon" href="data:,">
<script type="module">
import "/src/define/transfer-sessions-provider.ts";
import "/src/define/transfer-sessions-table.ts";
const interval = new URLSearchParams(location.search).get("interval");
document.body.innerHTML = \`<transfer-sessions-provider src="/api" share="tabs" poll-interval="\${interval}">
  <transfer-sessions-table></transfer-sessions-table></transfer-sessions-provider>\`;
</script></head><body></body></html>`;

/** Pages, and an endpoint that numbers its answers and remembers which page asked. */
async function startFloor() {
  const floor = { asked: [], answersToA: Infinity, run: 0, letGo: () => {} };
  const list = (request, response) => {
    const { searchParams } = new URL(request.headers.referer);
    // The last breath of a page of the test before.
    if (Number(searchParams.get("run")) !== floor.run) return;
    const tab = searchParams.get("tab");
    // No answer, now or later.
    if (tab === "a" && floor.asked.length >= floor.answersToA) return;
    floor.asked.push({ tab, at: performance.now() });
    const queue = `Answer ${floor.asked.length}.`;
    const row = { id: "s1", provider: "genesys", channel: "chat", status: "queued", queue, createdAt: 1 };
    response.end(JSON.stringify({ sessions: [row] }));
  };
  const serve = (request, response, next) => {
    const { pathname } = new URL(request.url, "http://localhost");
    if (pathname === "/") {
      response.setHeader("Content-Type", "text/html");
      return response.end(PAGE);
    }
    if (pathname === "/hang") return void (floor.letGo = () => response.end());
    if (!pathname.startsWith("/api/")) return next();
    response.setHeader("Content-Type", "application/json");
    if (pathname === "/api/sessions") return list(request, response);
    return response.end(pathname === "/api/integrations" ? "[]" : "{}");
  };
  const pages = await openSourcePages(serve);
  return Object.assign(floor, {
    begin() {
      floor.run += 1;
      floor.asked = [];
      floor.answersToA = Infinity;
      return pages.newContext();
    },
    async open(context, tab, interval = INTERVAL) {
      const page = await pages.open(context, `/?tab=${tab}&interval=${interval}&run=${floor.run}`);
      await page.locator("tbody [role=row]").first().waitFor();
      return page;
    },
    stop: pages.stop,
  });
}

/** Waits until a page shows that answer or a later one. */
async function shows(page, answer) {
  const row = page.locator("tbody [role=row]").first();
  const number = async () => Number(/Answer (\d+)\./.exec(await row.textContent())?.[1]);
  await expect.poll(number).toBeGreaterThanOrEqual(answer);
}

describe("two tabs that share a list", { skip: findBrowser() ? false : "no browser" }, () => {
  let floor;
  let context;
  before(async () => (floor = await startFloor()));
  after(() => floor?.stop());
  beforeEach(async () => (context = await floor.begin()));
  afterEach(() => context.close());

  const tabs = (from = 0) => floor.asked.slice(from).map(({ tab }) => tab);
  /** Waits until the server has been asked so often by that tab. */
  const until = (tab, count) =>
    expect.poll(() => tabs().filter((other) => other === tab).length).toBeGreaterThanOrEqual(count);
  const smallestGap = () => Math.min(...floor.asked.slice(1).map(({ at }, index) => at - floor.asked[index].at));

  it("ask once per interval, and the other goes on when the one that asks is closed", async () => {
    // What a asks after that it takes to its grave. Only then it is certain that b has heard of all that was answered.
    floor.answersToA = 6;
    const a = await floor.open(context, "a");
    const b = await floor.open(context, "b");
    await until("a", 6);
    assert.deepEqual(new Set(tabs()), new Set(["a"]));
    await shows(b, 6);
    await a.close();
    await until("b", 3);
    assert.deepEqual(new Set(tabs(6)), new Set(["b"]));
    assert.ok(smallestGap() >= INTERVAL * 0.9, JSON.stringify(floor.asked));
    await shows(b, floor.asked.length);
  });

  it("both show what a person in the one that does not ask has asked for", async () => {
    const a = await floor.open(context, "a", NEVER);
    const b = await floor.open(context, "b", NEVER);
    assert.deepEqual(tabs(), ["a"]);
    await b.evaluate(() => document.querySelector("transfer-sessions-provider").refresh());
    assert.deepEqual(tabs(), ["a", "a"]);
    await Promise.all([a, b].map((page) => shows(page, 2)));
  });

  it("do not depend on one that hangs", async () => {
    const a = await floor.open(context, "a");
    const b = await floor.open(context, "b");
    await until("a", 2);
    const hangs = a.evaluate(() => {
      const request = new XMLHttpRequest();
      request.open("GET", "/hang", false);
      request.send();
    });
    await until("b", 3);
    const taken = tabs().indexOf("b");
    floor.letGo();
    await hangs;
    await until("b", floor.asked.length - taken + 3);
    assert.deepEqual(new Set(tabs(taken)), new Set(["b"]));
    await Promise.all([a, b].map((page) => shows(page, floor.asked.length)));
  });
});
