// A clone must work anywhere: nothing that is tracked names a machine, or a host to download from.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT, run } from "../../scripts/lib/process.mjs";

const read = (path) => JSON.parse(readFileSync(join(ROOT, path), "utf8"));

test("the lock file names no download address", () => {
  const { packages } = read("package-lock.json");
  const named = Object.entries(packages).filter(([, { resolved }]) => /^\w+:\/\//.test(resolved ?? ""));
  assert.deepEqual(named, []);
});

test("the lock file knows the packages of every system", () => {
  // npm leaves out what it did not install itself, or could not find; `npm ci` then fails on another system. The cure
  // is a lock file made anew in a folder without node_modules, or an older version of the package that is named here.
  const { packages } = read("package-lock.json");
  const isFound = (from, name) => {
    for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
      if (packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]) return true;
      if (folder === "") return false;
    }
  };
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isFound(path, name))
      .map((name) => `${path}: ${name}`),
  );
  assert.deepEqual(missing, []);
});

test("the lock file knows every dependency of package.json", () => {
  const { dependencies, devDependencies, peerDependencies } = read("package.json");
  const own = read("package-lock.json").packages[""];
  assert.deepEqual(own.dependencies, dependencies);
  assert.deepEqual(own.devDependencies, devDependencies);
  assert.deepEqual(own.peerDependencies, peerDependencies);
});

test("no tracked file names a folder of a machine", async (t) => {
  const { code, output } = await run("git", ["ls-files", "-z"], { capture: true });
  if (code !== 0) return t.skip("not a git clone");
  // The names are put together here, so that this file is not its own finding.
  const folders = ["root", "work", "home/[\\w-]+", "Users/[\\w-]+"].join("|");
  const machine = new RegExp(`(?<![\\w.:/-])/(?:${folders})/(?=[\\w.])|file:///(?!\\$)\\w`);
  const findings = [];
  for (const path of output.split("\0").filter(Boolean)) {
    let text;
    try {
      text = readFileSync(join(ROOT, path), "utf8");
    } catch {
      continue; // removed in the working copy
    }
    if (text.includes("\0")) continue;
    for (const [index, line] of text.split("\n").entries()) {
      if (machine.test(line)) findings.push(`${path}:${index + 1}: ${line.trim().slice(0, 120)}`);
    }
  }
  assert.deepEqual(findings, []);
  return undefined;
});
