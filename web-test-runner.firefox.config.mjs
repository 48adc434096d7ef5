// `npm run test:firefox`: the tests in an installed Firefox.
import { findFirefox } from "./scripts/browser.mjs";
import { openFirefox } from "./test/engines/firefox.mjs";
import { launcher } from "./test/engines/launcher.mjs";
import { configFor } from "./test/engines/shared.mjs";

const executablePath = findFirefox();
if (!executablePath) {
  console.error(
    "No Firefox found. Install one (on Debian: apt-get install firefox-esr), or set FIREFOX_PATH to the program of one.",
  );
  process.exit(1);
}

/** What cannot be tested here. */
const LEFT_OUT = [
  {
    file: "test/elements/transfer-sessions-table/still/floor.test.ts",
    test: "is held to what the browser calls a shift, where it does",
    reason: "Firefox tells of no layout shifts",
  },
  {
    file: "test/elements/transfer-sessions-table/print.test.ts",
    test: "has all rows of the view, one below the other, and nothing to press",
    reason: "Firefox cannot be told to lay a page out as for paper",
  },
  {
    file: "test/elements/transfer-sessions-table/print.test.ts",
    test: "leaves out a menu, a question and the details that are open",
    reason: "Firefox cannot be told to lay a page out as for paper",
  },
];

export default configFor({
  launcher: launcher("Firefox", () => openFirefox(executablePath)),
  concurrency: 2,
  leftOut: LEFT_OUT,
});
