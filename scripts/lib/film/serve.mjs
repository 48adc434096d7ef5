// Serves what is to be filmed, built: a page that is compiled while it is looked at reloads and waits by itself.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, preview } from "vite";
import { ROOT, run, tool } from "../process.mjs";

/** Runs a step in silence; what it said is told only when it failed. */
async function step(name, running) {
  const { code, output } = await running;
  if (code !== 0) throw new Error(`${name} failed:\n${output}`);
}

async function buildStorybook(folder) {
  await step("The manifest", run(process.execPath, [join(ROOT, "scripts/manifest.mjs")], { capture: true }));
  const args = ["build", "--quiet", "--disable-telemetry", "--output-dir", folder];
  await step("Storybook", tool("storybook", args, { capture: true, env: { STORYBOOK_DISABLE_TELEMETRY: "1" } }));
  return { root: folder, configFile: false, build: { outDir: folder } };
}

async function buildDemo(folder) {
  const config = {
    configFile: join(ROOT, "vite.demo.config.ts"),
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true },
  };
  await build(config);
  return config;
}

/**
 * @param {{ what: string, rtl: boolean }} options
 * @returns {Promise<{ address: string, stop: () => Promise<void> }>}
 */
export async function serve({ what, rtl }) {
  if (/^https?:/.test(what)) return { address: what, stop: async () => {} };
  const isStory = what.includes("--");
  const folder = await mkdtemp(join(tmpdir(), "film-"));
  const clean = () => rm(folder, { recursive: true, force: true });
  try {
    const config = isStory ? await buildStorybook(folder) : await buildDemo(folder);
    const server = await preview({ ...config, logLevel: "error", preview: { port: 0, host: "localhost" } });
    const address = new URL(`http://localhost:${server.httpServer.address().port}`);
    if (isStory) {
      address.pathname = "/iframe.html";
      address.search = `?id=${what}&viewMode=story${rtl ? "&globals=direction:rtl" : ""}`;
    } else {
      const [page, query = ""] = what.split("?");
      address.pathname = page.includes(".") ? page : `${page}.html`;
      address.search = [query, rtl ? "rtl" : ""].filter(Boolean).join("&");
    }
    return {
      address: address.href,
      async stop() {
        await server.close();
        await clean();
      },
    };
  } catch (error) {
    await clean();
    throw error;
  }
}
