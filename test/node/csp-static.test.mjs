// Under DESIGN's policy a call of eval or Function is a violation report, even one in a try block that only asks
// whether it may. cdn.test.mjs watches the file run; this one reads it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../scripts/lib/process.mjs";

const dist = join(ROOT, "dist");
const modules = readdirSync(dist, { recursive: true })
  .map(String)
  .filter((path) => path.endsWith(".js"));

test("no published file calls eval, sets markup from text, or starts a worker from one", () => {
  for (const path of modules) {
    const code = readFileSync(join(dist, path), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
    assert.doesNotMatch(code, /(?<![\w.$])eval\s*\(/, `${path} calls eval`);
    assert.doesNotMatch(code, /document\.write|insertAdjacentHTML|createContextualFragment/, `${path} writes markup`);
    assert.doesNotMatch(code, /setTimeout\(\s*["'`]|setInterval\(\s*["'`]/, `${path} sets a timer on text`);
    assert.doesNotMatch(code, /new (?:Shared)?Worker\(/, `${path} starts a worker`);
    if (/^(cdn|embed)\b/.test(path)) continue; // Lit, in there, has one innerHTML, behind the policy that the CSP names.
    assert.doesNotMatch(code, /\.(?:inner|outer)HTML\s*=/, `${path} sets markup`);
    assert.doesNotMatch(code, /new Function\(|(?<![\w.$])Function\(/, `${path} makes code from text`);
  }
});

test("what is bundled brings nothing that makes code from text", () => {
  for (const path of modules.filter((one) => /^(cdn|embed)\b/.test(one))) {
    const code = readFileSync(join(dist, path), "utf8");
    // Not even to ask whether it may, by taking the constructor and calling it later by another name.
    assert.doesNotMatch(code, /(?<![\w$.])Function(?![\w$])/, path);
  }
});
