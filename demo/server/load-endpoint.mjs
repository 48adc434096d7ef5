// For servers and tests that are plain JavaScript: the endpoint is TypeScript, so Vite reads it for them.
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const root = fileURLToPath(new URL("../../", import.meta.url));

async function load(path) {
  return (await runnerImport(`${root}${path}`, { root, configFile: false })).module;
}

/**
 * @returns {Promise<{
 *   createEndpoint: typeof import("./endpoint.ts").createEndpoint,
 *   memoryDataSource: typeof import("../../src/sources/memory/memory-data-source.ts").memoryDataSource,
 * }>}
 */
export async function loadEndpoint() {
  const { createEndpoint } = await load("demo/server/endpoint.ts");
  const { memoryDataSource } = await load("src/sources/memory.ts");
  return { createEndpoint, memoryDataSource };
}
