// `npm run test:browser`: the tests in Chromium.
import { playwrightLauncher } from "@web/test-runner-playwright";
import { findBrowser } from "./scripts/browser.mjs";
import { createPage } from "./test/engines/chromium-page.mjs";
import { configFor } from "./test/engines/shared.mjs";

const executablePath = findBrowser();

export default configFor({
  launcher: playwrightLauncher({
    product: "chromium",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ["--no-sandbox", "--disable-background-networking"],
    },
    createPage,
  }),
  concurrency: 2,
});
