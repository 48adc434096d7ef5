// Finds a Chrome or Chromium for the checks. Node built-ins only: it runs before any install.
import { existsSync } from "node:fs";
import { join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** @returns {string | undefined} the path of a browser that is already on this machine. */
export function findBrowser(environment = process.env) {
  if (environment.CHROME_PATH && existsSync(environment.CHROME_PATH)) return environment.CHROME_PATH;
  const folders = (environment.PATH ?? "").split(process.platform === "win32" ? ";" : ":");
  for (const name of NAMES) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (folder && existsSync(path)) return path;
    }
  }
  return APPLICATIONS.find((path) => existsSync(path));
}
