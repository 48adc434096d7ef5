import { defaultReporter } from "@web/test-runner";
import { esbuildPlugin } from "@web/dev-server-esbuild";
import { playwrightLauncher } from "@web/test-runner-playwright";
import { ariaSnapshotPlugin } from "./test/support/aria-snapshot-plugin.mjs";
import { collectGarbagePlugin } from "./test/support/collect-garbage-plugin.mjs";
import { findBrowser } from "./scripts/browser.mjs";
import { scriptedServer } from "./test/support/http/scripted-server.mjs";
import { countReporter } from "./scripts/lib/wtr-count-reporter.mjs";

const executablePath = findBrowser();

/**
 * A warning or an error on the console fails the test file that caused it: a host's console is not ours to fill. A test
 * that expects one takes `console.warn` over while it runs. Lit runs in its development build, so that its own
 * warnings count too; only its greeting is let through.
 */
function consoleFails({ type, args }, result) {
  if (String(args[0]).startsWith("Lit is in dev mode")) return false;
  if (type === "warn" || type === "error") {
    result.passed = false;
    const message = `console.${type} during the tests: ${args.map((value) => value?.message ?? String(value)).join(" ")}`;
    result.errors = [...(result.errors ?? []), { name: "ConsoleError", message }];
  }
  return true;
}

export default {
  files: ["test/{platform,domain,sources,stores,instances,tracker,lit,elements}/**/*.test.ts"],
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
  filterBrowserLogs: consoleFails,
  reporters: [defaultReporter({ reportTestProgress: Boolean(process.stdout.isTTY) }), countReporter()],
  middleware: [scriptedServer()],
  plugins: [
    ariaSnapshotPlugin,
    collectGarbagePlugin,
    esbuildPlugin({ ts: true, target: "es2022", tsconfig: "tsconfig.json" }),
  ],
  // Ends a test that hangs; a machine that is merely slow or shared fails nothing.
  testFramework: { config: { ui: "bdd", timeout: 30_000 } },
};
