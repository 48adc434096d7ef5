// Microsoft's tools, told to send nothing home, and kept from writing into the home of whoever runs this.
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { run } from "../../../scripts/lib/process.mjs";

const path = (below) => fileURLToPath(new URL(below, import.meta.url));
const home = path(".cache/home");

const FIRST_WORD = 60_000;

const options = {
  cwd: path("."),
  env: { ...process.env, PP_TOOLS_TELEMETRY_OPTOUT: "true", HOME: home, LOCALAPPDATA: home },
};

/** Builds the control into `.cache/controls/Floor`. */
export async function buildControl() {
  mkdirSync(home, { recursive: true });
  const script = path("node_modules/pcf-scripts/bin/pcf-scripts.js");
  const args = [script, "build", "--buildMode", "production"];
  const { code, output } = await run(process.execPath, args, { ...options, capture: true });
  if (code !== 0) throw new Error(`pcf-scripts could not build the control.\n${output}`);
}

/** Starts the harness, which takes the next free port by itself. @returns its address, and what ends it. */
export async function startHarness() {
  const script = path("node_modules/pcf-start/bin/pcf-start.js");
  const harness = spawn(process.execPath, [script, "--codePath", ".cache/controls/Floor"], options);
  const stop = () => void harness.kill();
  const heard = { text: "" };
  try {
    const address = await new Promise((resolve, reject) => {
      const fail = () => reject(new Error(`pcf-start did not come up.\n${heard.text}`));
      setTimeout(fail, FIRST_WORD).unref();
      harness.on("close", fail);
      harness.on("error", reject);
      harness.stdout.setEncoding("utf8").on("data", (text) => {
        heard.text += text;
        const [, found] = /Local: (http:\S+)/.exec(heard.text) ?? [];
        if (found) resolve(found);
      });
    });
    return { address, stop };
  } catch (error) {
    stop();
    throw error;
  }
}
