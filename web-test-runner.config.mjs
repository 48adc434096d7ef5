import { esbuildPlugin } from "@web/dev-server-esbuild";
import { playwrightLauncher } from "@web/test-runner-playwright";
import { findBrowser } from "./scripts/browser.mjs";

const executablePath = findBrowser();

export default {
  files: ["test/{domain,sources,stores,elements}/**/*.test.ts"],
  nodeResolve: { exportConditions: ["browser", "development"] },
  concurrency: 2,
  browsers: [
    playwrightLauncher({
      product: "chromium",
      launchOptions: {
        ...(executablePath ? { executablePath } : {}),
        args: ["--no-sandbox", "--disable-background-networking"],
      },
    }),
  ],
  plugins: [esbuildPlugin({ ts: true, target: "es2022", tsconfig: "tsconfig.json" })],
  testFramework: { config: { ui: "bdd", timeout: 10_000 } },
};
