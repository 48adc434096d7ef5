// What the tests in the browser share in every engine. Each engine has a configuration of its own beside package.json:
// web-test-runner.config.mjs is Chromium's.
import { defaultReporter } from "@web/test-runner";
import { countReporter } from "../../scripts/lib/wtr-count-reporter.mjs";
import { accessibleNodesPlugin } from "../support/accessible-nodes-plugin.mjs";
import { collectGarbagePlugin } from "../support/collect-garbage-plugin.mjs";
import { scriptedServer } from "../support/http/scripted-server.mjs";
import { testBundle } from "./bundle.mjs";
import { leaveOut } from "./leave-out.mjs";
import { trackerRunsPlugin } from "../support/tracker-runs-plugin.mjs";
import { tellFailuresPlugin } from "./tell-failures.mjs";

const MINUTE = 60_000;

/** Folders of the tests that run in a browser. */
const FOLDERS = ["platform", "domain", "sources", "stores", "instances", "tracker", "lit", "elements"].map(
  (name) => `test/${name}`,
);

/** Within this time a browser has started, on a slow or shared machine too. */
export const START_TIMEOUT = 2 * MINUTE;

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

/**
 * The configuration of Web Test Runner for one engine.
 *
 * @param {object} engine
 * @param {import("@web/test-runner").BrowserLauncher} engine.launcher
 * @param {number} engine.concurrency how many test files run at once.
 * @param {readonly { file: string, test: string, reason: string }[]} [engine.leftOut] what this engine cannot do: told
 *   as skipped. A test that does not exist fails the run.
 */
export function configFor({ launcher, concurrency, leftOut = [] }) {
  const bundle = testBundle([...FOLDERS, "bench"]);
  return {
    files: FOLDERS.map((folder) => `${folder}/**/*.test.ts`),
    nodeResolve: false,
    concurrency,
    browsers: [launcher],
    filterBrowserLogs: consoleFails,
    reporters: [defaultReporter({ reportTestProgress: Boolean(process.stdout.isTTY) }), countReporter({ leftOut })],
    middleware: [bundle.middleware, scriptedServer()],
    plugins: [
      leaveOut(leftOut),
      tellFailuresPlugin,
      accessibleNodesPlugin,
      collectGarbagePlugin,
      trackerRunsPlugin,
      bundle.plugin,
    ],
    // These end what hangs; a machine that is merely slow or shared fails nothing.
    browserStartTimeout: START_TIMEOUT,
    testsStartTimeout: START_TIMEOUT,
    testsFinishTimeout: trackerRunsPlugin.isSet ? 24 * 60 * MINUTE : 10 * MINUTE,
    testFramework: { config: { ui: "bdd", timeout: MINUTE } },
  };
}
