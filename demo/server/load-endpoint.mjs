// For servers and tests that are plain JavaScript: the endpoint is TypeScript, so Vite reads it for them.
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * One module of the project with all that it imports; of what two of them import there are two.
 *
 * @param {string} path from the root of the project.
 */
export async function load(path) {
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
