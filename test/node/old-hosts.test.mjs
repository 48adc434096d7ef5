// Pages whose older libraries have replaced what the language gives, before we come: rows are read and drawn all the same.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { expect } from "../support/expect.mjs";
import { ROOT } from "../../scripts/lib/process.mjs";
import { PROTOTYPE_JS } from "../support/prototype-1.7.mjs";
import { launchBrowser } from "../support/browser.mjs";
import { serve } from "../support/http/serve.mjs";

const TAGS = [
  "agent-transfer-tracker",
  "transfer-json-pane",
  "transfer-lifecycle-settings",
  "transfer-session-details",
  "transfer-sessions-provider",
  "transfer-sessions-summary",
  "transfer-sessions-table",
  "transfer-status-badge",
];

const OLD = {
  "nothing replaced": "",
  "Prototype.js 1.7": PROTOTYPE_JS,
  "a number on every object": "Object.prototype.legacy = 7;",
  "a function on every object": "Object.prototype.extend = function () { return this; };",
  "an object on every object": "Object.prototype.settings = { old: true };",
  "zone.js": readFileSync(createRequire(import.meta.url).resolve("zone.js"), "utf8"),
};

const HOST = `
  import "/handoff-elements.js";
  const at = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();
  const row = (id, minutes) => ({
    sessionId: id, contactId: "contact-" + id, provider: "genesys", channel: "chat", state: "queued",
    createdAt: at(minutes), updatedAt: at(minutes), metadata: { tier: "gold", tags: ["a", { b: 1 }] },
  });
  const rows = [row("a", 3), row("b", 2)];
  window.table = document.querySelector("transfer-sessions-table");
  window.table.dataSource = { list: async () => rows.slice(), get: async (id) => rows[id === "a" ? 0 : 1], end: async () => {} };
  window.rows = rows;
`;

let server, browser;

before(async () => {
  const scripts = {
    "/host.js": HOST,
    "/handoff-elements.js": readFileSync(join(ROOT, "dist/cdn/handoff-elements.js")),
  };
  server = await serve((request, response) => {
    const url = new URL(request.url, "http://host.test");
    const script = scripts[url.pathname];
    if (script) return response.writeHead(200, { "content-type": "text/javascript" }).end(script);
    const old = OLD[url.searchParams.get("old")];
    response
      .writeHead(200, { "content-type": "text/html" })
      .end(
        `<!doctype html><html lang="en"><head><title>Host</title><link rel="icon" href="data:,">` +
          `<script>${old}</script><script type="module" src="/host.js"></script></head>` +
          `<body><transfer-sessions-table></transfer-sessions-table></body></html>`,
      );
  });
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  server?.stop();
});

for (const name of Object.keys(OLD)) {
  test(`a page with ${name}: everything is defined, rows are read, menus and details open`, async () => {
    const page = await browser.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => ["warning", "error"].includes(message.type()) && errors.push(message.text()));
    await page.goto(`${server.address}/?old=${encodeURIComponent(name)}`);
    await expect(page.getByRole("row")).toHaveCount(3);
    await expect(page.getByText("could not be read")).toHaveCount(0);
    assert.deepEqual(await page.evaluate((tags) => tags.filter((tag) => !customElements.get(tag)), TAGS), []);
    await page.evaluate(async () => {
      window.rows.push({ ...window.rows[0], sessionId: "c", contactId: "contact-c" });
      await window.table.refresh();
    });
    await expect(page.getByRole("row")).toHaveCount(4);
    await page.getByRole("button", { name: "Status" }).click();
    await expect(page.getByRole("checkbox", { name: "Queued" })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.getByRole("gridcell", { name: "Genesys" }).first().click();
    await expect(page.getByRole("dialog", { name: "Transfer session" })).toBeVisible();
    await expect(page.getByRole("treeitem", { name: /^tier: gold/ })).toBeVisible();
    assert.deepEqual(errors, []);
    await page.close();
  });
}
