// The built demo, under the policy that the elements promise to work with, in a real browser.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { findBrowser } from "../../scripts/browser.mjs";
import { expect } from "../support/expect.mjs";
import { launchBrowser } from "../support/browser.mjs";
import { openBuiltDemo } from "../support/built-demo.mjs";

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";
const executablePath = findBrowser();

describe("the built demo", { skip: executablePath ? false : "no browser" }, () => {
  let demo;
  let browser;

  before(async () => {
    demo = await openBuiltDemo();
    browser = await launchBrowser();
  });

  after(async () => {
    await browser?.close();
    await demo?.stop();
  });

  /** Opens the page and collects everything that it complains about. */
  async function open(query = "") {
    const page = await browser.newPage();
    const complaints = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("response", (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
    });
    await page.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        console.error(`refused by ${event.violatedDirective}: ${event.blockedURI}`);
      });
    });
    await page.goto(`${demo.address}/${query}`);
    return { page, complaints, rows: page.locator("transfer-sessions-table [part~=row]") };
  }

  it("sends the policy with the page, its scripts and what is missing", async () => {
    for (const path of ["/", "/index.html", "/favicon.ico", "/missing"]) {
      const response = await fetch(demo.address + path);
      assert.equal(response.headers.get("content-security-policy"), POLICY, path);
    }
  });

  it("has no script, style or image inline", async () => {
    const page = await (await fetch(demo.address)).text();
    assert.doesNotMatch(page, /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|data:|javascript:/);
  });

  it("shows a page of 100,000 sessions, which stay on the server", async () => {
    const { page, complaints, rows } = await open("many.html");
    await rows.nth(5).waitFor();
    await expect(page.locator("transfer-sessions-table").getByRole("heading")).toHaveText(/100 of 100,000/);
    await expect(page.locator("transfer-sessions-summary")).toContainText("100,000");
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it("shows rows and is refused nothing", async () => {
    const { page, complaints, rows } = await open("?state=ok");
    await rows.nth(5).waitFor();
    await page.getByText("Endpoint", { exact: true }).click();
    await page.getByRole("radio", { name: "Dark" }).check();
    await page.getByRole("radio", { name: "Damaged rows" }).check();
    await page.getByText("records could not be read").waitFor();
    await page.getByRole("button", { name: "All well again" }).click();
    await page.getByText("records could not be read").waitFor({ state: "detached" });
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it("ends a session", async () => {
    const { page, complaints, rows } = await open("?state=ok&poll=60000");
    const first = rows.getByRole("button", { name: /^end/i }).first();
    const name = await first.getAttribute("aria-label");
    await first.click();
    const question = page.getByRole("dialog", { name: "End this session?" });
    await question.getByRole("button", { name: /^end/i }).click();
    await question.waitFor({ state: "hidden" });
    await expect(rows.getByRole("button", { name, exact: true })).toHaveCount(0);
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it("says what the endpoint does wrong, and that it is well again", async () => {
    const { page, rows } = await open("?state=500");
    await page.getByText("The endpoint answers every request with 500.", { exact: true }).first().waitFor();
    await page.getByRole("button", { name: "All well again" }).click();
    await rows.first().waitFor();
    await page.getByRole("button", { name: "All well again" }).waitFor({ state: "hidden" });
    await page.close();
  });

  for (const [query, width] of [
    ["?light&panel&state=ok", 1280],
    ["?dark&panel&state=malformed", 1280],
    ["?light&panel&state=500", 380],
    ["?dark&rtl&panel&state=none", 380],
  ]) {
    it(`leaves axe nothing to find at ${query}, ${width} px`, async () => {
      const { page } = await open(query);
      await page.setViewportSize({ width, height: 800 });
      await page
        .locator("transfer-sessions-table")
        .locator("[part~=row], [part~=error], [part~=empty]")
        .first()
        .waitFor();
      await page.evaluate(await readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8"));
      const found = await page.evaluate(async () => {
        const { violations } = await globalThis.axe.run(document);
        return violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(" ")).join(", ")}`,
        );
      });
      assert.deepEqual(found, []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
      await page.close();
    });
  }

  it("recovers from an endpoint that never answered", async () => {
    const { page, complaints, rows } = await open("?state=never");
    await page.getByRole("button", { name: "All well again" }).click();
    await rows.first().waitFor();
    assert.deepEqual(complaints, []);
    await page.close();
  });
});
