// A table of 100,000 sessions that stay on the server: it filters, sorts, searches, counts and pages, and only the rows
// that are shown travel. As a person does it, in a browser, over real HTTP.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { expect } from "../support/expect.mjs";
import { hostBundle } from "../support/host-bundle.mjs";
import { loadProtocol, startServer } from "../support/http/protocol.mjs";
import { launchBrowser } from "../support/browser.mjs";

const COUNT = 100_000;
const PAGE_SIZE = 100;
const NOW = Date.UTC(2026, 2, 9, 10);
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:";
const HOST = `
  import "handoff-elements/define/transfer-sessions-provider";
  import "handoff-elements/define/transfer-sessions-summary";
  import "handoff-elements/define/transfer-sessions-table";
  import { httpDataSource } from "handoff-elements/sources/http";
  document.querySelector("transfer-sessions-provider").dataSource = httpDataSource({ url: "/api", queries: true });
`;
const HTML =
  `<!doctype html><html lang="en"><head><title>Many</title><link rel="icon" href="data:,">` +
  `<script type="module" src="/many.js"></script></head><body><transfer-sessions-provider poll-interval="3600000">` +
  `<transfer-sessions-summary for="many"></transfer-sessions-summary>` +
  `<transfer-sessions-table id="many"></transfer-sessions-table></transfer-sessions-provider></body></html>`;

let server, browser, page, sessions, table;
/** Rows in each answer to a request for the list. */
let travelled = [];
let complaints = [];

before(async () => {
  const { createEndpoint, LargeFloor, MemoryRepository } = await loadProtocol();
  const floor = new LargeFloor({ count: COUNT, clock: { now: () => NOW }, pace: 0 });
  const repository = new MemoryRepository(floor);
  sessions = (await repository.list({})).rows;
  const endpoint = createEndpoint({ repository, pageSize: PAGE_SIZE });
  const { chunks } = await hostBundle("many", HOST);
  server = await startServer();
  server.handler = (request, response) => {
    countRows(request, response);
    endpoint(request, response, () => {
      const chunk = chunks.get(request.url.slice(1));
      const headers = { "content-type": chunk ? "text/javascript" : "text/html", "content-security-policy": POLICY };
      response.writeHead(200, headers).end(chunk ? chunk.code : HTML);
    });
  };
  browser = await launchBrowser();
});

function countRows({ url }, response) {
  if (!/^\/api\/sessions(\?|$)/.test(url)) return;
  const end = response.end.bind(response);
  response.end = (text) => {
    travelled.push(text ? JSON.parse(text).sessions.length : 0);
    return end(text);
  };
}

after(async () => {
  await browser?.close();
  server?.stop();
});

beforeEach(async () => {
  await page?.close();
  travelled = [];
  complaints = [];
  page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(server.address.replace(/api$/, ""));
  table = page.locator("transfer-sessions-table");
  await expect(title()).toHaveText(`Transfer sessions ${shownOf(COUNT)}`);
});

afterEach(() => assert.deepEqual(complaints, []));

const number = new Intl.NumberFormat("en");
const title = () => table.getByRole("heading", { level: 2 });
const shownOf = (total, shown = PAGE_SIZE) => `${number.format(Math.min(shown, total))} of ${number.format(total)}`;
const grid = () => table.getByRole("grid");
const search = () => table.getByRole("searchbox");
const rows = () => table.locator("tbody [role=row]");
const menu = () => table.locator(".menu");

const withStatus = (...statuses) => sessions.filter(({ status }) => statuses.includes(status));
/** Milliseconds that a session has lasted. */
const lasted = ({ createdAt, endedAt }) => (endedAt ? Date.parse(endedAt) : NOW) - Date.parse(createdAt);

/** Each row that is drawn has that text. */
async function expectRows(text) {
  await expect(rows().filter({ hasNotText: text })).toHaveCount(0);
  assert.ok((await rows().count()) > 5);
}

const press = (name) => table.getByRole("columnheader", { name }).click();

async function filterBy(field, value) {
  await table.getByRole("button", { name: field, exact: true }).click();
  await menu().getByRole("checkbox", { name: value }).check();
  await page.keyboard.press("Escape");
}

test("what is counted is told without a row", async () => {
  const summary = page.locator("transfer-sessions-summary");
  await expect(summary).toContainText(number.format(COUNT));
  await expect(summary).toContainText(`Queued ${number.format(withStatus("queued").length)}`);
  await table.getByRole("button", { name: "Status", exact: true }).click();
  for (const [label, status] of [
    ["Active", "active"],
    ["Ended", "ended"],
  ]) {
    await expect(menu()).toContainText(`${label}${number.format(withStatus(status).length)}`);
  }
});

test("is filtered, sorted, searched and paged by the server, and no more rows travel than are shown", async (t) => {
  const active = withStatus("active");
  await filterBy("Status", "Active");
  await expect(title()).toHaveText(`Transfer sessions ${shownOf(active.length)}`);
  await expectRows("Active");

  // Ascending, then descending.
  await press("Duration");
  await press("Duration");
  const longest = active.reduce((a, b) => (lasted(b) > lasted(a) ? b : a));
  await expect(rows().first().getByTitle(longest.contactId)).toBeVisible();

  await search().pressSequentially("card services");
  const found = active.filter(({ agentName }) => agentName === "Card Services");
  await expect(title()).toHaveText(`Transfer sessions ${shownOf(found.length)}`);
  await expectRows("Card Services");
  const sorted = found.toSorted((a, b) => lasted(b) - lasted(a));
  await expect(rows().first().getByTitle(sorted[0].contactId)).toBeVisible();

  await table.getByRole("button", { name: "Show more" }).click();
  await expect(title()).toHaveText(`Transfer sessions ${shownOf(found.length, 2 * PAGE_SIZE)}`);
  await expect(grid()).toHaveAttribute("aria-rowcount", String(2 * PAGE_SIZE + 1));
  // The grid is asked for its end: the last row of the second page.
  await rows().first().getByRole("gridcell").nth(1).focus();
  await page.keyboard.press("Control+End");
  await expect(
    rows()
      .last()
      .getByTitle(sorted[2 * PAGE_SIZE - 1].contactId),
  ).toBeVisible();

  assert.ok(Math.max(...travelled) <= PAGE_SIZE, `at most a page in an answer: ${travelled}`);
  const sum = travelled.reduce((sum, rows) => sum + rows, 0);
  t.diagnostic(`${sum} of ${number.format(COUNT)} rows travelled, in ${travelled.length} answers`);
  assert.ok(sum <= 10 * PAGE_SIZE, `${sum} of ${COUNT} rows travelled`);
});

test("finds the one session that somebody asks about, and ends it", async () => {
  const wanted = withStatus("queued")[1234];
  await search().fill(wanted.contactId);
  await expect(title()).toHaveText("Transfer sessions 1 of 1");
  await table.getByRole("button", { name: /^End session/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "End session" }).click();
  await expect(rows().first()).toContainText("Ended");
});

test("says that nothing matches, and goes back to all", async () => {
  await search().fill("nobody is called so");
  await expect(title()).toHaveText("Transfer sessions 0 of 0");
  await table.getByRole("button", { name: "Clear filters" }).first().click();
  await expect(title()).toHaveText(`Transfer sessions ${shownOf(COUNT)}`);
});

test("a number of the summary filters it", async () => {
  const pending = withStatus("pending").length;
  await page
    .locator("transfer-sessions-summary")
    .getByRole("button", { name: /Pending/ })
    .click();
  await expect(title()).toHaveText(`Transfer sessions ${shownOf(pending)}`);
  await expectRows("Pending");
});
