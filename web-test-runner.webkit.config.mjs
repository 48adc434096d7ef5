// `npm run test:webkit`: the tests in an installed WebKit for GTK.
import { findWebKit } from "./scripts/browser.mjs";
import { launcher } from "./test/engines/launcher.mjs";
import { configFor } from "./test/engines/shared.mjs";
import { openWebKit } from "./test/engines/webkit/browser.mjs";

const programs = findWebKit();
if (!programs) {
  console.error(
    "No WebKit found. Install WebKitWebDriver and Xvfb: on Debian, apt-get install webkit2gtk-driver xvfb.",
  );
  process.exit(1);
}

/** What cannot be tested here. */
const LEFT_OUT = [
  {
    file: "test/elements/transfer-sessions-table/layout.test.ts",
    test: "marks a selected row by shape where colours are the system's",
    reason: "WebKit knows no forced colours",
  },
  {
    file: "test/elements/transfer-sessions-table/still/marks.test.ts",
    test: "has its columns where they were, where colours are the system's",
    reason: "WebKit knows no forced colours",
  },
  {
    file: "test/elements/transfer-sessions-table/still/floor.test.ts",
    test: "is held to what the browser calls a shift, where it does",
    reason: "WebKit tells of no layout shifts",
  },
  ...[
    "has all rows of the view, one below the other, and nothing to press",
    "leaves out a menu, a question and the details that are open",
  ].map((test) => ({
    file: "test/elements/transfer-sessions-table/print.test.ts",
    test,
    reason: "WebKit heeds it nowhere that it is told to lay a page out as for paper",
  })),
  ...["0.75", "1.5"].map((zoom) => ({
    file: "test/elements/transfer-sessions-table/windows.test.ts",
    test: `widens a column by as much as the pointer goes, at ${zoom}`,
    reason: "WebKit measures boxes in the zoomed page's pixels and the pointer in the window's",
  })),
];

export default configFor({
  launcher: launcher("WebKit", () => openWebKit(programs)),
  concurrency: 2,
  leftOut: LEFT_OUT,
});
