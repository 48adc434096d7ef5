import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { build } from "esbuild";
import { ROOT } from "../../scripts/lib/process.mjs";

/** Files that the runner can be given. */
const RUNNABLE = /\.(?:test|bench)\.ts$/;

const filesIn = (folder) =>
  readdirSync(join(ROOT, folder), { recursive: true })
    .filter((name) => RUNNABLE.test(name) && !name.includes("node_modules"))
    .map((name) => join(folder, name));

const urlOf = (path) => `/${relative(ROOT, path).split(sep).join("/")}`;

/** @returns all that is served, by its path. */
async function bundle(entryPoints) {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints,
    outbase: ROOT,
    outdir: ROOT,
    chunkNames: "test-parts/[hash]",
    bundle: true,
    splitting: true,
    write: false,
    format: "esm",
    target: "es2022",
    conditions: ["browser", "development"],
    // What a module does when it is loaded, such as to define an element, is part of what is tested.
    ignoreAnnotations: true,
    sourcemap: "linked",
    logLevel: "error",
  });
  return new Map(outputFiles.map(({ path, text }) => [urlOf(path), text]));
}

/**
 * Bundles all test files at once, with what they share in parts of their own. A file would load some 600 modules one by
 * one, and that took the runner and the browser longer than the tests.
 *
 * @param {readonly string[]} folders that hold the files, or folders with them.
 * @returns for the configuration of Web Test Runner: a plugin for the files themselves, which other plugins change, and
 *   a middleware for what nobody changes.
 */
export function testBundle(folders) {
  let bodies;
  return {
    plugin: {
      name: "bundle",
      async serverStart() {
        bodies = await bundle(folders.flatMap(filesIn));
      },
      serve({ path }) {
        const body = RUNNABLE.test(path) && bodies.get(path.replace(/ts$/, "js"));
        return body ? { body, type: "js" } : undefined;
      },
    },
    middleware(context, next) {
      const body = bodies.get(context.path);
      if (body === undefined) return next();
      context.body = body;
      context.type = context.path.endsWith(".map") ? "json" : "js";
      return undefined;
    },
  };
}
