// The arrows of the layers are lint rules; this holds the rules to the arrows.
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { ROOT, tool } from "../../scripts/lib/process.mjs";

/** [who, what it may not import] */
const REFUSED = [
  ["domain/probe", "../stores/target.js"],
  ["domain/probe", "../sources/data-source.js"],
  ["domain/probe", "../internal/target.js"],
  ["domain/probe", "lit"],
  ["domain/probe", "zod/mini"],
  ["sources/probe", "../stores/target.js"],
  ["sources/http/probe", "../../stores/target.js"],
  ["sources/probe", "../elements/target/target.element.js"],
  ["sources/probe", "lit"],
  ["stores/probe", "../sources/http.js"],
  ["stores/probe", "../sources/wire/target.js"],
  ["stores/probe", "../context/target.js"],
  ["stores/probe", "../elements/target/target.element.js"],
  ["stores/probe", "lit"],
  ["stores/probe", "zod/mini"],
  ["context/probe", "../elements/target/target.element.js"],
  ["context/probe", "../sources/http.js"],
  ["controllers/probe", "../elements/target/target.element.js"],
  ["controllers/probe", "../sources/memory.js"],
  ["controllers/probe", "../define/target.js"],
  ["elements/probe/probe.element", "../../sources/http.js"],
  ["elements/probe/probe.element", "../../sources/memory.js"],
  ["elements/probe/probe.element", "../../define/target.js"],
  ["elements/transfer-sessions-provider/probe", "../../sources/memory.js"],
  ["elements/transfer-sessions-provider/probe", "../../define/target.js"],
  ["events/probe", "../elements/target/target.element.js"],
  ["i18n/probe", "../stores/target.js"],
  ["styles/probe", "../controllers/target.js"],
];

/** [who, what it may import] */
const ALLOWED = [
  ["domain/probe", "./target.js"],
  ["sources/probe", "../domain/target.js"],
  ["sources/probe", "zod/mini"],
  ["stores/probe", "../domain/target.js"],
  ["stores/probe", "../sources/data-source.js"],
  ["context/probe", "../stores/target.js"],
  ["controllers/probe", "../stores/target.js"],
  ["controllers/probe", "lit"],
  ["elements/probe/probe.element", "../../controllers/target.js"],
  ["elements/probe/probe.element", "../../sources/data-source.js"],
  ["elements/transfer-sessions-provider/probe", "../../sources/http.js"],
  ["define/probe", "../elements/target/target.element.js"],
];

let folder;
let refusedFiles;

const fileFor = ([who], index, kind) => `src/${who.replace(/probe(?=\.|$)/, `${kind}-${index}`)}.ts`;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "handoff-layers-"));
  copyFileSync(join(ROOT, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
  for (const [kind, cases] of Object.entries({ refused: REFUSED, allowed: ALLOWED })) {
    for (const [index, probe] of cases.entries()) {
      const path = join(folder, fileFor(probe, index, kind));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `import { value } from "${probe[1]}";\nexport const probe = value;\n`);
    }
  }
  const { output } = await tool("oxlint", ["--format", "json", "src"], { cwd: folder, capture: true });
  const { diagnostics } = JSON.parse(output.slice(output.indexOf("{"), output.lastIndexOf("}") + 1));
  refusedFiles = new Set(
    diagnostics
      .filter(({ code }) => code.includes("no-restricted-imports"))
      .map(({ filename }) => filename.replaceAll("\\", "/").replace(/^.*?(?=src\/)/, "")),
  );
});
after(() => rmSync(folder, { recursive: true, force: true }));

for (const [index, probe] of REFUSED.entries()) {
  test(`${dirname(probe[0])} may not import ${probe[1]}`, () => {
    assert.ok(refusedFiles.has(fileFor(probe, index, "refused")));
  });
}
for (const [index, probe] of ALLOWED.entries()) {
  test(`${dirname(probe[0])} may import ${probe[1]}`, () => {
    assert.ok(!refusedFiles.has(fileFor(probe, index, "allowed")));
  });
}
