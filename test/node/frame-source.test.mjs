// A floor in a sandboxed frame of no origin that may reach nothing: the page around it serves the data and the SDK, over
// a port, as docs/data-sources.md has it. In a browser, bundled as hosts would.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { launchBrowser } from "../support/browser.mjs";
import { expect } from "../support/expect.mjs";
import { hostBundle } from "../support/host-bundle.mjs";
import { serve } from "../support/http/serve.mjs";

const PAGE = `
  import { serveDataSource, serveSink } from "handoff-elements/sources/frame";
  const now = Date.now();
  const rows = Array.from({ length: 10_000 }, (_, place) => ({
    id: "s" + place, contactId: "contact-" + place, provider: "genesys", channel: "chat", status: "queued",
    createdAt: now - 60_000, updatedAt: now,
  }));
  window.asked = { list: 0, ended: [], told: [] };
  let changed = () => {};
  const dataSource = {
    async list() {
      asked.list++;
      return { sessions: rows.slice() };
    },
    async end({ id }, { reason }) {
      asked.ended.push(id);
      const row = rows.find((one) => one.id === id);
      rows[rows.indexOf(row)] = { ...row, status: "ended" };
    },
    subscribe(onChange) {
      changed = onChange;
      return () => {};
    },
  };
  window.arrive = (contactId) => {
    rows.unshift({ ...rows[0], id: contactId, contactId });
    changed();
  };
  let up = () => {};
  const sdk = {
    internalTransfer: ({ transfertype, transition }) => void asked.told.push(transfertype + " " + transition),
    on: (_name, listener) => (up = listener),
  };
  window.connect = () => up();
  addEventListener("message", ({ data, source }) => {
    const frame = [...document.querySelectorAll("iframe")].find(({ contentWindow }) => contentWindow === source);
    if (!frame || data !== "data, please") return;
    const [first, second] = [new MessageChannel(), new MessageChannel()];
    serveDataSource(dataSource, first.port1);
    serveSink(sdk, second.port1);
    source.postMessage("data", "*", [first.port2, second.port2]);
  });
`;
const FRAME = `
  import "handoff-elements/define/transfer-sessions-table";
  import "handoff-elements/define/agent-transfer-tracker";
  import { frameDataSource, frameSink } from "handoff-elements/sources/frame";
  addEventListener("message", async ({ data, source, ports }) => {
    if (source !== parent || data !== "data") return;
    document.querySelector("transfer-sessions-table").dataSource = await frameDataSource(ports[0]);
    const tracker = document.querySelector("agent-transfer-tracker");
    tracker.sdk = frameSink(ports[1]);
    for (const number of [1, 2]) tracker.agentJoined({ identity: "agentId" + number, name: "Agent " + number });
    tracker.conversationEnded();
  });
  parent.postMessage("data, please", "*");
`;
const html = (script, body) =>
  `<!doctype html><html lang="en"><head><title>Host</title><link rel="icon" href="data:,">` +
  `<script type="module" src="/${script}"></script></head><body>${body}</body></html>`;
const IN_FRAME = html(
  "frame.js",
  `<transfer-sessions-table poll-interval="3600000"></transfer-sessions-table>` +
    `<agent-transfer-tracker conversation-id="c-1" storage="none"></agent-transfer-tracker>`,
);
const AROUND = html(
  "page.js",
  `<iframe sandbox="allow-scripts allow-forms" width="900" height="600" src="/in-frame"></iframe>`,
);

let server, browser, page, complaints;

before(async () => {
  const bundles = [await hostBundle("page", PAGE), await hostBundle("frame", FRAME)];
  server = await serve(({ url }, response) => {
    const chunk = bundles.map(({ chunks }) => chunks.get(url.slice(1))).find(Boolean);
    const headers = { "content-type": chunk ? "text/javascript" : "text/html", "access-control-allow-origin": "*" };
    // Not even its own server may be asked for data by the frame.
    const policy = `default-src 'none'; script-src ${server.address}; style-src 'self'; img-src data:`;
    if (url.startsWith("/in-frame")) headers["content-security-policy"] = policy;
    response.writeHead(200, headers).end(chunk ? chunk.code : url.startsWith("/in-frame") ? IN_FRAME : AROUND);
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
  complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto(server.address);
});

const floor = () => page.frameLocator("iframe");
const row = (contact) => floor().getByRole("row", { name: contact, exact: false });
const asked = () => page.evaluate(() => window.asked);

test("a frame shows the page's rows, ends one, and follows what the page pushes", async () => {
  await expect(floor().getByText("10,000", { exact: true })).toBeVisible();
  await row("contact-1").first().waitFor();
  await floor().getByRole("button", { name: "End session of contact contact-0", exact: true }).click();
  await floor().getByRole("dialog").getByRole("button", { name: "End session" }).click();
  await expect(row("contact-0").first()).toContainText("Ended");
  assert.deepEqual((await asked()).ended, ["s0"]);
  for (const contact of ["contact-1", "contact-2"]) {
    await floor()
      .getByRole("checkbox", { name: `Select session of contact ${contact}`, exact: true })
      .check({ force: true });
  }
  await floor().getByRole("button", { name: "End…", exact: true }).click();
  await expect(floor().getByRole("dialog").getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.evaluate(() => window.arrive("just-in"));
  await expect(floor().getByText("10,001", { exact: true })).toBeVisible();
  assert.deepEqual(complaints, []);
});

test("a frame that is loaded again has its rows again", async () => {
  await row("contact-1").first().waitFor();
  await page.evaluate(() => (document.querySelector("iframe").src += "?again"));
  await expect(floor().getByText("10,000", { exact: true })).toBeVisible();
  assert.deepEqual(complaints, []);
});

test("two frames ask the page's source once", async () => {
  await row("contact-1").first().waitFor();
  await page.evaluate(() => document.body.append(document.querySelector("iframe").cloneNode()));
  await expect(page.frameLocator("iframe >> nth=1").getByText("10,000", { exact: true })).toBeVisible();
  assert.equal((await asked()).list, 1);
});

test("a tracker in a frame tells the page's SDK, once its connection is up, each event once", async () => {
  await row("contact-1").first().waitFor();
  await page.waitForFunction(() => {
    window.connect();
    return window.asked.told.length >= 4;
  });
  assert.deepEqual((await asked()).told, ["NA entry", "warm entry", "warm exit", "NA exit"]);
  assert.deepEqual(complaints, []);
});
