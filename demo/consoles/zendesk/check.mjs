import { fileURLToPath } from "node:url";
import { expect } from "../../../test/support/expect.mjs";
import { watched } from "../lib/watch.mjs";
import { bundle, hideAndShow, Network, POLICY, useFloor, useMany, WIDGET } from "../lib/frames.mjs";

const CONSOLE = "https://acme.zendesk.example";

const file = (below, headers = {}) => ({ path: fileURLToPath(new URL(below, import.meta.url)), headers });

/** @param {{ browser: import("playwright").Browser }} with_ @returns {Promise<string>} what was seen. */
export async function check({ browser }) {
  const network = new Network({
    [`${CONSOLE}/`]: file("console.html"),
    [`${CONSOLE}/console.js`]: file("console.js"),
    [`${WIDGET}/zendesk/app.html`]: file("app.html", { "content-security-policy": POLICY }),
    [`${WIDGET}/zendesk/app.js`]: await bundle(new URL("app.js", import.meta.url)),
    [`${WIDGET}/embed/embed.css`]: file("../../../dist/embed/embed.css"),
    [`${WIDGET}/cdn/handoff-elements.classic.js`]: file("../../../dist/cdn/handoff-elements.classic.js"),
  });
  const use = async (page) => {
    const place = page.frameLocator("iframe");
    const floor = await useFloor(page, place, network);
    // The vendor's client has carried it to the console.
    await expect(page.getByRole("status")).toHaveText("Ended contact-00001");
    const choose = () => page.getByRole("button", { name: "Sessions" }).click();
    const hidden = await hideAndShow(page, network, { hide: choose, show: choose, interval: 3_000 });
    return `${floor}, a notice of the console's, ${hidden}, ${await useMany(page, place, network)}`;
  };
  return await watched(browser, `${CONSOLE}/`, use, (page) => network.spread(page));
}
