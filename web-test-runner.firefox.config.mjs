// `npm run test:firefox`: the tests in an installed Firefox.
import { chromeLauncher } from "@web/test-runner-chrome";
import { findFirefox } from "./scripts/browser.mjs";
import { createPage } from "./test/engines/firefox-page.mjs";
import { configFor, START_TIMEOUT } from "./test/engines/shared.mjs";

const executablePath = findFirefox();
if (!executablePath) {
  console.error(
    "No Firefox found. Install one (on Debian: apt-get install firefox-esr), or set FIREFOX_PATH to the program of one.",
  );
  process.exit(1);
}

const firefox = chromeLauncher({
  launchOptions: {
    browser: "firefox",
    executablePath,
    headless: true,
    timeout: START_TIMEOUT,
    // What no command of WebDriver BiDi does yet is done from among the browser's own scripts.
    args: ["--remote-allow-system-access"],
    // A mouse, as in the tests' Chromium: without a screen, Firefox says that nothing can hover.
    extraPrefsFirefox: { "ui.primaryPointerCapabilities": 6, "ui.allPointerCapabilities": 6 },
  },
  createPage,
});
firefox.name = "Firefox";
// What the pages answer to, so that the runner's commands know how to speak to them.
firefox.type = "playwright";

export default configFor({
  launcher: firefox,
  // Of the pages in one window, Firefox gives the focus to one.
  concurrency: 1,
});
