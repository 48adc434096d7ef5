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

/** Every entry of package.json with its file, where `place` says in which folder and with which ending to look for it. */
function entriesOf(root, place) {
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const patterns = Object.entries(exports);
  const closed = patterns.filter(([, value]) => value === null).map(([pattern]) => pattern.replace("*", ""));
  return patterns
    .filter(([, value]) => value !== null)
    .flatMap(([pattern, value]) => {
      const typed = typeof value !== "string";
      const found = expand(root, pattern, place(typed ? value.default : value));
      return found.map(({ entry, target }) => ({ entry, target, typed }));
    })
    .filter(({ entry }) => !closed.some((prefix) => entry.startsWith(prefix)));
}

/**
 * @param {string} root the folder of the package.
 * @returns {{ entry: string, target: string, types?: string }[]} what a host may import after a build.
 */
export function publicEntries(root) {
  return entriesOf(root, (target) => target).map(({ entry, target, typed }) =>
    typed ? { entry, target, types: target.replace(/\.js$/, ".d.ts") } : { entry, target },
  );
}

/**
 * @param {string} root the folder of the package.
 * @returns {Record<string, string>} what the build starts from: the source of each entry, by the name of the built file.
 *   Entries that are generated have none.
 */
export function sourceEntries(root) {
  const sources = entriesOf(root, (target) => target.replace(/^\.\/dist\//, "./src/").replace(/\.js$/, ".ts"))
    .map(({ target }) => target)
    .filter((target) => target.endsWith(".ts") && existsSync(join(root, target)));
  return Object.fromEntries(sources.map((source) => [source.replace(/^\.\/src\/|\.ts$/g, ""), source]));
}
