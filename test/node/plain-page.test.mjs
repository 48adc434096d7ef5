// What dist/cdn/ has besides the one module: the classic script, the loader, the languages; in a real browser, under the
// content security policy of the design.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { ROOT } from "../../scripts/lib/process.mjs";
import { launchBrowser } from "../support/browser.mjs";
import { serve } from "../support/http/serve.mjs";

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

const FLOOR =
  '<transfer-sessions-provider src="/api"><transfer-sessions-table></transfer-sessions-table></transfer-sessions-provider>';
const CLASSIC = '<script src="/cdn/handoff-elements.classic.js"></script>';
const LOADER = '<script type="module" src="/cdn/loader.js"></script>';

const PAGES = {
  // The script comes before the tags, and after them, as consoles load it.
  "/classic": ["en", CLASSIC, FLOOR],
  "/classic-late": ["en", "", FLOOR + CLASSIC],
  "/classic-twice": ["en", CLASSIC + CLASSIC, FLOOR],
  "/classic-german": ["de", `${CLASSIC}<script src="/cdn/locales/de.js"></script>`, FLOOR],
  "/module-german": [
    "de",
    '<script type="module" src="/cdn/locales/de.js"></script><script type="module" src="/cdn/handoff-elements.js"></script>',
    FLOOR,
  ],
  "/loader": ["en", LOADER, FLOOR],
  "/loader-german": ["de", `${LOADER}<script type="module" src="/cdn/locales/de.js"></script>`, FLOOR],
  "/loader-empty": ["en", LOADER, ""],
  "/nothing": ["en", "", ""],
};

const SESSIONS = ["queued", "active"].map((state, index) => ({
  sessionId: `agent_transfer:uuid-${index}:conversation-${index}:chat`,
  contactId: `contact-${index + 1}`,
  channel: "chat",
  state,
}));

const TYPES = { ".js": "text/javascript", ".map": "application/json" };

let server, browser, page;
let findings = [];
let scripts = [];

before(async () => {
  server = await serve((request, response) => {
    const path = request.url.split("?")[0];
    const send = (type, body, headers = {}) => response.writeHead(200, { "content-type": type, ...headers }).end(body);
    if (PAGES[path]) {
      const [lang, head, body] = PAGES[path];
      const text = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Plain</title>${head}</head><body>${body}</body></html>`;
      return send("text/html", text, { "content-security-policy": POLICY });
    }
    if (path.startsWith("/cdn/")) {
      scripts.push(path.replace("/cdn/", ""));
      return send(TYPES[extname(path)], readFileSync(join(ROOT, "dist", path)));
    }
    if (path === "/api/sessions") return send("application/json", JSON.stringify({ sessions: SESSIONS, offers: [] }));
    return response.writeHead(path === "/favicon.ico" ? 204 : 404).end();
  });
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  server?.stop();
});
beforeEach(async () => {
  findings = [];
  scripts = [];
  page = await browser.newPage();
  page.on("pageerror", (error) => findings.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) findings.push(`console: ${message.text()}`);
  });
  await page.addInitScript(() => {
    window.globalsBefore = new Set(Object.getOwnPropertyNames(window));
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
});
afterEach(async () => {
  await page.close();
  assert.deepEqual(findings, []);
});

/** Both contacts stand in rows of a table. */
const showsRows = async () => {
  for (const contact of ["contact-1", "contact-2"]) await page.getByRole("row", { name: contact }).waitFor();
};

for (const name of ["classic", "classic-late", "classic-twice"]) {
  test(`the classic script fills a table: ${name}`, async () => {
    await page.goto(`${server.address}/${name}`);
    await showsRows();
    const added = await page.evaluate(() =>
      Object.getOwnPropertyNames(window).filter((one) => !window.globalsBefore.has(one) && one !== "globalsBefore"),
    );
    // Lit counts its copies in globals of its own.
    assert.deepEqual(
      added.filter((one) => !/^(lit[A-Z]|reactive)\w+$/.test(one)),
      ["HandoffElements"],
    );
  });
}

test("the classic script exports what the module exports, with the classes of its tags", async () => {
  await page.goto(`${server.address}/classic`);
  const ours = await page.evaluate(() => Object.keys(window.HandoffElements).sort());
  assert.ok(ours.length > 20);
  assert.ok(
    await page.evaluate(
      () => window.HandoffElements.TransferSessionsTable === customElements.get("transfer-sessions-table"),
    ),
  );
  await page.goto(`${server.address}/nothing`);
  const theirs = await page.evaluate(async () => Object.keys(await import("/cdn/handoff-elements.js")).sort());
  assert.deepEqual(ours, theirs);
});

for (const name of ["classic-german", "module-german", "loader-german"]) {
  test(`a language works from where it lies: ${name}`, async () => {
    await page.goto(`${server.address}/${name}`);
    await page.getByRole("button", { name: "Aktualisieren" }).waitFor();
    await showsRows();
  });
}

test("the loader gets the elements that are there, and no other", async () => {
  await page.goto(`${server.address}/loader`);
  await showsRows();
  const parts = scripts.map((path) => path.replace(/-[\w-]{8}\.js$/, ""));
  assert.ok(parts.includes("parts/transfer-sessions-table"), parts.join());
  for (const absent of ["transfer-json-pane", "agent-transfer-tracker", "transfer-sessions-summary"]) {
    assert.ok(!parts.includes(`parts/${absent}`), `${absent} was loaded`);
  }
  assert.equal(new Set(scripts).size, scripts.length);
});

test("the loader gets what comes later, also in a shadow root that it is told of", async () => {
  await page.goto(`${server.address}/loader-empty`);
  await page.evaluate(() => customElements.get("transfer-status-badge") === undefined || Promise.reject("too early"));
  assert.deepEqual(scripts, ["loader.js"]);
  await page.evaluate(() => {
    const article = document.createElement("article");
    article.append(Object.assign(document.createElement("transfer-status-badge"), { status: "queued" }));
    document.body.append(article);
  });
  await page.getByText("Queued").waitFor();
  await page.evaluate(async () => {
    const { watch } = await import("/cdn/loader.js");
    const host = document.createElement("div");
    const root = host.attachShadow({ mode: "open" });
    document.body.append(host);
    const stop = watch(root);
    const pane = document.createElement("transfer-json-pane");
    pane.value = { answer: 42 };
    root.append(pane);
    await customElements.whenDefined("transfer-json-pane");
    stop();
    const settings = document.createElement("transfer-lifecycle-settings");
    root.append(settings);
  });
  await page.getByText("42").waitFor();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  assert.ok(!scripts.some((path) => path.includes("transfer-lifecycle-settings")), "watching has ended");
});

test("the loader says what could not be loaded, and the rest works", async () => {
  await page.route(/transfer-status-badge/, (route) => route.abort());
  await page.goto(`${server.address}/loader`);
  await showsRows();
  await page.evaluate(() => document.body.append(document.createElement("transfer-status-badge")));
  await page.waitForEvent("console", { predicate: (message) => message.text().includes("transfer-status-badge") });
  assert.ok(findings.some((finding) => /handoff-elements: <transfer-status-badge> could not be loaded/.test(finding)));
  findings = [];
});
