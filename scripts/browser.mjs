// Finds the browsers that the checks need, or installs them. Node built-ins only: it runs before any install.
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run, tool } from "./lib/process.mjs";

/** The headless shell first: the same engine without the window of a browser, in half the time. */
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
];

const APPLICATIONS = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  ],
};

/** Where the program lies in one of Playwright's folders; the names differ by system and by Playwright's age. */
const IN_PLAYWRIGHT = {
  linux: ["chrome-linux64/chrome", "chrome-linux/chrome"],
  darwin: [
    ...["chrome-mac-arm64", "chrome-mac-x64"].map(
      (folder) => `${folder}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
    ),
    "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: ["chrome-win64/chrome.exe", "chrome-win/chrome.exe"],
};

function playwrightFolder(environment, platform) {
  const named = environment.PLAYWRIGHT_BROWSERS_PATH;
  if (named && named !== "0") return named;
  const home = environment.HOME ?? homedir();
  if (platform === "darwin") return join(home, "Library", "Caches", "ms-playwright");
  if (platform === "win32") return join(environment.LOCALAPPDATA ?? join(home, "AppData", "Local"), "ms-playwright");
  return join(environment.XDG_CACHE_HOME ?? join(home, ".cache"), "ms-playwright");
}

function findPlaywright(environment, platform) {
  const folder = playwrightFolder(environment, platform);
  if (!existsSync(folder)) return undefined;
  const builds = readdirSync(folder)
    .map((name) => /^chromium-(\d+)$/.exec(name))
    .filter((match) => match !== null)
    .toSorted((a, b) => Number(b[1]) - Number(a[1]));
  return builds
    .flatMap(([name]) => (IN_PLAYWRIGHT[platform] ?? []).map((path) => join(folder, name, path)))
    .find((path) => existsSync(path));
}

function findInstalled(names, environment, platform) {
  const folders = (environment.PATH ?? environment.Path ?? "").split(platform === "win32" ? ";" : ":");
  return names
    .flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

/**
 * @param {NodeJS.ProcessEnv} [environment]
 * @param {NodeJS.Platform} [platform]
 * @param {{ applications?: readonly string[] }} [places]
 * @returns {string | undefined} the path of a browser that is already on this machine: the one that CHROME_PATH names,
 *   an installed one, Playwright's own.
 */
export function findBrowser(
  environment = process.env,
  platform = process.platform,
  { applications = APPLICATIONS[platform] ?? [] } = {},
) {
  if (environment.CHROME_PATH && existsSync(environment.CHROME_PATH)) return environment.CHROME_PATH;
  return (
    findInstalled(NAMES, environment, platform) ??
    applications.find((path) => existsSync(path)) ??
    findPlaywright(environment, platform)
  );
}

const FIREFOX_NAMES = ["firefox-esr", "firefox"];

const FIREFOX_APPLICATIONS = {
  darwin: ["/Applications/Firefox.app/Contents/MacOS/firefox"],
  win32: ["C:\\Program Files\\Mozilla Firefox\\firefox.exe", "C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe"],
};

/** @returns {string | undefined} the path of an installed Firefox: the one that FIREFOX_PATH names, or any other. */
export function findFirefox(environment = process.env, platform = process.platform) {
  if (environment.FIREFOX_PATH && existsSync(environment.FIREFOX_PATH)) return environment.FIREFOX_PATH;
  return (
    findInstalled(FIREFOX_NAMES, environment, platform) ??
    (FIREFOX_APPLICATIONS[platform] ?? []).find((path) => existsSync(path))
  );
}

const WEBKIT_FOLDERS = ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"];

/** MiniBrowser is on no PATH: it lies beside the library that it shows. */
function findMiniBrowser(libraries) {
  if (!existsSync(libraries)) return undefined;
  return readdirSync(libraries)
    .flatMap((name) => WEBKIT_FOLDERS.map((folder) => join(libraries, name, folder, "MiniBrowser")))
    .find((path) => existsSync(path));
}

/**
 * @returns {{ driver: string, browser: string, screen: string } | undefined} the paths of WebKitWebDriver, of the
 *   browser that it drives, and of Xvfb, where all three are installed.
 */
export function findWebKit(environment = process.env, platform = process.platform, { libraries = "/usr/lib" } = {}) {
  const [driver, screen] = ["WebKitWebDriver", "Xvfb"].map((name) => findInstalled([name], environment, platform));
  const browser = findMiniBrowser(libraries);
  return driver && browser && screen ? { driver, browser, screen } : undefined;
}

const isRootOnDebian = () =>
  process.getuid?.() === 0 && existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get");

/** Packages of the system. */
const debian = (...packages) => ({
  name: `the system's ${packages.join(" and ")}`,
  possible: isRootOnDebian,
  async install() {
    const options = { capture: true, timeout: 10 * 60_000, env: { DEBIAN_FRONTEND: "noninteractive" } };
    await run("apt-get", ["update"], options);
    return run("apt-get", ["install", "-y", "--no-install-recommends", ...packages], options);
  },
});

const playwrights = {
  name: "Playwright's Chromium",
  possible: () => true,
  install: () =>
    tool("playwright", ["install", "chromium"], { command: "playwright", capture: true, timeout: 5 * 60_000 }),
};

/** The engines that the tests in the browser run in; the ways to come by each, best first. */
export const ENGINES = [
  {
    name: "Chromium",
    config: "web-test-runner.config.mjs",
    find: findBrowser,
    installers: [playwrights, debian("chromium-headless-shell")],
  },
  {
    name: "Firefox",
    config: "web-test-runner.firefox.config.mjs",
    find: findFirefox,
    installers: [debian("firefox-esr")],
  },
  {
    name: "WebKit",
    config: "web-test-runner.webkit.config.mjs",
    find: findWebKit,
    installers: [debian("webkit2gtk-driver", "xvfb")],
  },
];

/** Tries one installer after the other. Each is quiet: the next may do. @returns what `find` finds in the end. */
async function install(what, { find, installers }) {
  for (const installer of installers) {
    if (!installer.possible()) continue;
    console.log(`No ${what} found; installing ${installer.name} …`);
    const { code, output } = await installer.install();
    const installed = find();
    if (installed) return installed;
    const reason = output.trim().split("\n").at(-1);
    console.log(`That did not work${code === 0 ? "" : ` (${reason || `code ${code}`})`}.`);
  }
  return undefined;
}

/**
 * Finds a browser or installs one; ends the process where neither is possible.
 *
 * @param {{ find?: () => string | undefined, installers?: typeof ENGINES[0]["installers"], exit?: (code: number) => void }} [ports]
 *   replaced by tests.
 * @returns {Promise<string | undefined>} its path.
 */
export async function ensureBrowser({
  find = findBrowser,
  installers = ENGINES[0].installers,
  exit = process.exit,
} = {}) {
  const found = find() ?? (await install("Chrome or Chromium", { find, installers }));
  if (found) return found;
  console.error(
    "The checks need Chrome or Chromium. Install one, or set CHROME_PATH to the program of one, and start again.",
  );
  exit(1);
  return undefined;
}

/**
 * @param {{ all: boolean, engines?: typeof ENGINES }} choice `all`: what is missing is installed. Where that is not
 *   possible the engine is named all the same, so that its tests fail.
 * @returns {Promise<typeof ENGINES>} the engines to test in.
 */
export async function enginesToTest({ all, engines = ENGINES }) {
  const missing = engines.filter(({ find }) => !find());
  if (all) {
    for (const engine of missing) await install(engine.name, engine);
    return engines;
  }
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name).join(" or ");
    console.log(`No ${names} found, so no tests there; HANDOFF_ENGINES=all installs what is missing.`);
  }
  return engines.filter((engine) => !missing.includes(engine));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await ensureBrowser());
