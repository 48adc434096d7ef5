// Starting other programs. Node built-ins only: parts of this run before any install.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the package. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/**
 * Runs a program to its end.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, capture?: boolean, shell?: boolean, timeout?: number, signal?: AbortSignal }}
 *   [options] `capture`: the output is returned and not shown. `timeout`: milliseconds after which the program is ended.
 *   `signal`: ends it, too.
 * @returns {Promise<{ code: number, output: string }>} never rejects: a program that cannot start has code 127.
 */
export function run(command, args, { env, cwd = ROOT, capture = false, shell = false, timeout, signal } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      shell,
      signal,
      env: { ...process.env, ...env },
      stdio: capture ? ["ignore", "pipe", "pipe"] : "inherit",
    });
    let output = "";
    let timedOut = false;
    const keep = (chunk) => (output += chunk);
    child.stdout?.setEncoding("utf8").on("data", keep);
    child.stderr?.setEncoding("utf8").on("data", keep);
    const timer =
      timeout &&
      setTimeout(() => {
        timedOut = true;
        child.kill("SIGKILL");
      }, timeout);
    const settle = (code, more = "") => {
      clearTimeout(timer);
      resolve({ code, output: output + more });
    };
    child.on("error", (error) => settle(127, `${error.message}\n`));
    child.on("close", (code) =>
      settle(timedOut ? 124 : (code ?? 1), timedOut ? `\nstopped after ${timeout} ms\n` : ""),
    );
  });
}

/** Runs npm: the one that runs this script where there is one, since only that path works on every system. */
export function npm(args, options) {
  const own = process.env.npm_execpath;
  return own && /npm-cli\.c?js$/.test(own)
    ? run(process.execPath, [own, ...args], options)
    : run("npm", args, { ...options, shell: process.platform === "win32" });
}

/** The script behind an installed command: Node can run it on every system, without a shell. */
export function binary(packageName, command = packageName) {
  const folder = join(ROOT, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[command]);
}

/** Runs the command of an installed package. */
export function tool(packageName, args, { command, ...options } = {}) {
  return run(process.execPath, [binary(packageName, command), ...args], options);
}
