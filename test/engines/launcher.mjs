/** Size of a page at first, the same in all engines. */
const VIEWPORT = { width: 800, height: 600 };

/**
 * A launcher for Web Test Runner that gives each test file that runs at the same time as another a browser of its own:
 * of the pages in one browser, one has the focus.
 *
 * @param {string} name
 * @param {() => Promise<{ page: object, close: () => Promise<unknown> }>} openBrowser The page has the methods of
 *   Playwright's pages that the runner's commands use.
 * @returns {import("@web/test-runner").BrowserLauncher}
 */
export function launcher(name, openBrowser) {
  const browsers = [];
  const free = [];
  const active = new Map();

  async function openPage() {
    const browser = await openBrowser();
    browsers.push(browser);
    await browser.page.setViewportSize(VIEWPORT);
    return browser.page;
  }

  return {
    name,
    // What the pages answer to: so the runner's commands know how to speak to them.
    type: "playwright",
    async startSession(id, url) {
      const page = free.pop() ?? (await openPage());
      active.set(id, page);
      await page.goto(url);
    },
    isActive: (id) => active.has(id),
    getPage: (id) => active.get(id),
    getBrowserUrl: (id) => active.get(id).url(),
    async stopSession(id) {
      const page = active.get(id);
      active.delete(id);
      try {
        await page.setViewportSize(VIEWPORT);
        // Ends what still runs on the page.
        await page.goto("about:blank");
        free.push(page);
      } catch {
        // Out of order, as after a test that did not end: its file has told so, and the next one gets another browser.
      }
      return {};
    },
    startDebugSession: () => Promise.reject(new Error(`${name} runs on a screen that nobody sees`)),
    async stop() {
      await Promise.all(browsers.map((browser) => browser.close()));
    },
  };
}
