import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { expect } from "../../../test/support/expect.mjs";
import { watched } from "../lib/watch.mjs";
import { bundle, hideAndShow, Network, POLICY, useFloor, useMany, WIDGET } from "../lib/frames.mjs";

const CONSOLE = "https://acme.my.connect.aws";

const file = (below, headers = {}) => ({ path: fileURLToPath(new URL(below, import.meta.url)), headers });

/** @param {{ browser: import("playwright").Browser }} with_ @returns {Promise<string>} what was seen. */
export async function check({ browser }) {
  const files = {
    [`${CONSOLE}/`]: file("console.html"),
    [`${CONSOLE}/console.js`]: file("console.js"),
    [`${WIDGET}/amazon/app.html`]: file("app.html", { "content-security-policy": POLICY }),
    [`${WIDGET}/amazon/app.js`]: await bundle(new URL("app.js", import.meta.url)),
    [`${WIDGET}/embed/embed.css`]: file("../../../dist/embed/embed.css"),
    [`${WIDGET}/cdn/handoff-elements.classic.js`]: file("../../../dist/cdn/handoff-elements.classic.js"),
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
  const placeOf = (contact) => page.frameLocator(`iframe[title=${contact}]`);
  const told = (contact, events) => expect(placeOf(contact).locator("output")).toHaveText(events);
  const a = placeOf("contact-a");
  const floor = await useFloor(page, a, network);

  await press("Connect");
  await told("contact-a", "NA entry arn:agent/ana");
  await expect(a.locator("agent-transfer-tracker")).toContainText("Ana");
  await press("Connect");
  await press("contact-b");
  await press("Connect");
  await told("contact-b", "NA entry arn:agent/ana");
  await press("contact-a");
  await press("Start after contact work");
  await told("contact-a", "NA entry arn:agent/ana, cold exit arn:agent/ana");
  await press("Start after contact work");
  await page.waitForTimeout(500);
  await told("contact-a", "NA entry arn:agent/ana, cold exit arn:agent/ana");
  await told("contact-b", "NA entry arn:agent/ana");

  const [hide, show] = [() => press("Home"), () => press("contact-a")];
  const hidden = await hideAndShow(page, network, { hide, show, interval: 3_000 });
  const many = await useMany(page, a, network);
  await press("Clear");
  await expect(page.locator("iframe")).toHaveCount(1);
  const { polls } = network;
  await page.waitForTimeout(4_000);
  assert.equal(network.polls, polls, "a contact that is gone polls, or the other one, which is hidden");
  return `${floor}, 3 tracker events of 2 contacts, ${hidden}, ${many}`;
}
