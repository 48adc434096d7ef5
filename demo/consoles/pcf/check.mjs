import assert from "node:assert/strict";
import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { walk } from "../lib/walk.mjs";
import { watched } from "../lib/watch.mjs";
import { buildControl, startHarness } from "./tools.mjs";

/** @param {{ browser: import("playwright").Browser }} with_ @returns {Promise<string>} what was seen. */
export async function check({ browser }) {
  await buildControl();
  const { size } = await stat(new URL(".cache/controls/Floor/bundle.js", import.meta.url));
  const harness = await startHarness();
  try {
    return `a bundle of ${Math.round(size / 1000)} kB, ${await watched(browser, harness.address, useControl, stayHome)}`;
  } finally {
    harness.stop();
  }
}

/**
 * The harness takes React from a host elsewhere: it gets its version from here, and the one for production, since the other
 * warns of the harness itself.
 */
async function stayHome(page) {
  await page.route("https://unpkg.com/**", (route) => {
    const [name, file] = new URL(route.request().url()).pathname.slice(1).split(/@[\d.]+\//);
    const path = `./node_modules/${name}/${file.replace("development", "production.min")}`;
    return route.fulfill({ path: fileURLToPath(new URL(path, import.meta.url)) });
  });
  await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
}

/** What is asked of a control besides: to tell its outputs, and to store nothing. The harness has keys of its own. */
async function useControl(page) {
  const seen = await walk(page);
  const inputs = page.locator(".io-pane input");
  const values = await inputs.evaluateAll((all) => all.map(({ value }) => value));
  assert.ok(values.includes("contact-00001"), `The output is not in the harness: ${values}`);
  const stored = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
  assert.deepEqual(
    stored.filter((key) => !key.startsWith("HandoffElements.Floor_")),
    [],
  );
  return `${seen}, output, nothing stored`;
}
