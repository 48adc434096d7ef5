// What a finger meets: the built elements in a browser whose only pointer is one. Whatever can be tapped is 44 px wide
// and high, and nothing else lies over it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, afterEach, before, describe, it } from "node:test";
import { ROOT } from "../../scripts/lib/process.mjs";
import { findBrowser } from "../../scripts/browser.mjs";
import { launchBrowser } from "../support/browser.mjs";
import { expect } from "../support/expect.mjs";
import { serve } from "../support/http/serve.mjs";

const TARGET = 44;

const HOST = `
import "/handoff-elements.js";
const at = (minutes) => Date.now() - minutes * 60_000;
const session = (id, status, minutes) => ({
  id: "agent_transfer:9be2047f-33a1-4c55-a8be-5f2d7c9011ac:" + id + ":chat", contactId: "contact-" + id,
  agentName: "Billing Assistant", provider: "genesys", channel: "chat", status, queue: "General",
  createdAt: at(minutes), updatedAt: at(1),
  metadata: { locale: "en", deep: { a: 1 } }, providerData: { accessToken: "hush", caseId: "5003" },
});
const rows = [session("a", "queued", 1), session("b", "active", 4), session("c", "queued", 9), session("d", "ended", 20)];
document.querySelector("transfer-sessions-provider").dataSource = {
  list: async () => [...rows, null],
  end: async () => {},
  integrations: async () => [{ provider: "genesys", connected: true }],
};
const table = document.querySelector("transfer-sessions-table");
table.sessionLinks = ({ id }) => [{ label: "Console", href: "https://example.test/" + id }];
table.rowActions = [{ id: "note", label: "Note", run: () => {} }];
`;
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A phone</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<script type="module" src="/host.js"></script></head><body>
<transfer-sessions-provider><transfer-sessions-table view-key="touch" poll-interval="3600000"></transfer-sessions-table>
</transfer-sessions-provider></body></html>`;

/**
 * Looks at everything in an element, and in the elements in it, that a person could tap, and that is in sight or can be
 * scrolled to.
 *
 * @param {{ size: number, within?: string }} options `within`: only what is in such an element.
 * @returns {{ name: string, kind: string, short: string[] }[]} `short`: the sides on which a tap 20 px from the middle
 *   would meet something else.
 */
function targetsIn(host, { size, within }) {
  const TAPPED = "button, a[href], input, select, summary, th.sortable, [role=treeitem]";
  const all = [];
  const collect = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.matches(TAPPED) && (!within || element.closest(within))) all.push(element);
      if (element.shadowRoot) collect(element.shadowRoot);
    }
  };
  collect(host.shadowRoot);
  // A point is rounded to whole pixels, and a line under a row may have taken one.
  const reach = size / 2 - 2;
  const targets = [];
  for (const element of all) {
    element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const { left, top, width, height } = (element.closest("label") ?? element).getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    // A label is tapped for what it labels; a press inside a button is one of the button.
    const isHit = ([atX, atY]) => {
      const hit = element.getRootNode().elementFromPoint(atX, atY);
      return [element, element.closest("label")].some((own) => own?.contains(hit));
    };
    if (!isHit([x, y])) continue;
    const sides = { left: [x - reach, y], right: [x + reach, y], top: [x, y - reach], bottom: [x, y + reach] };
    const short = Object.keys(sides).filter((side) => !isHit(sides[side]));
    const name = element.getAttribute("aria-label") ?? element.textContent.replaceAll(/\s+/g, " ").trim();
    const kind = element.getAttribute("role") ?? element.localName;
    targets.push({ name, kind, width, height, short });
  }
  return targets;
}

const tooSmall = (targets) =>
  targets
    .filter(({ short }) => short.length > 0)
    .map(({ name, width, height, short }) => `${name}: ${width} × ${height}, short at ${short.join(", ")}`);

describe("under a finger", { skip: findBrowser() ? false : "no browser" }, () => {
  let server, browser, page;

  before(async () => {
    const bundle = await readFile(join(ROOT, "dist/cdn/handoff-elements.js"));
    const files = { "/handoff-elements.js": bundle, "/host.js": HOST };
    server = await serve(({ url }, response) => {
      const script = files[url];
      response.writeHead(200, { "content-type": script ? "text/javascript" : "text/html" }).end(script ?? PAGE);
    });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    server?.stop();
  });
  afterEach(() => page?.context().close());

  async function open(width, height = 800) {
    const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width, height } });
    page = await context.newPage();
    await page.goto(server.address);
    await page.getByRole("row", { name: "contact-a" }).waitFor();
    assert.deepEqual(
      await page.evaluate(() => [matchMedia("(pointer: coarse)").matches, matchMedia("(hover: none)").matches]),
      [true, true],
      "the browser says that its pointer is a finger",
    );
  }

  const table = () => page.locator("transfer-sessions-table");
  const button = (name) => table().getByRole("button", { name, exact: true });
  const targets = (within) => table().evaluate(targetsIn, { size: TARGET, within });

  for (const [width, layout] of [
    [1280, "a table"],
    [820, "a narrow table"],
    [560, "cards"],
    [380, "cards of a phone"],
  ]) {
    it(`has room for it in ${layout}, ${width} px`, async () => {
      await open(width);
      const found = await targets();
      const names = found.map(({ name }) => name);
      for (const name of ["Refresh", "Queue", "Note contact-a", "End session of contact contact-a"]) {
        assert.ok(names.includes(name), `${name} is among ${names.join(", ")}`);
      }
      assert.ok(names.some((name) => /could not be read/.test(name)));
      assert.equal(names.includes("Agent"), true, "the filter");
      assert.equal(
        found.some(({ kind }) => kind === "columnheader"),
        width > 640,
        "headers to sort by",
      );
      assert.deepEqual(tooSmall(found), []);
    });
  }

  it("has one line of toolbar on a phone", async () => {
    await open(380);
    const middles = await table().evaluate(({ shadowRoot }) =>
      [".title", ".pause", ".refresh", ".more"].map((selector) => {
        const { top, bottom } = shadowRoot.querySelector(selector).getBoundingClientRect();
        return Math.round((top + bottom) / 2);
      }),
    );
    assert.equal(new Set(middles).size, 1, middles.join(", "));
    const { height } = await button("Refresh").boundingBox();
    assert.ok(height >= TARGET, `its buttons are ${height} px high`);
  });

  for (const width of [820, 380]) {
    it(`has room for it in the menus, ${width} px`, async () => {
      await open(width);
      for (const [name, last] of [
        ["Queue", "General"],
        ["More", "Export CSV"],
      ]) {
        await button(name).tap();
        const menu = table().getByRole("dialog", { name, exact: true });
        await menu.getByText(last).first().waitFor();
        // What the menu lies over is not to be tapped now.
        const found = await targets("[popover]");
        assert.ok(found.length > 0);
        assert.deepEqual(tooSmall(found), []);
        await page.keyboard.press("Escape");
        await menu.waitFor({ state: "hidden" });
      }
    });

    it(`has room for it in the question before an end, ${width} px`, async () => {
      await open(width);
      await button("End session of contact contact-a").tap();
      const question = page.getByRole("dialog", { name: "End this session?" });
      await question.waitFor();
      const found = await targets();
      assert.deepEqual(found.map(({ name }) => name).toSorted(), ["Cancel", "End session"]);
      assert.deepEqual(tooSmall(found), []);
      await question.getByRole("button", { name: "End session" }).tap();
      await question.waitFor({ state: "hidden" });
    });

    it(`opens the details of the row that it taps, and has room for it there, ${width} px`, async () => {
      await open(width);
      await page.getByRole("row", { name: "contact-b" }).getByText("Genesys").tap();
      const details = page.locator("transfer-session-details");
      await expect(details.getByText("contact-b", { exact: true })).toBeVisible();
      await expect(details.getByRole("treeitem").first()).toBeVisible();
      const found = (await targets()).filter(({ kind }) => kind !== "treeitem");
      const names = found.map(({ name }) => name);
      for (const name of ["Close", "Copy Session ID", "Copy Contact ID", "Copy all", "Console"]) {
        assert.ok(names.includes(name), `${name} is among ${names.join(", ")}`);
      }
      assert.deepEqual(tooSmall(found.filter(({ name }) => name !== "Reveal")), []);
      const tops = await details.evaluate(({ shadowRoot }) =>
        [...shadowRoot.querySelectorAll("header button")].map((one) => one.getBoundingClientRect().top),
      );
      assert.equal(new Set(tops).size, 1, "the buttons at the top are on one line");
    });
  }

  it("has lines of the JSON pane that are 24 px high: they are text, and tapping beside one costs nothing", async () => {
    await open(380);
    await page.getByRole("row", { name: "contact-b" }).getByText("Genesys").tap();
    await page.locator("transfer-session-details").getByRole("treeitem").first().waitFor();
    const lines = (await targets()).filter(({ kind }) => kind === "treeitem");
    assert.ok(lines.length > 0);
    assert.ok(Math.min(...lines.map(({ height }) => height)) >= 24);
  });
});
