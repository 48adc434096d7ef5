/** A page with one subject, and its main thread under the meter. */
import { chromium } from "playwright";
import { findBrowser } from "../../scripts/browser.mjs";

/** What one step may take before the subject counts as not living through it. */
const PATIENCE = 90_000;

export function launch() {
  const executablePath = findBrowser();
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    // Collections of garbage between the steps must not throw compiled code away.
    args: ["--no-sandbox", "--js-flags=--expose-gc --no-flush-bytecode", "--enable-precise-memory-info"],
  });
}

export async function openSubject(browser, script, rows) {
  const page = await browser.newPage({ viewport: { width: 1240, height: 800 } });
  page.setDefaultTimeout(PATIENCE);
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.setContent('<!doctype html><html lang="en"><body style="margin: 0"></body></html>');
  await page.addScriptTag({ content: script });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.evaluate((count) => globalThis.driver.setUp(count), rows);
  return { page, cdp, errors };
}

export async function metricsOf(cdp) {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

function withPatience(promise) {
  let timer;
  const tooLong = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("gave up waiting")), PATIENCE);
  });
  return Promise.race([promise, tooLong]).finally(() => clearTimeout(timer));
}

const call = (page, method, argument) =>
  withPatience(page.evaluate(([name, given]) => globalThis.driver[name](given), [method, argument]));

const longestOf = (tasks) => Math.max(0, ...tasks.map(({ duration }) => duration));

/**
 * Measures one step: milliseconds of CPU of the main thread, in all and by kind, and the longest task by the wall clock (0 = below 50).
 */
export async function measureStep({ page, cdp }, step) {
  await call(page, "prepare", step);
  await page.evaluate(() => {
    globalThis.tasks = [];
    globalThis.taskObserver ??= new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries()));
    globalThis.taskObserver.observe({ type: "longtask" });
  });
  const before = await metricsOf(cdp);
  await call(page, "act", step);
  const after = await metricsOf(cdp);
  const spent = (name) => (after[name] - before[name]) * 1000;
  const tasks = await page.evaluate(() =>
    globalThis.tasks.map(({ startTime, duration }) => ({ duration, late: startTime > globalThis.paintedAt })),
  );
  await call(page, "clear", step);
  return {
    time: spent("TaskDuration"),
    layout: spent("LayoutDuration") + spent("RecalcStyleDuration"),
    longest: longestOf(tasks),
    longestAfter: longestOf(tasks.filter(({ late }) => late)),
  };
}

export { call };
