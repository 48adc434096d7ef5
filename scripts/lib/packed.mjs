// What a host would get: the files that npm would publish, laid out as an installed package.
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { npm, ROOT } from "./process.mjs";

/** @returns {Promise<{ paths: string[], size: number }>} the files that would be published, and the bytes of the tarball. */
export async function packed() {
  const { code, output } = await npm(["pack", "--dry-run", "--json", "--ignore-scripts", "--loglevel=silent"], {
    capture: true,
  });
  const start = output.indexOf("[");
  if (code !== 0 || start < 0) throw new Error(`npm pack failed: ${output}`);
  const [{ files, size }] = JSON.parse(output.slice(start, output.lastIndexOf("]") + 1));
  return { paths: files.map(({ path }) => path), size };
}

/**
 * Copies the package as published into `node_modules` of a folder inside this one, so that its dependencies are found
 * further up.
 */
export async function installPacked(folder) {
  const target = join(folder, "node_modules", "handoff-elements");
  rmSync(target, { recursive: true, force: true });
  for (const path of (await packed()).paths) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(join(ROOT, path), join(target, path));
  }
  return target;
}
