import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { expect } from "../../../test/support/expect.mjs";
import { contactAt } from "../lib/floor.js";
import { watched } from "../lib/watch.mjs";
import { hideAndShow, Network, useFloor, useMany, WIDGET } from "../lib/frames.mjs";

const CONSOLE = "https://desktop.example";

/** Of the desktop, since the elements stand in its own page: script and endpoint are of another origin. */
const POLICY =
  `default-src 'none'; script-src 'self' ${WIDGET}; connect-src 'self' ${WIDGET}; ` +
  "style-src 'self'; img-src data:; frame-src 'self'";

const file = (below, headers = {}) => ({ path: fileURLToPath(new URL(below, import.meta.url)), headers });

/** @param {{ browser: import("playwright").Browser }} with_ @returns {Promise<string>} what was seen. */
export async function check({ browser }) {
  const network = new Network({
    [`${CONSOLE}/`]: file("console.html", { "content-security-policy": POLICY }),
    [`${CONSOLE}/console.js`]: file("console.js"),
    [`${CONSOLE}/layout.json`]: file("layout.json"),
    [`${WIDGET}/handoff-elements.classic.js`]: file("../../../dist/cdn/handoff-elements.classic.js"),
  });
  return await watched(
    browser,
    `${CONSOLE}/`,
    (page) => use(page, network),
    (page) => network.spread(page),
  );
}

async function use(page, network) {
  const press = (name) => page.getByRole("button", { name, exact: true }).click();
  const floor = await useFloor(page, page, network);
  await expect(page.getByRole("columnheader", { name: "Contact" })).toHaveAttribute("aria-sort", "ascending");
  assert.equal(await page.locator("script").count(), 2);
  const choose = () => press("Panel");
  const hidden = await hideAndShow(page, network, { hide: choose, show: choose, interval: 3_000 });

  // What a person has written stays in both places, and it goes on being asked for.
  await page.getByRole("searchbox").fill(contactAt(42));
  for (const [place, name] of [
    [page.locator("header"), "Move to the header"],
    [page.frameLocator("iframe"), "Move to a small frame"],
  ]) {
    await press(name);
    const { polls } = network;
    await expect(place.locator("tbody [role=row]")).toHaveText(new RegExp(contactAt(42)));
    await expect(place.getByRole("searchbox")).toHaveValue(contactAt(42));
    await expect.poll(() => network.polls).toBeGreaterThan(polls + 1);
  }
  const place = page.frameLocator("iframe");
  const table = place.locator("transfer-sessions-table");
  assert.equal(await table.evaluate(({ clientWidth, scrollWidth }) => scrollWidth - clientWidth), 0);
  await place.getByRole("searchbox").fill("");
  return `${floor}, ${hidden}, moved twice, in a frame of 480 × 640 ${await useMany(page, place, network)}`;
}
