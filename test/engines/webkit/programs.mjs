import { spawn } from "node:child_process";
import { createServer, connect } from "node:net";
import { START_TIMEOUT } from "../shared.mjs";

/** Ends the program when the pipe to it closes: however this process comes to its end, nothing is left running. */
const UNTIL_THE_PIPE_CLOSES = '"$@" & program=$!; read _; kill $program; wait $program';

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @returns a program that runs until `stop()`. `said` is what it wrote, `message` a stream that it can write to as file
 *   3.
 */
export function start(command, args, { env } = {}) {
  const child = spawn("sh", ["-c", UNTIL_THE_PIPE_CLOSES, "sh", command, ...args], {
    env: { ...process.env, ...env },
    stdio: ["pipe", "ignore", "pipe", "pipe"],
    // Out of reach of Ctrl+C in a terminal, which would end the shell and not the program.
    detached: true,
  });
  const program = {
    name: command,
    said: "",
    message: child.stdio[3],
    stop() {
      child.stdin.end();
      return ended;
    },
  };
  const ended = new Promise((resolve) => child.on("close", resolve));
  child.stderr.setEncoding("utf8").on("data", (chunk) => (program.said += chunk));
  return program;
}

/** A port that nothing listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .on("error", reject)
      .listen(0, "127.0.0.1", () => {
        const { port } = server.address();
        server.close(() => resolve(port));
      });
  });
}

/** @returns {Promise<import("node:net").Socket>} a connection, as soon as a program that is starting takes one. */
export async function connectTo(port, program) {
  const deadline = Date.now() + START_TIMEOUT;
  for (;;) {
    try {
      return await new Promise((resolve, reject) => {
        const socket = connect(port, "127.0.0.1", () => resolve(socket)).on("error", reject);
      });
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`${program.name} did not start. ${program.said}`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
