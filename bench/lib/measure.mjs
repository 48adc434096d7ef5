/**
 * Main-thread time of what a page does, from the browser's own metrics: CPU of the main thread, so that waiting costs
 * nothing and a busy machine changes little.
 */
import { chromium } from "playwright";
import { findBrowser } from "../../scripts/browser.mjs";

export async function launch() {
  const executablePath = findBrowser();
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ["--no-sandbox", "--js-flags=--expose-gc"],
  });
}

/** Opens a page that holds one script, and nothing else of the outside. */
export async function openPage(browser, script) {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.setContent("<!doctype html><html lang=en><body></body></html>");
  await page.addScriptTag({ content: script });
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return { page, session, errors };
}

async function taskTime(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find((metric) => metric.name === "TaskDuration").value * 1000;
}

/**
 * Runs `act(argument)` in the page and waits until it has painted and come to rest.
 *
 * @returns {Promise<{ time: number, longest: number }>} ms of main-thread time, and of the longest task (0 = under 50).
 */
export async function measure({ page, session }, act, argument) {
  await page.evaluate(() => {
    globalThis.gc?.();
    globalThis.longest = 0;
    globalThis.observer ??= new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, entry.duration);
    });
    globalThis.observer.observe({ type: "longtask" });
  });
  const before = await taskTime(session);
  await page.evaluate(act, argument);
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100)))),
  );
  const time = (await taskTime(session)) - before;
  return { time, longest: await page.evaluate(() => globalThis.longest) };
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
