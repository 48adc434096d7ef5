// The real server on another origin than the page, in a browser: what CORS hides, allows and refuses; and an endpoint
// that has the list and nothing else.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { expect } from "../support/expect.mjs";
import { hostBundle } from "../support/host-bundle.mjs";
import { loadProtocol, startServer } from "../support/http/protocol.mjs";
import { launchBrowser } from "../support/browser.mjs";
import { serve } from "../support/http/serve.mjs";

const START = Date.UTC(2026, 2, 9, 10);
const SESSIONS = ["anna", "bert", "carl"].map((contactId, place) => ({
  id: `s${place}`,
  contactId,
  provider: "genesys",
  channel: "voice",
  status: "active",
  queue: "VIP",
  createdAt: new Date(START - 60_000).toISOString(),
  updatedAt: new Date(START).toISOString(),
}));
const HOST = `
  import "handoff-elements/define";
  import { httpDataSource } from "handoff-elements/sources/http";
  const url = new URLSearchParams(location.search).get("api");
  document.querySelector("transfer-sessions-provider").dataSource =
    httpDataSource({ url, headers: () => ({ Authorization: "Bearer pass" }) });
`;
const HTML = `<!doctype html><html lang="en"><head><title>Other</title><link rel="icon" href="data:,">
<script type="module" src="/other.js"></script></head><body>
<transfer-sessions-provider><transfer-sessions-table></transfer-sessions-table></transfer-sessions-provider></body></html>`;

let protocol, pages, origin, server, browser, page, complaints;

before(async () => {
  protocol = await loadProtocol();
  const { chunks } = await hostBundle("other", HOST);
  pages = await serve(({ url }, response) => {
    const chunk = chunks.get(url.slice(1));
    response.writeHead(200, { "content-type": chunk ? "text/javascript" : "text/html" }).end(chunk ? chunk.code : HTML);
  });
  origin = pages.address;
  server = await startServer();
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  pages?.stop();
  server?.stop();
});

beforeEach(async () => {
  await page?.close();
  server.taken();
  page = await browser.newPage();
  complaints = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
});

/** Serves a floor on which nothing moves by itself, and opens the page over it. */
async function open(options = {}) {
  const source = protocol.memoryDataSource({ sessions: SESSIONS, clock: { now: () => START } });
  server.handler = protocol.createEndpoint({
    source,
    origins: [origin],
    scopeOf({ headers }) {
      if (headers.authorization === "Bearer pass") return {};
      throw Object.assign(new Error("Who are you?"), { status: 401 });
    },
    ...options,
  });
  await page.goto(`${origin}/?api=${encodeURIComponent(server.address)}`);
  await expect(row("anna")).toBeVisible();
}

const table = () => page.locator("transfer-sessions-table");
const row = (contact) => table().getByRole("row", { name: contact });
const notice = () => table().locator(".notice");

/** Presses Refresh, and waits for its answer. */
async function refresh() {
  const button = table().getByRole("button", { name: "Refresh" });
  await button.click();
  await expect(button).toHaveAttribute("aria-busy", "false");
}

const control = (body) =>
  fetch(`${server.address}/_control`, { method: "PUT", body: JSON.stringify(body) }).then(({ status }) => status);
const end = ({ id }) =>
  fetch(`${server.address}/sessions/${id}/end`, { method: "POST", headers: { Authorization: "Bearer pass" } });

const listed = () => server.asked.filter(({ method, url }) => method === "GET" && /^\/api\/sessions(\?|$)/.test(url));

/** Whatever a person could do is there, and nothing that cannot be done. */
async function expectCalm() {
  await expect(notice()).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Retry" })).toHaveCount(0);
  await expect(table().getByRole("button", { name: /^End/ })).toHaveCount(0);
  await row("anna").getByText("VIP").click();
  const details = page.getByRole("dialog");
  await expect(details).toContainText("anna");
  await expect(details.getByRole("alert")).toHaveCount(0);
  await expect(details.getByRole("button", { name: /Retry|^End/ })).toHaveCount(0);
}

describe("an endpoint of another origin", () => {
  it("is asked by its ETag", async () => {
    await open();
    await refresh();
    await refresh();
    assert.equal(listed().at(-1).status, 304);
    assert.deepEqual(complaints, []);
  });

  it("is asked without it where it does not allow that, and nobody sees a failure", async () => {
    await open();
    await control({ conditions: "forbidden" });
    // As in a browser that has not been allowed before.
    await page.reload();
    await expect(row("anna")).toBeVisible();
    server.taken();
    for (let times = 0; times < 3; times++) await refresh();
    assert.ok(listed().length >= 3);
    assert.ok(listed().every(({ status, headers }) => status === 200 && headers["if-none-match"] === undefined));
    await expect(notice()).toHaveCount(0);
  });

  it("is left alone for as long as its Retry-After says", async () => {
    await open();
    await control({ answer: "busy" });
    await refresh();
    await expect(table().locator("[part=status-line]")).toContainText(/next in [12]m/);
  });

  it("tells what happens by itself, and what was missed when the line drops", async () => {
    await open();
    await expect.poll(() => server.asked.some(({ url, sent }) => url === "/api/events" && sent > 0)).toBe(true);
    await end(SESSIONS[0]);
    await expect(row("anna")).toContainText("Ended");
    server.cut();
    await end(SESSIONS[1]);
    await expect(row("bert")).toContainText("Ended");
    assert.ok(server.asked.some(({ url, headers }) => url === "/api/events" && headers["last-event-id"]));
  });
});

describe("an endpoint that has the list and nothing else", () => {
  it("is asked for nothing else where it says so", async () => {
    await open({ offers: [] });
    await refresh();
    await expectCalm();
    assert.deepEqual(
      server.asked.filter(({ method }) => method !== "OPTIONS").map(({ url }) => url.split("?")[0]),
      ["/api/sessions", "/api/sessions"],
    );
    assert.deepEqual(complaints, []);
  });

  it("is found out to be one where it does not say so, and asked for the rest once", async () => {
    await open({ offers: [], tellsOffers: false });
    await refresh();
    const session = row("anna").getByText("VIP");
    for (let times = 0; times < 2; times++) {
      await session.click();
      const dialog = page.getByRole("dialog");
      await expect(dialog).toContainText("anna");
      // One that is closed before the answer has come has not found out.
      await expect.poll(() => server.asked.some(({ url }) => url.endsWith("/s0"))).toBe(true);
      await expect(dialog.getByRole("button", { name: "Refresh" })).toHaveAttribute("aria-busy", "false");
      await page.keyboard.press("Escape");
    }
    const others = server.asked.filter(({ method, url }) => method === "GET" && !/\/sessions(\?|$)/.test(url));
    assert.deepEqual(others.map(({ url }) => url).sort(), ["/api/integrations", "/api/lifecycle", "/api/sessions/s0"]);
    // The browser's own words for a 404, and none of ours.
    assert.ok(
      complaints.every((text) => text.startsWith("Failed to load resource")),
      complaints.join("\n"),
    );
    await expect(notice()).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Retry" })).toHaveCount(0);
  });
});
