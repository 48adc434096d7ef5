import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer } from "vite";
import { ROOT } from "../../scripts/lib/process.mjs";
import { launchBrowser } from "./browser.mjs";

/** Named, so that no scan of the whole folder has to find them, and no reload comes when it does. */
const PACKAGES = ["lit", "lit/decorators.js", "lit/directives/repeat.js", "@lit/context"];

/**
 * A browser, and a server for pages that use the sources as they are.
 *
 * @param {(request: object, response: object, next: () => void) => unknown} serve answers for the pages and their data,
 *   and hands on what is a source.
 */
export async function openSourcePages(serve) {
  const cacheDir = await mkdtemp(join(tmpdir(), "source-pages-"));
  const server = await createServer({
    root: ROOT,
    configFile: false,
    cacheDir,
    logLevel: "error",
    appType: "custom",
    server: { port: 0, host: "localhost", hmr: false, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true, include: PACKAGES },
    plugins: [{ name: "pages", configureServer: ({ middlewares }) => void middlewares.use(serve) }],
  });
  await server.listen();
  const browser = await launchBrowser();
  const origin = `http://localhost:${server.httpServer.address().port}`;
  return {
    newContext: () => browser.newContext(),
    /** A page at that path, whose errors are told. */
    async open(context, path) {
      const page = await context.newPage();
      page.on("pageerror", (error) => console.error(error));
      await page.goto(`${origin}${path}`);
      return page;
    },
    async stop() {
      await browser.close();
      await server.close();
      await rm(cacheDir, { recursive: true, force: true });
    },
  };
}
