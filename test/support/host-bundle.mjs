import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { ROOT } from "../../scripts/lib/process.mjs";

/**
 * Bundles a module of a host's that imports the package, as the host would.
 *
 * @param name of the entry, `<name>.js`.
 * @returns the chunks by file name, and the names of those that a page loads at once: all others come when first used.
 */
export async function hostBundle(name, source) {
  const folder = join(ROOT, ".cache", "hosts");
  mkdirSync(folder, { recursive: true });
  const input = join(folder, `${name}.js`);
  writeFileSync(input, source);
  const { output } = await build({
    configFile: false,
    root: ROOT,
    logLevel: "error",
    build: {
      write: false,
      minify: true,
      modulePreload: false,
      rolldownOptions: {
        input,
        output: { minify: true, entryFileNames: "[name].js", chunkFileNames: "[name].js" },
      },
    },
  });
  const chunks = new Map(output.filter(({ type }) => type === "chunk").map((chunk) => [chunk.fileName, chunk]));
  const atOnce = new Set();
  const visit = (fileName) => {
    if (atOnce.has(fileName) || !chunks.has(fileName)) return;
    atOnce.add(fileName);
    chunks.get(fileName).imports.forEach(visit);
  };
  for (const chunk of chunks.values()) if (chunk.isEntry) visit(chunk.fileName);
  return { chunks, atOnce };
}
