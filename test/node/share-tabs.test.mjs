// Two real tabs that share one list: the server is asked once per interval, and goes on being asked when a tab goes.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { chromium } from "playwright";
import { createServer } from "vite";
import { findBrowser } from "../../scripts/browser.mjs";
import { ROOT } from "../../scripts/lib/process.mjs";

const INTERVAL = 600;

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Floor</title><link rel="icon" href="data:,">
<script type="module">
import "/src/define/transfer-sessions-provider.ts";
import "/src/define/transfer-sessions-table.ts";
document.body.innerHTML = \`<transfer-sessions-provider src="/api" share="tabs" poll-interval="${INTERVAL}">
  <transfer-sessions-table></transfer-sessions-table></transfer-sessions-provider>\`;
</script></head><body></body></html>`;

/** Pages, and an endpoint that numbers its answers and remembers which page asked. */
async function startFloor() {
  const cacheDir = await mkdtemp(join(tmpdir(), "share-"));
  const floor = { asked: [] };
  const serve = (request, response, next) => {
    const { pathname } = new URL(request.url, "http://localhost");
    if (pathname === "/") {
      response.setHeader("Content-Type", "text/html");
      return response.end(PAGE);
    }
    if (!pathname.startsWith("/api/")) return next();
    response.setHeader("Content-Type", "application/json");
    if (pathname !== "/api/sessions") return response.end(pathname === "/api/integrations" ? "[]" : "{}");
    const tab = new URL(request.headers.referer).searchParams.get("tab");
    floor.asked.push({ tab, at: Date.now() });
    const queue = `Answer ${floor.asked.length}.`;
    const row = { id: "s1", provider: "genesys", channel: "chat", status: "queued", queue, createdAt: 1 };
    return response.end(JSON.stringify({ sessions: [row] }));
  };
  const server = await createServer({
    root: ROOT,
    configFile: false,
    cacheDir,
    logLevel: "error",
    appType: "custom",
    server: { port: 0, host: "localhost", hmr: false, watch: null, ws: false },
    optimizeDeps: {
      noDiscovery: true,
      include: ["lit", "lit/decorators.js", "lit/directives/repeat.js", "@lit/context", "zod/mini"],
    },
    plugins: [{ name: "floor", configureServer: ({ middlewares }) => void middlewares.use(serve) }],
  });
  await server.listen();
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ["--no-sandbox"] });
  const origin = `http://localhost:${server.httpServer.address().port}`;
  return Object.assign(floor, {
    newContext: () => browser.newContext(),
    async open(context, tab) {
      const page = await context.newPage();
      page.on("pageerror", (error) => console.error(error));
      await page.goto(`${origin}/?tab=${tab}`);
      await page.locator("tbody [role=row]").first().waitFor();
      return page;
    },
    async stop() {
      await browser.close();
      await server.close();
      await rm(cacheDir, { recursive: true, force: true });
    },
  });
}

const isShown = (page, answer) =>
  page.locator("tbody [role=row]").getByText(`Answer ${answer}.`).waitFor({ timeout: 10_000 });

describe("two tabs that share a list", { skip: findBrowser() ? false : "no browser" }, () => {
  let floor;
  let context;
  before(async () => (floor = await startFloor()));
  after(() => floor?.stop());
  beforeEach(async () => {
    context = await floor.newContext();
    floor.asked.length = 0;
  });
  afterEach(() => context.close());

  /** Waits until the server has been asked so often by that tab. */
  const until = async (tab, count) => {
    const deadline = Date.now() + 20_000;
    while (floor.asked.filter((request) => request.tab === tab).length < count) {
      assert.ok(Date.now() < deadline, `${tab} did not ask: ${JSON.stringify(floor.asked)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const gaps = () => floor.asked.slice(1).map(({ at }, index) => at - floor.asked[index].at);
  it("ask once per interval, and the other goes on when the one that asks is closed", async () => {
    const a = await floor.open(context, "a");
    const b = await floor.open(context, "b");
    await until("a", 6);
    assert.deepEqual(new Set(floor.asked.map(({ tab }) => tab)), new Set(["a"]));
    assert.ok(Math.min(...gaps()) >= INTERVAL * 0.9, String(gaps()));
    await a.close();
    const before = floor.asked.length;
    await until("b", 3);
    assert.ok(floor.asked.slice(before).every(({ tab }) => tab === "b"));
    assert.ok(Math.min(...gaps()) >= INTERVAL * 0.9, String(gaps()));
    await isShown(b, floor.asked.length);
  });

  it("both show what a person in the one that does not ask has asked for", async () => {
    const a = await floor.open(context, "a");
    const b = await floor.open(context, "b");
    for (const page of [a, b]) {
      await page.evaluate(() =>
        document.querySelector("transfer-sessions-provider").setAttribute("poll-interval", "60000"),
      );
    }
    const before = floor.asked.length;
    await b.evaluate(() => document.querySelector("transfer-sessions-provider").refresh());
    assert.equal(floor.asked.length, before + 1);
    assert.equal(floor.asked.at(-1).tab, "a");
    await Promise.all([a, b].map((page) => isShown(page, before + 1)));
  });

  it("do not depend on one that hangs", async () => {
    const a = await floor.open(context, "a");
    const b = await floor.open(context, "b");
    await until("a", 2);
    const hangs = a.evaluate(() => {
      for (const end = Date.now() + 7_000; Date.now() < end;);
    });
    await until("b", 3);
    const taken = floor.asked.findIndex(({ tab }) => tab === "b");
    await hangs;
    const count = floor.asked.length;
    await until("b", count + 3 - taken);
    assert.ok(
      floor.asked.slice(taken).every(({ tab }) => tab === "b"),
      JSON.stringify(floor.asked),
    );
    await Promise.all([a, b].map((page) => isShown(page, floor.asked.length)));
  });
});
