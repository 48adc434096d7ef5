import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect } from "../../../test/support/expect.mjs";
import { watched } from "../lib/watch.mjs";
import { hideAndShow, Network, POLICY, useFloor, useMany, WIDGET } from "../lib/frames.mjs";

/** The client speaks to the hosts of the vendor's regions and to no other. */
const CONSOLE = "https://apps.mypurecloud.com";

const EMBED = new URL("../../../dist/embed/", import.meta.url);
const CLIENT = "node_modules/purecloud-client-app-sdk/dist/purecloud-client-app-sdk.js";

const file = (below, base = import.meta.url) => ({ path: fileURLToPath(new URL(below, base)) });

/** dist/embed/index.html, with the vendor's client in front: all that has to be changed in it. */
async function page() {
  const embed = await readFile(new URL("index.html", EMBED), "utf8");
  const scripts = '<script src="client.js" defer></script><script src="app.js" defer></script>';
  const headers = { "content-security-policy": POLICY };
  return { body: embed.replace("<script", `${scripts}<script`), contentType: "text/html", headers };
}

/** @param {{ browser: import("playwright").Browser }} with_ @returns {Promise<string>} what was seen. */
export async function check({ browser }) {
  const files = {
    [`${CONSOLE}/`]: file("console.html"),
    [`${CONSOLE}/console.js`]: file("console.js"),
    [`${WIDGET}/embed/index.html`]: await page(),
    [`${WIDGET}/embed/client.js`]: file(CLIENT),
    [`${WIDGET}/embed/app.js`]: file("app.js"),
    [`${WIDGET}/embed/en-us.json`]: file("en-us.json"),
    [`${WIDGET}/embed/embed.js`]: file("embed.js", EMBED),
    [`${WIDGET}/embed/embed.css`]: file("embed.css", EMBED),
  };
  const network = new Network(files, { open: true });
  return await watched(
    browser,
    `${CONSOLE}/`,
    (page) => use(page, network),
    (page) => network.spread(page),
  );
}

async function use(page, network) {
  const press = (name) => page.getByRole("button", { name, exact: true }).click();
  const place = page.frameLocator("iframe");
  await press("Sessions");
  await expect(page.getByRole("status")).toHaveText("Sessions bootstrapped.");
  const floor = await useFloor(page, place, network);
  const [hide, show] = [() => press("Home"), () => press("Sessions")];
  // The embedded page asks as often as an element does of which nothing is said.
  const hidden = await hideAndShow(page, network, { hide, show, interval: 30_000 });
  const many = await useMany(page, place, network);
  await press("Close");
  await expect(page.getByRole("status")).toHaveText("Sessions bootstrapped. Sessions stopped.");
  await expect(page.locator("iframe")).toHaveCount(0);
  assert.equal(await page.locator("main").textContent(), "");
  return `${floor}, bootstrapped and stopped, ${hidden}, ${many}`;
}
