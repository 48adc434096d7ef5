// `npm start`: the demo, from a fresh clone too. Node built-ins only: nothing may be installed yet.
import { spawn } from "node:child_process";
import { binary, ROOT } from "./lib/process.mjs";
import { setup } from "./setup.mjs";

await setup();

const port = process.env.PORT ? ["--port", process.env.PORT, "--strictPort"] : [];
// Vite prints the address. The child shares our terminal, so what it says is not touched.
const child = spawn(
  process.execPath,
  [binary("vite"), "--config", "vite.demo.config.ts", "--clearScreen", "false", ...port, ...process.argv.slice(2)],
  { cwd: ROOT, stdio: "inherit" },
);

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("error", (error) => {
  console.error(`The demo could not start: ${error.message}`);
  process.exitCode = 1;
});
child.on("exit", (code, signal) => {
  process.exitCode = code ?? (signal === null ? 1 : 0);
});
