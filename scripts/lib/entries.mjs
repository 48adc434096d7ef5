// The entries of package.json, with every file that a pattern stands for.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** Files under a folder of the package, as paths with slashes relative to it. */
function filesUnder(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      posix.relative(root.replaceAll("\\", "/"), posix.join(entry.parentPath.replaceAll("\\", "/"), entry.name)),
    );
}

function expand(root, pattern, target) {
  if (!pattern.includes("*")) return [{ entry: pattern, target }];
  const [head, tail] = target.replace(/^\.\//, "").split("*");
  return filesUnder(root, head.slice(0, head.lastIndexOf("/")))
    .filter((file) => file.startsWith(head) && file.endsWith(tail))
    .map((file) => ({
      entry: pattern.replace("*", file.slice(head.length, file.length - tail.length)),
      target: `./${file}`,
    }));
}

/**
 * @param {string} root the folder of the package.
 * @returns {{ entry: string, target: string, types?: string }[]} what a host may import after a build.
 */
export function publicEntries(root) {
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const patterns = Object.entries(exports);
  const closed = patterns.filter(([, value]) => value === null).map(([pattern]) => pattern.replace("*", ""));
  return patterns
    .filter(([, value]) => value !== null)
    .flatMap(([pattern, value]) => {
      const found = expand(root, pattern, typeof value === "string" ? value : value.default);
      return found.map(({ entry, target }) => {
        const types = typeof value === "string" ? undefined : target.replace(/\.js$/, ".d.ts");
        return types ? { entry, target, types } : { entry, target };
      });
    })
    .filter(({ entry }) => !closed.some((prefix) => entry.startsWith(prefix)));
}
