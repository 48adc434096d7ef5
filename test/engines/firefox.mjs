import { launch } from "puppeteer-core";
import { START_TIMEOUT } from "./shared.mjs";

/** Media features as CSS calls them, and the preferences that Firefox takes them from. */
const PREFERENCES = {
  colorScheme: ["prefers-color-scheme", "layout.css.prefers-color-scheme.content-override", { dark: 0, light: 1 }],
  forcedColors: ["forced-colors", "browser.display.document_color_use", { active: 2, none: 0 }],
  reducedMotion: ["prefers-reduced-motion", "ui.prefersReducedMotion", { reduce: 1, "no-preference": 0 }],
};

/** In a page: waits until all media queries hold. */
async function untilMatching(queries) {
  while (!queries.every((query) => matchMedia(query).matches)) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Runs an expression among the browser's own scripts, for what no command of WebDriver BiDi does. */
async function evaluateInBrowser(connection, expression) {
  const { result } = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
  const { result: answer } = await connection.send("script.evaluate", {
    expression,
    target: { context: result.contexts[0].context },
    awaitPromise: true,
  });
  if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
  return answer.result.value;
}

/** Firefox makes the tree of a page when it is first asked for, and in another process. */
const ACCESSIBLE_NODES = `(async () => {
  const service = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);
  const page = () => service.getAccessibleFor(gBrowser.selectedBrowser)?.firstChild;
  while (!page()?.childCount) await new Promise((resolve) => setTimeout(resolve, 20));
  const nodes = [];
  const add = (node) => {
    nodes.push({ role: node.computedARIARole, name: node.name ?? "" });
    for (let child = node.firstChild; child; child = child.nextSibling) add(child);
  };
  add(page());
  return JSON.stringify(nodes);
})()`;

const known = (key) => (key === "Space" ? " " : key);

/** "Control+A" is a key pressed while another is held, which puppeteer does not know; nor does it know "Space". */
function teachKeys(keyboard) {
  for (const name of ["down", "up"]) {
    const send = keyboard[name].bind(keyboard);
    keyboard[name] = (key) => send(known(key));
  }
  const press = keyboard.press.bind(keyboard);
  keyboard.press = async (chord) => {
    const held = chord === "+" ? [] : chord.split("+");
    const key = held.pop() ?? chord;
    for (const modifier of held) await keyboard.down(modifier);
    await press(known(key));
    for (const modifier of held.toReversed()) await keyboard.up(modifier);
  };
}

/**
 * Gives a page what puppeteer lacks in Firefox: the methods of Playwright's pages that the runner's commands use.
 *
 * @param {import("puppeteer-core").Page} page
 */
function taught(page) {
  const { connection } = page.browser();
  // The runner has limits of its own.
  page.setDefaultNavigationTimeout(0);
  teachKeys(page.keyboard);
  page.setViewportSize = (size) => page.setViewport(size);
  page.emulateMedia = async (features) => {
    const settings = Object.entries(features).map(([feature, value]) => {
      const [name, preference, values] = PREFERENCES[feature] ?? [];
      if (!(value in (values ?? {}))) throw new Error(`Firefox cannot be told that ${feature} is ${value}`);
      return [`Services.prefs.setIntPref("${preference}", ${values[value]});`, `(${name}: ${value})`];
    });
    if (settings.length === 0) return;
    await evaluateInBrowser(connection, settings.map(([order]) => order).join(" "));
    // The page lives in another process, which hears of it later.
    await page.evaluate(
      untilMatching,
      settings.map(([, query]) => query),
    );
  };
  page.accessibleNodes = async () => JSON.parse(await evaluateInBrowser(connection, ACCESSIBLE_NODES));
  page.requestGC = async () => {
    // The page lives in another process than the browser.
    await evaluateInBrowser(
      connection,
      `for (const request of ["child-gc-request", "child-cc-request"]) Services.obs.notifyObservers(null, request);`,
    );
    // It answers after that.
    await page.evaluate(() => undefined);
  };
  return page;
}

/** @param {string} executablePath of Firefox. */
export async function openFirefox(executablePath) {
  const browser = await launch({
    browser: "firefox",
    executablePath,
    headless: true,
    timeout: START_TIMEOUT,
    // What no command of WebDriver BiDi does yet is done from among the browser's own scripts.
    args: ["--remote-allow-system-access"],
    // A mouse, as in the tests' Chromium: without a screen, Firefox says that nothing can hover.
    extraPrefsFirefox: { "ui.primaryPointerCapabilities": 6, "ui.allPointerCapabilities": 6 },
  });
  return { page: taught(await browser.newPage()), close: () => browser.close() };
}
