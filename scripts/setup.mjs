// Makes a fresh clone ready to run. Node built-ins only: nothing is installed yet.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { npm, ROOT } from "./lib/process.mjs";

const OLDEST_NODE = [20, 19];

/** @returns {string | undefined} a sentence that says why this Node is too old. */
export function nodeComplaint(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
  return `handoff-elements needs Node ${OLDEST_NODE.join(".")} or later; this is Node ${version}.`;
}

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
};

/**
 * Whether node_modules is what the lock file asks for. npm keeps a copy of what it installed; times of files would say
 * nothing after a clone, and a mark of our own would know nothing of an `npm install` by hand.
 *
 * @returns {string | undefined} why an install is due.
 */
export function installReason(root = ROOT) {
  if (!existsSync(join(root, "node_modules"))) return "they are missing";
  const wanted = readJson(join(root, "package-lock.json"))?.packages;
  const installed = readJson(join(root, "node_modules", ".package-lock.json"))?.packages;
  if (!installed) return "the last install did not finish";
  if (!wanted) return undefined;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "") continue;
    const present = installed[path];
    // Packages for other systems are in the lock file, and npm leaves them out.
    if (!present && (entry.optional || entry.devOptional || entry.peer)) continue;
    if (present?.version !== entry.version) return "the lock file has changed";
  }
  return undefined;
}

/** Checks Node and installs what is missing; ends the process with a clear sentence where that is not possible. */
export async function setup() {
  const complaint = nodeComplaint();
  if (complaint) {
    console.error(complaint);
    process.exit(1);
  }
  const reason = installReason();
  if (!reason) return;
  console.log(`Installing dependencies, since ${reason} (npm ci) …`);
  const { code } = await npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (code !== 0) {
    console.error("The dependencies could not be installed; see the message above.");
    process.exit(1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setup();
