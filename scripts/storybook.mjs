// `npm run storybook` and `npm run storybook:build`: the manifest first, since the pages of docs are made from it.
import { join } from "node:path";
import { ROOT, run, tool } from "./lib/process.mjs";

const env = { STORYBOOK_DISABLE_TELEMETRY: "1" };
const [mode = "dev", ...rest] = process.argv.slice(2);

await run(process.execPath, [join(ROOT, "scripts/manifest.mjs")], { capture: true });
const args =
  mode === "build"
    ? ["build", "--quiet", "--disable-telemetry", "--output-dir", "storybook-static", ...rest]
    : [
        "dev",
        "--port",
        process.env.PORT ?? "6006",
        "--no-open",
        "--no-version-updates",
        "--disable-telemetry",
        ...rest,
      ];
const { code } = await tool("storybook", args, { env });
process.exitCode = code;
