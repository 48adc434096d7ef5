// A widget in the frames that consoles really use: sandboxed, on plain HTTP, without storage, without the clipboard.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { ROOT } from "../../scripts/lib/process.mjs";
import { expect } from "../support/expect.mjs";
import { launchBrowser } from "../support/browser.mjs";
import { serve } from "../support/http/serve.mjs";

const WIDGET = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Widget</title><link rel="icon" href="data:,">
<script type="module" src="/handoff-elements.js"></script>
<script type="module">
  let settings = { chat: 30, email: 1440 };
  const row = { id: "a", contactId: "contact-a", provider: "genesys", channel: "chat", status: "queued" };
  const source = {
    list: async () => [row],
    lifecycle: async () => settings,
    saveLifecycle: async (saved) => (settings = saved),
  };
  for (const element of document.querySelectorAll("[data-live]")) element.dataSource = source;
</script></head><body>
<transfer-lifecycle-settings data-live></transfer-lifecycle-settings>
<transfer-sessions-table data-live view-key="desk"></transfer-sessions-table>
</body></html>`;
const frame = (attributes) =>
  `<!doctype html><html lang="en"><head><title>Console</title><link rel="icon" href="data:,"></head>` +
  `<body><iframe title="Widget" src="/widget" width="1200" height="900" ${attributes}></iframe></body></html>`;

let server, browser, context, page, port;
let findings;

before(async () => {
  const file = readFileSync(join(ROOT, "dist/cdn/handoff-elements.js"));
  const pages = {
    "/widget": WIDGET,
    "/sandbox": frame('sandbox="allow-scripts"'),
    "/downloads": frame('sandbox="allow-scripts allow-downloads"'),
  };
  server = await serve(({ url }, response) => {
    // A sandboxed frame is of no origin, and a module is fetched with CORS.
    const headers = { "access-control-allow-origin": "*" };
    if (pages[url]) return response.writeHead(200, { ...headers, "content-type": "text/html" }).end(pages[url]);
    if (url === "/handoff-elements.js") {
      return response.writeHead(200, { ...headers, "content-type": "text/javascript" }).end(file);
    }
    return response.writeHead(404).end();
  });
  ({ port } = server);
  browser = await launchBrowser("--host-resolver-rules=MAP console.test 127.0.0.1");
});
after(async () => {
  await browser?.close();
  server?.stop();
});
beforeEach(async () => {
  await context?.close();
  context = await browser.newContext();
  page = await context.newPage();
  findings = [];
  page.on("pageerror", (error) => findings.push(error.message));
  page.on("console", (message) => message.type() === "error" && findings.push(message.text()));
});

const said = (widget) => widget.locator("transfer-sessions-table .toast");

test("in a sandbox that allows scripts alone, settings are saved by click and by Enter", async () => {
  await page.goto(`http://localhost:${port}/sandbox`);
  const widget = page.frameLocator("iframe");
  const chat = widget.getByRole("spinbutton", { name: /chat/i }).or(widget.getByRole("textbox", { name: /chat/i }));
  await chat.fill("17");
  await widget.getByRole("button", { name: "Save" }).first().click();
  const state = widget.locator("transfer-lifecycle-settings .state-line");
  await expect(state).toHaveText("Saved");
  await chat.fill("18");
  await expect(state).toHaveText("Unsaved changes");
  await chat.press("Enter");
  await expect(state).toHaveText("Saved");
  assert.deepEqual(findings, []);
});

test("in a sandbox a view that cannot be kept is not said to be saved", async () => {
  await page.goto(`http://localhost:${port}/sandbox`);
  const widget = page.frameLocator("iframe");
  await widget.getByRole("button", { name: "More" }).click();
  const name = widget.getByRole("textbox", { name: "Name of this view" });
  await name.fill("Mine");
  await name.press("Enter");
  await expect(said(widget)).toHaveText("Not saved: this browser keeps nothing for this page");
  await expect(name, "what was typed is not lost").toHaveValue("Mine");
  assert.deepEqual(findings, []);
});

test("a view is saved where the browser keeps it, and a person sees that", async () => {
  await page.goto(`http://localhost:${port}/widget`);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("textbox", { name: "Name of this view" }).fill("Mine");
  await page.locator("transfer-sessions-table").getByRole("button", { name: "Save", exact: true }).click();
  await expect(said(page)).toHaveText("View Mine saved");
  await expect(page.getByRole("button", { name: "Mine" }).first()).toBeVisible();
});

for (const [where, address, inFrame] of [
  ["in a sandbox", () => `http://localhost:${port}/sandbox`, true],
  ["on plain HTTP, where there is no clipboard to write to", () => `http://console.test:${port}/widget`, false],
]) {
  test(`copies the older way ${where}, and says so where a person sees it`, async () => {
    await page.goto(address());
    const widget = inFrame ? page.frameLocator("iframe") : page;
    await widget.getByRole("row", { name: "contact-a" }).hover();
    await widget.getByRole("button", { name: "Copy contact contact-a" }).click();
    await expect(said(widget)).toHaveText("Copied");
    await expect(said(widget)).toBeVisible();
    // What was copied is what a paste brings.
    const search = widget.getByRole("searchbox");
    await search.click();
    await page.keyboard.press("Control+V");
    await expect(search).toHaveValue("contact-a");
    assert.deepEqual(findings, []);
  });
}

const exportCsv = async (widget) => {
  await widget.getByRole("button", { name: "More" }).click();
  await widget.getByRole("button", { name: "Export CSV" }).click();
};
const FILE = "transfer-sessions.csv";
const FORBIDDEN = "If no file comes, this frame allows no downloads";

test("a file comes where it may, and a person sees that it is under way", async () => {
  for (const [address, widget, words] of [
    ["/widget", () => page, `Downloading ${FILE}`],
    // Of no origin, as a frame that allows nothing: nobody can tell the two apart.
    ["/downloads", () => page.frameLocator("iframe"), `Downloading ${FILE}. ${FORBIDDEN}`],
  ]) {
    await page.goto(`http://localhost:${port}${address}`);
    const [download] = await Promise.all([page.waitForEvent("download"), exportCsv(widget())]);
    assert.equal(download.suggestedFilename(), FILE);
    assert.match(readFileSync(await download.path(), "utf8"), /contact-a/);
    await expect(said(widget())).toHaveText(words);
  }
  assert.deepEqual(findings, []);
});

test("where a frame may allow no downloads, a person is told why none may come", async () => {
  await page.goto(`http://localhost:${port}/sandbox`);
  const widget = page.frameLocator("iframe");
  await exportCsv(widget);
  await expect(said(widget)).toHaveText(`Downloading ${FILE}. ${FORBIDDEN}`);
  assert.deepEqual(findings, []);
});

test("a host takes the file, and then nothing is downloaded or said", async () => {
  await page.goto(`http://localhost:${port}/widget`);
  let downloads = 0;
  page.on("download", () => downloads++);
  await page.evaluate(() => {
    window.taken = new Promise((resolve) =>
      document.addEventListener("transfer-export", (event) => {
        event.preventDefault();
        void event.blob.text().then((text) => resolve([event.filename, event.blob.type, text]));
      }),
    );
  });
  await exportCsv(page);
  const [name, type, text] = await page.evaluate(() => window.taken);
  assert.deepEqual([name, type], [FILE, "text/csv;charset=utf-8"]);
  assert.match(text, /contact-a/);
  await expect(said(page)).toHaveText("");
  assert.equal(downloads, 0);
});
