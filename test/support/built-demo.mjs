import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, preview } from "vite";
import { ROOT } from "../../scripts/lib/process.mjs";

/** The demo as it is built, served from a folder of its own under the policy that the elements promise to work with. */
export async function openBuiltDemo() {
  const folder = await mkdtemp(join(tmpdir(), "demo-"));
  const config = {
    configFile: join(ROOT, "vite.demo.config.ts"),
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true },
  };
  await build(config);
  const server = await preview({ ...config, preview: { port: 0, host: "localhost" } });
  return {
    address: `http://localhost:${server.httpServer.address().port}`,
    async stop() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
