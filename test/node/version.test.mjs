import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { ROOT } from "../../scripts/lib/process.mjs";

const read = (path) => readFileSync(join(ROOT, path), "utf8");
const { version } = JSON.parse(read("package.json"));

test("the sources, the build, the lock file and the editor data name the version of package.json", async () => {
  assert.match(read("src/platform/version.ts"), new RegExp(`VERSION = "${version.replaceAll(".", "\\.")}"`));
  const built = await import("../../dist/platform/version.js");
  assert.equal(built.VERSION, version);
  assert.equal(JSON.parse(read("package-lock.json")).version, version);
  assert.equal(JSON.parse(read("dist/web-types.json")).version, version);
});

test("every element carries it", async () => {
  const manifest = JSON.parse(read("dist/custom-elements.json"));
  for (const { declarations, path } of manifest.modules) {
    for (const { name, tagName } of declarations) {
      if (!tagName) continue;
      const module = await import(pathToFileURL(join(ROOT, path)).href);
      assert.equal(module[name].version, version, `<${tagName}>`);
    }
  }
});
