// Limits that no lint rule has: how many files a folder of src holds, that a long file says why it is long, and that no
// list is asked for what old libraries replace.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../scripts/lib/process.mjs";

const MOST_FILES = 20;
const MOST_LINES = 400;

/** The lint rule is switched off in the first line, and what follows the dashes says why. */
const REASON = /^\/\* oxlint-disable max-lines -- \S.{15,} \*\/\n/;

const src = join(ROOT, "src");
const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) =>
    join(parentPath, name)
      .slice(ROOT.length + 1)
      .replaceAll("\\", "/"),
  );

test(`no folder of src holds more than ${MOST_FILES} files`, () => {
  const counts = {};
  for (const file of files) counts[posix.dirname(file)] = (counts[posix.dirname(file)] ?? 0) + 1;
  assert.ok(counts.src > 0);
  assert.deepEqual(
    Object.entries(counts).filter(([, count]) => count > MOST_FILES),
    [],
  );
});

test(`a file of src with more than ${MOST_LINES} lines says at its top why`, () => {
  const long = files
    .map((file) => ({ file, text: readFileSync(join(ROOT, file), "utf8") }))
    .filter(({ text }) => text.trimEnd().split("\n").length > MOST_LINES);
  assert.deepEqual(
    long.filter(({ text }) => !REASON.test(text)).map(({ file }) => file),
    [],
  );
});

test("nothing in src goes through the entries of a list: Prototype.js replaces them", () => {
  const found = files.filter((file) => /\.entries\(\)/.test(readFileSync(join(ROOT, file), "utf8")));
  assert.deepEqual(found, []);
});
