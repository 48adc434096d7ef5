import { fileURLToPath } from "node:url";
import { WebDriver } from "./driver.mjs";
import { Inspector } from "./inspector.mjs";
import { WebKitPage } from "./page.mjs";
import { connectTo, freePort, start } from "./programs.mjs";

/** Without a window manager, the window under the mouse has the focus; at first the mouse is in the middle. */
const SCREEN = { width: 2560, height: 1600 };
/** Of a page at first, as in the other engines. */
const VIEWPORT = { width: 800, height: 600 };
/** The mouse is on the frame of the window, where it hovers over nothing of the page. */
const POSITION = { x: SCREEN.width / 2 - 20, y: SCREEN.height / 2 - 5 };

const CONFIG = fileURLToPath(new URL("./config", import.meta.url));

/** Reads the number of the screen that Xvfb has found free. */
async function screenNumber(screen) {
  let said = "";
  for await (const chunk of screen.message) {
    said += chunk;
    if (said.endsWith("\n")) return Number(said);
  }
  throw new Error(`${screen.name} did not start. ${screen.said}`);
}

/** Starts a browser on a screen that nobody sees. */
async function openBrowser({ driver, browser, screen }) {
  const xvfb = start(screen, [
    "-displayfd",
    "3",
    "-screen",
    "0",
    `${SCREEN.width}x${SCREEN.height}x24`,
    "-nolisten",
    "tcp",
  ]);
  const env = {
    DISPLAY: `:${await screenNumber(xvfb)}`,
    GDK_BACKEND: "x11",
    // Of the desktop of whoever runs the tests: one of theirs would take over the windows, or tell them to a reader.
    DBUS_SESSION_BUS_ADDRESS: "disabled:",
    NO_AT_BRIDGE: "1",
    LC_ALL: "en_US.UTF-8",
    GTK_THEME: "Adwaita",
    GSETTINGS_BACKEND: "memory",
    XDG_CONFIG_HOME: CONFIG,
  };
  const inspectorPort = await freePort();
  const address = `127.0.0.1:${inspectorPort}`;
  const miniBrowser = start(browser, ["--automation"], { env: { ...env, WEBKIT_INSPECTOR_SERVER: address } });
  (await connectTo(inspectorPort, miniBrowser)).destroy();
  const driverPort = await freePort();
  const webDriver = start(driver, [`--port=${driverPort}`, `--target=${address}`], { env });
  (await connectTo(driverPort, webDriver)).destroy();
  return {
    page: new WebKitPage(await WebDriver.open(driverPort), await Inspector.open(inspectorPort, miniBrowser), POSITION),
    stop: () => Promise.all([webDriver, miniBrowser, xvfb].map((program) => program.stop())),
  };
}

/**
 * Runs tests in WebKit for GTK. Each test file that runs at the same time as another has a browser of its own: a driver
 * has one session, and of the pages in one browser one has the focus.
 *
 * @param {{ driver: string, browser: string, screen: string }} programs the paths of WebKitWebDriver, MiniBrowser and
 *   Xvfb.
 * @returns {import("@web/test-runner").BrowserLauncher}
 */
export function webkitLauncher(programs) {
  const browsers = [];
  const free = [];
  const active = new Map();

  async function open() {
    const browser = await openBrowser(programs);
    browsers.push(browser);
    await browser.page.setViewportSize(VIEWPORT);
    return browser;
  }

  return {
    name: "WebKit",
    // What the pages answer to, so that the runner's commands know how to speak to them.
    type: "playwright",
    async startSession(id, url) {
      const browser = free.pop() ?? (await open());
      active.set(id, browser);
      await browser.page.goto(url);
    },
    isActive: (id) => active.has(id),
    getPage: (id) => active.get(id).page,
    getBrowserUrl: (id) => active.get(id).page.url(),
    async stopSession(id) {
      const browser = active.get(id);
      await browser.page.release();
      await browser.page.setViewportSize(VIEWPORT);
      await browser.page.goto("about:blank");
      active.delete(id);
      free.push(browser);
      return {};
    },
    startDebugSession: () => Promise.reject(new Error("WebKit runs on a screen that nobody sees")),
    async stop() {
      await Promise.all(browsers.map((browser) => browser.stop()));
    },
  };
}
