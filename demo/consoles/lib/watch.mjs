import assert from "node:assert/strict";

/**
 * Opens a page, walks through it, and fails where anything has gone wrong in it or in its frames: errors on the console,
 * uncaught ones, and what a policy has refused.
 *
 * @param {import("playwright").Browser} browser
 * @param {string} address
 * @param {(page: import("playwright").Page) => Promise<string>} walk
 * @param {(page: import("playwright").Page) => Promise<void>} [prepare] before the page is opened.
 * @returns {Promise<string>} what `walk` has seen, for the runner's line.
 */
export async function watched(browser, address, walk, prepare) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const errors = [];
  const violations = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error.stack ?? error)));
  await page.exposeFunction("tellViolation", (violation) => void violations.push(violation));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, sample }) =>
      globalThis.tellViolation(`${violatedDirective}: ${blockedURI} ${sourceFile} ${sample}`),
    );
  });
  try {
    await prepare?.(page);
    await page.goto(address);
    const seen = await walk(page);
    assert.deepEqual({ errors, violations }, { errors: [], violations: [] });
    return `${seen}: 0 console errors, 0 policy violations`;
  } catch (error) {
    error.message += `\nAt ${address}: ${JSON.stringify({ errors, violations }, null, 2)}`;
    throw error;
  } finally {
    await page.close();
  }
}
