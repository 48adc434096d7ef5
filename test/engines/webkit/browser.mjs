import { fileURLToPath } from "node:url";
import { WebDriver } from "./driver.mjs";
import { Inspector } from "./inspector.mjs";
import { WebKitPage } from "./page.mjs";
import { connectTo, freePort, start } from "./programs.mjs";

/**
 * Without a window manager, the window under the mouse has the focus; at first the mouse is in the middle. From there on
 * there is room for the largest page of the tests: a mouse that is sent off the screen does not arrive.
 */
const SCREEN = { width: 3200, height: 9216 };
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

/**
 * Starts WebKit for GTK on a screen that nobody sees.
 *
 * @param {{ driver: string, browser: string, screen: string }} programs the paths of WebKitWebDriver, MiniBrowser and
 *   Xvfb.
 */
export async function openWebKit({ driver, browser, screen }) {
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
    close: () => Promise.all([webDriver, miniBrowser, xvfb].map((program) => program.stop())),
  };
}
