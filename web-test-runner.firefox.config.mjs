// `npm run test:firefox`: the tests of web-test-runner.config.mjs in an installed Firefox.
import { chromeLauncher } from "@web/test-runner-chrome";
import { findFirefox } from "./scripts/browser.mjs";
import { createPage } from "./test/support/firefox-page.mjs";
import base from "./web-test-runner.config.mjs";

const executablePath = findFirefox();
if (!executablePath) {
  console.error(
    "No Firefox found. Install one (on Debian: apt-get install firefox-esr), or set FIREFOX_PATH to the program of one.",
  );
  process.exit(1);
}

/** Tests that cannot work here. */
const LEFT_OUT = [
  {
    file: "test/elements/transfer-sessions-table/accessibility.test.ts",
    test: "is a grid with its true size, whatever is drawn",
    reason: "the tree of roles and names is read by Playwright",
  },
  {
    file: "test/elements/transfer-sessions-table/layout.test.ts",
    test: "marks a selected row by shape where colours are the system's",
    reason: "only Playwright emulates forced colours",
  },
];

/** Has the tests above told as skipped. */
const leaveOut = {
  name: "leave-out",
  transform({ path, body }) {
    let text = body;
    for (const { file, test } of LEFT_OUT.filter((left) => path === `/${left.file}`)) {
      if (!text.includes(`it("${test}"`)) throw new Error(`${file} has no test "${test}" to leave out`);
      text = text.replace(`it("${test}"`, `it.skip("${test}"`);
    }
    return text;
  },
};

const firefox = chromeLauncher({
  launchOptions: {
    browser: "firefox",
    executablePath,
    headless: true,
    // What no command of WebDriver BiDi does yet is done from among the browser's own scripts.
    args: ["--remote-allow-system-access"],
    // A mouse, as in the tests' Chromium: without a screen, Firefox says that nothing can hover.
    extraPrefsFirefox: { "ui.primaryPointerCapabilities": 6, "ui.allPointerCapabilities": 6 },
  },
  createPage,
});
firefox.name = "Firefox";

export default {
  ...base,
  // Of the pages in one window, Firefox gives the focus to one.
  concurrency: 1,
  browsers: [firefox],
  plugins: [leaveOut, ...base.plugins],
};
