// The way from a fresh clone to running checks, with made-up machines.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { ensureBrowser, enginesToTest, findBrowser, findFirefox, findWebKit } from "../../scripts/browser.mjs";
import { ROOT, run } from "../../scripts/lib/process.mjs";
import { installReason, nodeComplaint } from "../../scripts/setup.mjs";

let folder;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "handoff-setup-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Puts a file down and returns its path. */
function file(path, content = "") {
  const whole = join(folder, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, typeof content === "string" ? content : JSON.stringify(content));
  return whole;
}

const lock = (version) => ({
  packages: {
    "": { version: "1.0.0" },
    "node_modules/a": { version },
    "node_modules/other-system": { version: "1.0.0", optional: true },
  },
});

const find = (environment, platform = "linux") =>
  findBrowser({ HOME: folder, PATH: "", ...environment }, platform, { applications: [] });

const webKit = () => findWebKit({ PATH: join(folder, "bin") }, "linux", { libraries: join(folder, "lib") });

const names = (engines) => engines.map(({ name }) => name);

/** Installers of which the named one works. */
const machine = (working, { root = true } = {}) => {
  const tried = [];
  let path;
  const installer = (name, possible) => ({
    name,
    possible: () => possible,
    install: async () => {
      tried.push(name);
      if (name === working) path = `/${name}`;
      return { code: name === working ? 0 : 1, output: "no network\n" };
    },
  });
  return { tried, find: () => path, installers: [installer("playwright", true), installer("apt", root)] };
};

describe("the version of Node", () => {
  for (const version of ["20.19.0", "20.20.2", "22.0.0", "25.1.0"]) {
    it(`${version} will do`, () => assert.equal(nodeComplaint(version), undefined));
  }
  for (const version of ["18.20.0", "20.18.3", "14.0.0"]) {
    it(`${version} is refused in words`, () => {
      assert.equal(nodeComplaint(version), `handoff-elements needs Node 20.19 or later; this is Node ${version}.`);
    });
  }
});

describe("whether to install", () => {
  it("installs where nothing is", () => {
    file("package-lock.json", lock("1.0.0"));
    assert.equal(installReason(folder), "they are missing");
  });

  it("installs where an install did not finish", () => {
    file("package-lock.json", lock("1.0.0"));
    file("node_modules/a/package.json", {});
    assert.equal(installReason(folder), "the last install did not finish");
  });

  it("installs where the lock file asks for something else", () => {
    file("package-lock.json", lock("2.0.0"));
    file("node_modules/.package-lock.json", lock("1.0.0"));
    assert.equal(installReason(folder), "the lock file has changed");
  });

  it("leaves a matching install alone, whatever the times of the files and though optional packages are left out", () => {
    file("node_modules/.package-lock.json", { packages: { "node_modules/a": { version: "1.0.0" } } });
    file("package-lock.json", lock("1.0.0"));
    assert.equal(installReason(folder), undefined);
  });

  it("needs nothing that is not built into Node", () => {
    for (const script of ["setup", "browser", "start", "test", "lib/process", "lib/totals"]) {
      const code = readFileSync(join(ROOT, `scripts/${script}.mjs`), "utf8");
      for (const [, name] of code.matchAll(/from "([^"]+)"/g)) assert.match(name, /^(node:|\.)/, `${script}: ${name}`);
    }
  });
});

describe("finding a browser", () => {
  it("takes the one that CHROME_PATH names before all others", () => {
    const named = file("mine/chrome");
    file("bin/chromium");
    assert.equal(find({ CHROME_PATH: named, PATH: join(folder, "bin") }), named);
  });

  it("passes over a CHROME_PATH that names nothing", () => {
    const installed = file("bin/chromium");
    assert.equal(find({ CHROME_PATH: join(folder, "nothing"), PATH: join(folder, "bin") }), installed);
  });

  it("takes an installed one before Playwright's", () => {
    const installed = file("bin/google-chrome");
    file(".cache/ms-playwright/chromium-1200/chrome-linux/chrome");
    assert.equal(find({ PATH: `${join(folder, "none")}:${join(folder, "bin")}` }), installed);
  });

  it("takes the newest of Playwright's, on every system", () => {
    file(".cache/ms-playwright/chromium-900/chrome-linux/chrome");
    const linux = file(".cache/ms-playwright/chromium-1200/chrome-linux64/chrome");
    assert.equal(find({}), linux);
    const mac = file("Library/Caches/ms-playwright/chromium-1200/chrome-mac/Chromium.app/Contents/MacOS/Chromium");
    assert.equal(find({}, "darwin"), mac);
    const windows = file("local/ms-playwright/chromium-1200/chrome-win/chrome.exe");
    assert.equal(find({ LOCALAPPDATA: join(folder, "local") }, "win32"), windows);
  });

  it("looks where PLAYWRIGHT_BROWSERS_PATH says", () => {
    const browser = file("browsers/chromium-1/chrome-linux/chrome");
    assert.equal(find({ PLAYWRIGHT_BROWSERS_PATH: join(folder, "browsers") }), browser);
  });

  it("finds none where there is none", () => assert.equal(find({}), undefined));
});

describe("finding other engines", () => {
  it("takes the Firefox that FIREFOX_PATH names before any other", () => {
    const installed = file("bin/firefox-esr");
    const environment = { PATH: dirname(installed) };
    assert.equal(findFirefox(environment, "linux"), installed);
    const named = file("mine/firefox");
    assert.equal(findFirefox({ ...environment, FIREFOX_PATH: named }, "linux"), named);
    assert.equal(findFirefox({ PATH: "" }, "linux"), undefined);
  });

  it("finds WebKit only where its driver, its browser and a screen are installed", () => {
    const driver = file("bin/WebKitWebDriver");
    assert.equal(webKit(), undefined);
    const browser = file("lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser");
    assert.equal(webKit(), undefined);
    const screen = file("bin/Xvfb");
    assert.deepEqual(webKit(), { driver, browser, screen });
  });
});

describe("installing a browser", () => {
  const log = console.log;
  const error = console.error;
  let said;
  beforeEach(() => {
    said = [];
    console.log = (text) => said.push(text);
    console.error = (text) => said.push(text);
  });
  afterEach(() => {
    console.log = log;
    console.error = error;
  });

  it("installs nothing where one is found", async () => {
    const { tried, installers } = machine("playwright");
    assert.equal(await ensureBrowser({ find: () => "/here", installers }), "/here");
    assert.deepEqual([tried, said], [[], []]);
  });

  it("tries Playwright's first, and stops at what works", async () => {
    const { tried, ...ports } = machine("playwright");
    assert.equal(await ensureBrowser(ports), "/playwright");
    assert.deepEqual(tried, ["playwright"]);
  });

  it("goes on to the system's package", async () => {
    const { tried, ...ports } = machine("apt");
    assert.equal(await ensureBrowser(ports), "/apt");
    assert.deepEqual(tried, ["playwright", "apt"]);
  });

  it("says what to do and gives up where nothing works", async () => {
    const { tried, ...ports } = machine("none", { root: false });
    const codes = [];
    await ensureBrowser({ ...ports, exit: (code) => codes.push(code) });
    assert.deepEqual(tried, ["playwright"]);
    assert.deepEqual(codes, [1]);
    assert.match(said.at(-1), /CHROME_PATH/);
  });

  describe("for each engine", () => {
    it("tests in those that are there, and says which are not", async () => {
      const engines = [
        { name: "A", find: () => "/a" },
        { name: "B", ...machine("apt") },
      ];
      assert.deepEqual(names(await enginesToTest({ all: false, engines })), ["A"]);
      assert.deepEqual(engines[1].tried, []);
      assert.match(said.join(), /No B found.*HANDOFF_ENGINES=all/);
    });

    it("installs what is missing where all are asked for", async () => {
      const engines = [
        { name: "A", find: () => "/a" },
        { name: "B", ...machine("apt") },
      ];
      assert.deepEqual(names(await enginesToTest({ all: true, engines })), ["A", "B"]);
      assert.equal(engines[1].find(), "/apt");
    });

    it("leaves out none where all are asked for, though it cannot be installed", async () => {
      const engines = [{ name: "B", ...machine("none", { root: false }) }];
      assert.deepEqual(names(await enginesToTest({ all: true, engines })), ["B"]);
    });
  });
});

describe("starting a program", () => {
  it("gives code and output", async () => {
    const { code, output } = await run(process.execPath, ["-e", "console.log('out'); process.exit(3)"], {
      capture: true,
    });
    assert.deepEqual([code, output.trim()], [3, "out"]);
  });

  it("does not reject where there is no such program", async () => {
    assert.equal((await run("handoff-no-such-program", [], { capture: true })).code, 127);
  });

  it("ends one that takes too long", async () => {
    const { code } = await run(process.execPath, ["-e", "setInterval(() => {}, 1000)"], {
      capture: true,
      timeout: 300,
    });
    assert.equal(code, 124);
  });
});
