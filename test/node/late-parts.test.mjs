// What the table loads when it is first used, in a host's own bundle: the first click is answered, and where the network
// fails it says so, and the next click tries again.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { expect } from "../support/expect.mjs";
import { hostBundle } from "../support/host-bundle.mjs";
import { launchBrowser } from "../support/browser.mjs";
import { serve } from "../support/http/serve.mjs";

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";
const SESSION = { sessionId: "a", contactId: "contact-a", provider: "genesys", channel: "chat", state: "queued" };
const HOST = `
  import "handoff-elements/define/transfer-sessions-table";
  const times = { createdAt: new Date(Date.now() - 60_000).toISOString(), updatedAt: new Date().toISOString() };
  document.querySelector("transfer-sessions-table").dataSource = {
    list: async () => [{ ...${JSON.stringify(SESSION)}, ...times }],
    end: async () => {},
  };
`;
const PAGE =
  `<!doctype html><html lang="en"><head><title>Host</title><link rel="icon" href="data:,">` +
  `<script type="module" src="/host.js"></script></head>` +
  `<body><transfer-sessions-table></transfer-sessions-table></body></html>`;
const NOT_LOADED = "What this needs could not be loaded. Please try again.";

let server, browser, page;
let isDown = false;
/** Answers to late parts, kept back by a test. */
let held;
let late = [];

before(async () => {
  const { chunks, atOnce } = await hostBundle("host", HOST);
  server = await serve((request, response) => {
    const name = request.url.slice(1);
    const chunk = chunks.get(name);
    if (!chunk)
      return response.writeHead(200, { "content-type": "text/html", "content-security-policy": POLICY }).end(PAGE);
    if (!atOnce.has(name)) {
      late.push(name);
      if (isDown) return response.writeHead(503).end();
    }
    const answer = () =>
      response.writeHead(200, { "content-type": "text/javascript", "cache-control": "no-store" }).end(chunk.code);
    if (held && !atOnce.has(name)) held.push(answer);
    else answer();
  });
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  server?.stop();
});

beforeEach(async () => {
  await page?.close();
  isDown = false;
  held = undefined;
  late = [];
  page = await browser.newPage();
  await page.goto(`${server.address}/`);
  await page.getByRole("row", { name: "contact-a" }).waitFor();
});

const end = () => page.getByRole("button", { name: "End session of contact contact-a" });
const question = () => page.getByRole("dialog", { name: "End this session?" });
const details = () => page.locator("transfer-session-details dialog[open]");
/** What a person presses to open the session. The question says the name of the provider too. */
const cell = () => page.getByRole("row", { name: "contact-a" }).getByText("Genesys", { exact: true });
const notice = () => page.locator(".notice");

/** Escape, and what it closes is closed. */
async function escape(dialog) {
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
}

test("a table that is only watched loads nothing more", async () => {
  await page.waitForLoadState("networkidle");
  assert.deepEqual(late, []);
});

test("the first click on each is answered", async () => {
  await end().click();
  await question().waitFor();
  assert.equal(await question().evaluate((dialog) => getComputedStyle(dialog).padding), "16px", "its styles are there");
  await escape(question());
  await expect(end()).toBeFocused();
  await page.getByRole("button", { name: "More" }).click();
  const exported = page.getByRole("button", { name: "Export CSV" });
  await exported.waitFor();
  await escape(exported);
  await cell().click();
  await details().waitFor();
});

test("where it cannot be loaded, it says so, and the next click tries again", async () => {
  isDown = true;
  const more = page.getByRole("button", { name: "More" });
  await more.click();
  await expect(notice()).toContainText(NOT_LOADED);
  await expect(page.locator("[role=status].visually-hidden")).toHaveText(NOT_LOADED);
  await expect(more).toBeFocused();
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect(notice()).toHaveCount(0);
  await cell().click();
  await expect(notice()).toContainText(NOT_LOADED);
  await end().click();
  await question().waitFor();
  await escape(question());
  isDown = false;
  await cell().click();
  await details().waitFor();
  await expect(notice()).toHaveCount(0);
});

/** Presses while late parts are kept back, then lets them come, until the page has run them and shows what came of it. */
async function whileHeld(press) {
  held = [];
  await press();
  await expect.poll(() => held.length).toBeGreaterThan(0);
  const answers = held;
  held = undefined;
  const names = late.slice();
  for (const answer of answers) answer();
  await page.evaluate(async (names) => {
    // Whoever asked for it first is answered first: the table has heard of it by then.
    await Promise.all(names.map((name) => import(`/${name}`)));
    await document.querySelector("transfer-sessions-table").updateComplete;
  }, names);
}

test("a second press while a menu is loaded does not close it before it is open", async () => {
  const more = page.getByRole("button", { name: "More" });
  await whileHeld(async () => {
    await more.click();
    await more.click();
  });
  await page.getByRole("button", { name: "Export CSV" }).waitFor();
});

test("who has gone on to something else is not interrupted by what comes late", async () => {
  await whileHeld(async () => {
    await cell().click();
    await end().click();
    await question().waitFor();
  });
  assert.equal(await details().count(), 0);
  await escape(question());
  await cell().click();
  await details().waitFor();
});

test("no question is asked about a selection that is gone by then", async () => {
  const select = () =>
    page.getByRole("checkbox", { name: "Select session of contact contact-a" }).check({ force: true });
  const ask = () => page.getByRole("button", { name: "End…" }).click();
  const asked = page.locator("transfer-sessions-table dialog[open]");
  await whileHeld(async () => {
    await select();
    await ask();
    await page.getByRole("button", { name: "Clear", exact: true }).click();
  });
  assert.equal(await asked.count(), 0);
  await select();
  await ask();
  await asked.waitFor();
});

test("a session is not opened over the list of another source", async () => {
  await whileHeld(async () => {
    await cell().click();
    await page.evaluate(() => {
      document.querySelector("transfer-sessions-table").dataSource = { list: async () => [] };
    });
  });
  assert.equal(await details().count(), 0);
});
