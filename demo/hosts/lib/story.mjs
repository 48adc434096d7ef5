// The story that each of the applications tells, as a person does: rows, a column and an action of its own, open, sort,
// End, a tracker, unmount and mount, another source.
import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { expect } from "../../../test/support/expect.mjs";
import { serve } from "../../../test/support/http/serve.mjs";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json" };

/** A plain file server, as good as any that the application would be put on. */
const filesOf = (folder) => (request, response) => {
  const path = normalize(decodeURIComponent(request.url.split("?")[0]));
  const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
  if (!existsSync(file) || statSync(file).isDirectory()) return response.writeHead(404).end();
  response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
  response.end(readFileSync(file));
};

/** @returns {Promise<string>} what was seen, in a line. */
export async function tell(browser, folder) {
  const server = await serve(filesOf(folder));
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error.stack ?? error)));
  const scripts = new Map();
  page.on("response", async (response) => {
    if (/javascript/.test(response.headers()["content-type"])) {
      scripts.set(response.url(), gzipSync(await response.body().catch(() => ""), { level: 9 }).length);
    }
  });
  try {
    await page.goto(`${server.address}/`);
    const seen = await story(page, () => [...scripts.values()].reduce((all, one) => all + one, 0));
    assert.deepEqual(complaints, []);
    return seen;
  } catch (error) {
    error.message += `\nOn the console: ${JSON.stringify(complaints, null, 2)}`;
    throw error;
  } finally {
    await page.close();
    server.stop();
  }
}

async function story(page, weight) {
  const press = (name) => page.getByRole("button", { name, exact: true }).click();
  const table = page.locator("transfer-sessions-table");
  const first = table.locator("tbody [role=row]").first();
  const told = (line) => expect(page.locator("output").last()).toContainText(line);

  await expect(table.getByRole("heading", { level: 2 })).toHaveText("Transfer sessions 12");
  await expect(first).toContainText("north-00");
  const atOnce = weight();

  await expect(table.getByRole("columnheader", { name: "Tier" })).toBeVisible();
  await expect(first).toContainText("gold");
  await first.getByRole("button", { name: /^Note/ }).click();
  await told("noted north-00");

  await first.getByRole("gridcell", { name: "Genesys" }).click();
  await told("opened north-00");
  await page.getByRole("dialog", { name: "Transfer session" }).waitFor();
  await page.keyboard.press("Escape");

  await table.getByRole("columnheader", { name: "Contact" }).click();
  await told("sorted by contact");

  await table.getByRole("button", { name: "End session of contact north-01" }).click();
  await page.getByRole("button", { name: "End session", exact: true }).click();
  await told("ended north-01");

  await press("Socket up");
  await press("Ana joins");
  await told("NA entry");
  await press("Ana leaves");
  await expect(page.locator("agent-transfer-tracker")).toContainText("Ana");

  await press("Unmount");
  await expect(table).toHaveCount(0);
  await press("Mount");
  await expect(first).toContainText("north-00");

  await press("Other floor");
  await expect(first).toContainText("south-00");
  return `story told, ${(atOnce / 1000).toFixed(1)} kB of scripts at once (gzip), console clean`;
}
