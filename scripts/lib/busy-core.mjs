import { spawn } from "node:child_process";

/** Computes without end, until told to stop or until who started it is gone, however that came. */
const work = (parent) => `while (process.ppid === ${parent}) for (let i = 0; i < 1e8; i++);`;

/**
 * Keeps one core of this machine busy with a process of its own: a test that takes an order of events for granted falls
 * beside it sooner or later.
 *
 * @returns {{ pid: number, release(): Promise<void> }} `release` settles when the process is gone.
 */
export function keepCoreBusy() {
  const child = spawn(process.execPath, ["--eval", work(process.pid)], { stdio: ["ignore", "inherit", "inherit"] });
  const gone = new Promise((resolve) => {
    child.once("exit", resolve);
  });
  return {
    pid: child.pid,
    async release() {
      child.kill("SIGKILL");
      await gone;
    },
  };
}
