import { chromium } from "playwright";
import { findBrowser } from "../../scripts/browser.mjs";

/** The browser of this machine. @param {string[]} args what it is started with besides. */
export function launchBrowser(...args) {
  return chromium.launch({ executablePath: findBrowser(), args: ["--no-sandbox", ...args] });
}
