// The one file in a plain page, under the content security policy of the design, in a real browser, over HTTP.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { ROOT } from "../../scripts/lib/process.mjs";
import { launchBrowser } from "../support/browser.mjs";
import { serve } from "../support/http/serve.mjs";

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

const manifest = JSON.parse(readFileSync(join(ROOT, "dist/custom-elements.json"), "utf8"));
const TAGS = manifest.modules.flatMap(({ declarations }) => declarations.map(({ tagName }) => tagName)).filter(Boolean);

const session = (number, status) => ({
  sessionId: `agent_transfer:uuid-${number}:conversation-${number}:chat`,
  contactId: `contact-${number}`,
  agent: { id: "agent-1", name: "Billing assistant" },
  provider: "genesys",
  channel: "chat",
  state: status,
  queue: "Billing",
  createdAt: new Date(Date.now() - 60_000).toISOString(),
  updatedAt: new Date().toISOString(),
});
const SESSIONS = [session(1, "queued"), session(2, "active")];

/** A second copy of Lit makes its policy again, which only this allows. */
const TWO_COPIES = `${POLICY} 'allow-duplicates'`;

const page_ = (body, script) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Plain page</title><link rel="icon" href="data:,">` +
  `<script type="module" src="/handoff-elements.js"></script>` +
  (script ? `<script type="module" src="${script}"></script>` : "") +
  `</head><body>${body}</body></html>`;

/** A table whose source is set by a script of the host: before it is inserted, after, and before it is upgraded. */
const SCRIPTS = {
  "/before.js": `
    const table = document.createElement("transfer-sessions-table");
    table.dataSource = window.source;
    document.body.append(table);`,
  "/after.js": `
    const table = document.createElement("transfer-sessions-table");
    document.body.append(table);
    await table.updateComplete;
    await new Promise(requestAnimationFrame);
    table.dataSource = window.source;`,
};
const SOURCE = `window.source = { list: async () => (await fetch("/api/sessions")).json() };`;
// In the document's order this one runs before the file of the elements does.
const EARLY = `${SOURCE} document.querySelector("transfer-sessions-table").dataSource = window.source;`;

/** The one file is a copy of its own: what else is imported speaks to it through what it exports. */
const GERMAN = `
  import { registerLocale } from "/handoff-elements.js";
  import { german } from "/dist/locales/de.js";
  registerLocale("de", german);`;

const PAGES = {
  "/german": page_(
    `<transfer-sessions-provider src="/api"><transfer-sessions-table></transfer-sessions-table></transfer-sessions-provider>`,
    "/german.js",
  ).replace(`lang="en"`, `lang="de"`),
  "/empty": page_(""),
  "/two-copies": page_(""),
  "/provider": page_(
    `<transfer-sessions-provider src="/api"><transfer-sessions-table></transfer-sessions-table></transfer-sessions-provider>`,
  ),
  "/summary": page_(
    `<transfer-sessions-provider src="/api"><transfer-sessions-summary></transfer-sessions-summary></transfer-sessions-provider>`,
  ),
  "/host-before": page_("", "/before.js"),
  "/host-after": page_("", "/after.js"),
  "/host-early": page_(`<transfer-sessions-table></transfer-sessions-table>`).replace(
    `<script type="module"`,
    `<script type="module" src="/early.js"></script><script type="module"`,
  ),
};

let server, browser, page;
let findings = [];
let requests = [];

before(async () => {
  const file = readFileSync(join(ROOT, "dist/cdn/handoff-elements.js"));
  server = await serve((request, response) => {
    const path = request.url.split("?")[0];
    const send = (type, body, headers = {}) => response.writeHead(200, { "content-type": type, ...headers }).end(body);
    const policy = path === "/two-copies" ? TWO_COPIES : POLICY;
    if (PAGES[path]) return send("text/html", PAGES[path], { "content-security-policy": policy });
    if (path === "/handoff-elements.js") {
      return send("text/javascript", file);
    }
    if (SCRIPTS[path]) return send("text/javascript", `${SOURCE}${SCRIPTS[path]}`);
    if (path === "/german.js") return send("text/javascript", GERMAN);
    if (/^\/dist\/(locales|i18n|platform)\/[\w-]+\.js$/.test(path)) {
      return send("text/javascript", readFileSync(join(ROOT, path)));
    }
    if (path === "/early.js") return send("text/javascript", EARLY);
    if (path.startsWith("/api/")) requests.push(`${request.method} ${path}`);
    if (path === "/api/sessions") {
      return send("application/json", JSON.stringify({ sessions: SESSIONS, serverTime: new Date().toISOString() }));
    }
    if (path === "/api/integrations") {
      return send("application/json", JSON.stringify([{ provider: "genesys", connected: true }]));
    }
    if (path === "/api/lifecycle") return send("application/json", JSON.stringify({ chat: 30 }));
    return response.writeHead(404).end();
  });
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  server?.stop();
});
beforeEach(async () => {
  await page?.close();
  page = await browser.newPage();
  findings = [];
  requests = [];
  page.on("pageerror", (error) => findings.push(`error: ${error.message}`));
  page.on("console", (message) => {
    // The icon of the page is one more request that the policy refuses, and none of ours.
    const icon = /data:,|favicon/.test(message.text());
    if (["error", "warning"].includes(message.type()) && !icon) findings.push(`console: ${message.text()}`);
  });
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      if (event.effectiveDirective !== "img-src") {
        window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample} ${event.sourceFile}`);
      }
    });
  });
});

const noFindings = async () => {
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  assert.deepEqual(findings, []);
};

/** Waits until the table shows both contacts as text, whatever it is made of. */
const showsRows = () =>
  page.waitForFunction(
    () => {
      const text = (root) =>
        [...root.querySelectorAll("*")].reduce(
          (all, element) => all + (element.shadowRoot ? text(element.shadowRoot) : ""),
          root.textContent ?? "",
        );
      const shown = text(document.querySelector("transfer-sessions-table").shadowRoot);
      return shown.includes("contact-1") && shown.includes("contact-2");
    },
    undefined,
    { timeout: 10_000 },
  );

test("defines every tag, exports what the package exports, and violates no policy", async () => {
  await page.goto(`${server.address}/empty`);
  const defined = await page.evaluate(async (tags) => {
    const module = await import("/handoff-elements.js");
    const elements = tags.map((tag) => document.body.appendChild(document.createElement(tag)));
    await Promise.all(elements.map((element) => element.updateComplete));
    return {
      missing: tags.filter((tag) => !customElements.get(tag)),
      exports: Object.keys(module).toSorted(),
    };
  }, TAGS);
  assert.deepEqual(defined.missing, []);
  const own = Object.keys(await import("../../dist/index.js")).toSorted();
  assert.deepEqual(defined.exports, own);
  await noFindings();
});

test("keeps its classes, in silence, when a second copy is loaded", async () => {
  await page.goto(`${server.address}/two-copies`);
  const [kept, two] = await page.evaluate(async (tag) => {
    const first = await import("/handoff-elements.js");
    const defined = customElements.get(tag);
    const second = await import("/handoff-elements.js?again");
    return [customElements.get(tag) === defined, first.AgentTransferTracker !== second.AgentTransferTracker];
  }, TAGS[0]);
  assert.ok(two, "the second copy is one of its own");
  assert.ok(kept);
  await noFindings();
});

test("says what the policy needs where a second copy of Lit is refused", async () => {
  await page.goto(`${server.address}/empty`);
  const error = await page.evaluate(async () => {
    await import("/handoff-elements.js");
    return import("/handoff-elements.js?again").then(
      () => "none",
      ({ name }) => name,
    );
  });
  assert.equal(error, "TypeError");
  const said = findings.filter((finding) => finding.startsWith("console: handoff-elements:"));
  assert.equal(said.length, 1);
  assert.match(said[0], /trusted-types lit-html 'allow-duplicates'/);
});

test("a provider with src fills a table below it, in one request", async () => {
  await page.goto(`${server.address}/provider`);
  await showsRows();
  await noFindings();
  assert.equal(requests.filter((request) => request === "GET /api/sessions").length, 1);
});

for (const [path, when] of [
  ["/host-before", "before insertion"],
  ["/host-after", "after insertion"],
  ["/host-early", "before the file has arrived"],
]) {
  test(`a table whose source a script sets ${when} shows its rows, in one request`, async () => {
    await page.goto(server.address + path);
    await showsRows();
    await noFindings();
    assert.equal(requests.filter((request) => request === "GET /api/sessions").length, 1);
  });
}

test("keeps words apart, though its templates are short", async () => {
  await page.goto(`${server.address}/summary`);
  await page.waitForFunction(() => {
    const summary = document.querySelector("transfer-sessions-summary").shadowRoot;
    return /Sessions 2 /.test(summary?.textContent.replace(/\s+/g, " "));
  });
  await noFindings();
});

test("speaks German when it is told the words", async () => {
  await page.goto(`${server.address}/german`);
  await page.getByRole("button", { name: "Aktualisieren" }).waitFor();
  await noFindings();
});
