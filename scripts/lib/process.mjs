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
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, capture?: boolean, shell?: boolean, timeout?: number, silence?: number, signal?: AbortSignal }}
 *   [options] `capture`: the output is returned and not shown. `timeout`: milliseconds after which the program is ended.
 *   `silence`: milliseconds without a word after which a captured one is ended; on a busy machine what goes on may take
 *   long, and what hangs says nothing. `signal`: ends it, too.
 * @returns {Promise<{ code: number, output: string }>} never rejects: a program that cannot start has code 127.
 */
export function run(command, args, { env, cwd = ROOT, capture = false, shell = false, timeout, silence, signal } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      shell,
      signal,
      env: { ...process.env, ...env },
      stdio: capture ? ["ignore", "pipe", "pipe"] : "inherit",
    });
    let output = "";
    let stopped = "";
    const stop = (why) => {
      stopped = `\nstopped after ${why}\n`;
      child.kill("SIGKILL");
    };
    const quiet = silence && silenceWatch(silence, () => stop(`${silence} ms without a word`));
    const keep = (chunk) => {
      output += chunk;
      quiet?.heard();
    };
    child.stdout?.setEncoding("utf8").on("data", keep);
    child.stderr?.setEncoding("utf8").on("data", keep);
    const timer = timeout && setTimeout(() => stop(`${timeout} ms`), timeout);
    const settle = (code, more = "") => {
      clearTimeout(timer);
      quiet?.end();
      resolve({ code, output: output + more });
    };
    child.on("error", (error) => settle(127, `${error.message}\n`));
    child.on("close", (code) => settle(stopped ? 124 : (code ?? 1), stopped));
  });
}

/** Calls back once when nothing has been heard for so many milliseconds. */
export function silenceWatch(milliseconds, onSilence) {
  let timer = setTimeout(onSilence, milliseconds);
  const end = () => clearTimeout(timer);
  const heard = () => {
    end();
    timer = setTimeout(onSilence, milliseconds);
  };
  return { heard, end };
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
