// The page of dist/embed/ in frames of another origin, as a console holds it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { ROOT } from "../../scripts/lib/process.mjs";
import { launchBrowser } from "../support/browser.mjs";
import { hostBundle } from "../support/host-bundle.mjs";
import { serve } from "../support/http/serve.mjs";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json" };
/** What the page needs; `connect-src` has the endpoint, too. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

const row = (number, more) => ({
  sessionId: `agent_transfer:uuid-${number}:conversation-${number}:chat`,
  contactId: `contact-${number}`,
  channel: "chat",
  state: "queued",
  createdAt: Date.now() - 60_000,
  ...more,
});

/** What `embed.json` and its neighbours say, by name; set by each test. */
let configs = {};
let rows = [];
let ended = [];
let hub, desk, browser, page;
let findings = [];

/** Serves the embedded page, and an endpoint beside it. */
const answer = (request, response) => {
  const path = request.url.split("?")[0];
  // A frame of no origin asks across origins.
  const open = { "access-control-allow-origin": "*", "content-security-policy": POLICY };
  const send = (type, body) => response.writeHead(200, { "content-type": type, ...open }).end(body);
  if (path === "/api/sessions") return send("application/json", JSON.stringify({ sessions: rows, offers: ["end"] }));
  if (path.endsWith("/end")) {
    ended.push(path);
    return response.writeHead(204, open).end();
  }
  const name = path.split("/").at(-1) || "index.html";
  if (path === "/embed/gone.json") return response.writeHead(302, { location: "/embed/embed.json", ...open }).end();
  if (name.endsWith(".json")) {
    return name in configs ? send(TYPES[".json"], configs[name]) : response.writeHead(404, open).end();
  }
  if (!path.startsWith("/embed/")) return response.writeHead(204).end();
  return send(TYPES[extname(name)], readFileSync(join(ROOT, "dist/embed", name)));
};

/** The script of the console: a page of another origin, which serves rows and an SDK to its frame. */
const CONSOLE = `
  import { serveDataSource, serveSink } from "handoff-elements/sources/frame";
  window.heard = { asked: [], ended: [], told: [] };
  const rows = [1, 2].map((number) => ({ id: "s" + number, contactId: "contact-" + number, channel: "chat", status: "queued" }));
  const source = {
    list: async () => ({ sessions: rows.slice() }),
    async end({ id }) {
      heard.ended.push(id);
      const place = rows.findIndex((row) => row.id === id);
      rows[place] = { ...rows[place], status: "ended" };
    },
  };
  const sdk = {
    internalTransfer: ({ transfertype, transition }) => void heard.told.push(transfertype + " " + transition),
    on: (_name, listener) => (window.up = listener),
  };
  addEventListener("message", ({ data, source: from, ports, origin }) => {
    if (from !== document.querySelector("iframe")?.contentWindow || data.type !== "handoff-elements") return;
    heard.asked.push([data.wants, ports.length, origin]);
    if (data.wants === "data-source") serveDataSource(source, ports[0]);
    else serveSink(sdk, ports[0]);
  });
`;
let script;
const consolePage = ({ url }, response) => {
  if (url === "/favicon.ico") return response.writeHead(204).end();
  const isScript = url === "/console.js";
  const page = '<!doctype html><html lang="en"><title>Console</title><script type="module" src="/console.js"></script>';
  return response
    .writeHead(200, { "content-type": isScript ? "text/javascript" : "text/html" })
    .end(isScript ? script : page);
};

before(async () => {
  script = (await hostBundle("console", CONSOLE)).chunks.get("console.js").code;
  hub = await serve(answer);
  desk = await serve(consolePage);
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  hub?.stop();
  desk?.stop();
});
beforeEach(async () => {
  configs = {};
  rows = [row(1), row(2, { state: "active" })];
  ended = [];
  findings = [];
  page = await browser.newPage();
  page.on("pageerror", (error) => findings.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) findings.push(`console: ${message.text()}`);
  });
});
afterEach(() => page.close());

/** Another name of this machine: another origin. */
const consoleOrigin = () => desk.address.replace("127.0.0.1", "localhost");

/** Opens a frame with the embedded page in the console. */
async function embed(config, { query = "", sandbox } = {}) {
  if (config !== undefined) configs["embed.json"] = typeof config === "string" ? config : JSON.stringify(config);
  await page.goto(consoleOrigin());
  await page.evaluate(
    ([src, sandbox]) => {
      const frame = document.createElement("iframe");
      if (sandbox !== undefined) frame.setAttribute("sandbox", sandbox);
      Object.assign(frame, { src, width: 900, height: 500, title: "Sessions" });
      document.body.append(frame);
    },
    [`${hub.address}/embed/index.html${query}`, sandbox],
  );
  return page.frameLocator("iframe");
}

test("shows a floor from an endpoint, with a view, links, words and tokens of the file", async () => {
  const frame = await embed({
    page: "floor",
    src: "../api",
    lang: "de",
    view: { status: ["queued"] },
    links: [
      { label: "Inbox", href: "https://inbox.example/{id}?c={contactId}" },
      { label: "Nowhere", href: "https://inbox.example/{queue}" },
    ],
    tokens: { "--handoff-accent": "rgb(1, 2, 3)", "color-scheme": "dark" },
    attention: { waitingWarning: 30 },
  });
  await frame.getByRole("row", { name: "contact-1" }).waitFor();
  assert.equal(await frame.getByRole("row", { name: "contact-2" }).count(), 0);
  await frame.getByRole("button", { name: "Aktualisieren" }).waitFor();
  const root = await frame.locator("html").evaluate((html) => ({
    lang: html.lang,
    dir: html.dir,
    accent: html.style.getPropertyValue("--handoff-accent"),
    scheme: getComputedStyle(html).colorScheme,
  }));
  assert.deepEqual(root, { lang: "de", dir: "ltr", accent: "rgb(1, 2, 3)", scheme: "dark" });
  await frame.getByText("contact-1").click();
  const inbox = frame.getByRole("link", { name: "Inbox" });
  await inbox.first().waitFor();
  assert.match(await inbox.first().getAttribute("href"), /inbox\.example\/agent_transfer%3Auuid-1.*\?c=contact-1$/);
  assert.equal(await frame.getByRole("link", { name: "Nowhere" }).count(), 0);
  assert.deepEqual(findings, []);
});

test("shows the summary alone", async () => {
  const frame = await embed({ page: "summary", src: "/api" });
  await frame.getByText("Queued").first().waitFor();
  assert.equal(await frame.locator("transfer-sessions-table").count(), 0);
  assert.deepEqual(findings, []);
});

for (const sandbox of [undefined, "allow-scripts allow-forms"]) {
  const where = sandbox ? "a frame of no origin" : "a frame";

  test(`shows what the console serves, in ${where}, and ends there`, async () => {
    const frame = await embed(
      { page: "floor", src: "host", origins: ["https://other.example", consoleOrigin()] },
      { sandbox },
    );
    await frame.getByRole("row", { name: "contact-2" }).waitFor();
    await frame.getByRole("row", { name: "contact-1" }).getByRole("button", { name: /^End/ }).click();
    await frame.getByRole("dialog").getByRole("button", { name: /^End/ }).click();
    await frame.getByRole("row", { name: "contact-1" }).getByText("Ended").waitFor();
    const { asked, ended } = await page.evaluate(() => window.heard);
    assert.deepEqual(asked, [["data-source", 1, sandbox ? "null" : hub.address]]);
    assert.deepEqual(ended, ["s1"]);
    assert.deepEqual(findings, []);
  });

  test(`tells the console's SDK who joins and leaves, once, in ${where}`, async () => {
    const frame = await embed(
      { page: "tracker", src: "host", origins: [consoleOrigin()] },
      { query: "?conversation=c-7", sandbox },
    );
    await page.waitForFunction(() => window.up !== undefined);
    await page.evaluate(() => {
      const { contentWindow } = document.querySelector("iframe");
      const say = (call, ...args) => contentWindow.postMessage({ type: "handoff-elements", call, args }, "*");
      say("agentJoined", { identity: "agentId1", name: "AgentName1" });
      say("agentJoined", { identity: "agentId2", name: "AgentName2" });
      // None of these is a call.
      say("retry");
      say("remove");
      contentWindow.postMessage({ call: "agentLeft", args: ["agentId1"] }, "*");
      contentWindow.postMessage(null, "*");
      say("agentLeft", "agentId1");
      window.up();
    });
    await frame.getByRole("textbox").first().waitFor();
    await page.waitForFunction(() => window.heard.told.length === 3);
    await page.evaluate(() => window.up());
    await frame.getByRole("button", { name: /end/i }).first().waitFor();
    assert.deepEqual(await page.evaluate(() => window.heard.told), ["NA entry", "warm entry", "warm exit"]);
    // A browser may give a frame of another site no storage, and one of no origin never has any: that is said.
    assert.deepEqual(
      findings.filter((finding) => !/storage does not work|cannot share a conversation/.test(finding)),
      [],
    );
  });
}

for (const [what, config, sentence] of [
  ["no file", undefined, "embed.json could not be loaded: the server answered 404."],
  ["no JSON", "{", /^embed\.json is no JSON: /],
  ["no object", "[]", "embed.json: it must be an object, not a list."],
  ["no page", "{}", 'embed.json: page must be "floor", "tracker" or "summary", not undefined.'],
  ["an unknown field", '{"page":"floor","src":"/api","orgins":[]}', "embed.json: orgins is not known."],
  [
    "an origin with a path",
    '{"page":"floor","src":"host","origins":["https://a.example","https://b.example/x"]}',
    'embed.json: origins[1] must be an origin, such as "https://console.example", not the text "https://b.example/x".',
  ],
  [
    "no origins",
    '{"page":"floor","src":"host"}',
    'embed.json: with src "host", origins must name the pages that may hold the frame.',
  ],
  [
    "a tracker on an endpoint",
    '{"page":"tracker","src":"/api"}',
    'embed.json: with page "tracker", src must be "host": the SDK is the host\'s.',
  ],
  [
    "a bad view",
    '{"page":"floor","src":"/api","view":{"status":"ended"}}',
    'embed.json: view: status must be a list, not the text "ended".',
  ],
  [
    "a token that is none",
    '{"page":"floor","src":"/api","tokens":{"color":"red"}}',
    "embed.json: tokens.color is no custom property of the elements.",
  ],
  [
    "an endpoint that is none",
    '{"page":"floor","src":"ftp://floor.example"}',
    'embed.json: src must be an http(s) address without a password, not the text "ftp://floor.example".',
  ],
  ["a broken endpoint", '{"page":"floor","src":"http://"}', /^embed\.json: src must be an http\(s\) address/],
  ["an endpoint with a password", '{"page":"floor","src":"https://u:p@x.example"}', /^embed\.json: src must be/],
  [
    "a link that runs something",
    '{"page":"floor","src":"/api","links":[{"label":"A","href":"javascript:alert(1)"}]}',
    /^embed\.json: links\[0\]\.href must be an http\(s\) address/,
  ],
  [
    "a threshold that is none",
    '{"page":"floor","src":"/api","attention":{"waitingWarn":3}}',
    "embed.json: attention.waitingWarn is no threshold.",
  ],
  [
    "a language that is none",
    '{"page":"floor","src":"/api","lang":"de_DE"}',
    'embed.json: lang must be a BCP 47 tag, such as "de", not the text "de_DE".',
  ],
  [
    "another console",
    '{"page":"floor","src":"host","origins":["https://other.example"]}',
    /^The page around is of http:\/\/localhost:\d+, which origins does not name\.$/,
  ],
]) {
  test(`says in one sentence what is wrong: ${what}`, async () => {
    const frame = await embed(config);
    const said = await frame.getByRole("alert").textContent();
    if (typeof sentence === "string") assert.equal(said, sentence);
    else assert.match(said, sentence);
  });
}

for (const config of [
  "https://evil.example/embed.json",
  "//evil.example/embed.json",
  "data:application/json,{}",
  "",
  "gone.json",
]) {
  test(`takes no configuration from ${config}`, async () => {
    const frame = await embed({ page: "floor", src: "/api" }, { query: `?config=${encodeURIComponent(config)}` });
    const said = await frame.getByRole("alert").textContent();
    assert.match(
      said,
      config === "gone.json"
        ? /^gone\.json could not be loaded: the server leads elsewhere, /
        : /^\?config= must name a file of http/,
    );
  });
}

test("takes another file of its origin", async () => {
  configs["second.json"] = JSON.stringify({ page: "summary", src: "/api" });
  const frame = await embed({ page: "floor", src: "/api" }, { query: "?config=second.json" });
  await frame.getByText("Queued").first().waitFor();
});

test("says that with the host's data it must stand in a frame", async () => {
  configs["embed.json"] = JSON.stringify({ page: "floor", src: "host", origins: ["https://console.example"] });
  await page.goto(`${hub.address}/embed/index.html`);
  assert.equal(await page.getByRole("alert").textContent(), 'With src "host" the page must stand in a frame.');
});
