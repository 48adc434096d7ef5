// The arrows of the layers are lint rules; this holds the rules to the arrows.
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { ROOT, tool } from "../../scripts/lib/process.mjs";

/** [who, what it may not import] */
const REFUSED = [
  ["platform/probe", "../domain/session/target.js"],
  ["platform/probe", "lit"],
  ["domain/session/probe", "../../stores/sessions/target.js"],
  ["domain/session/probe", "../../sources/data-source.js"],
  ["domain/query/probe", "lit"],
  ["domain/json/probe", "zod/mini"],
  ["sources/probe", "../stores/sessions/target.js"],
  ["sources/http/probe", "../../instances/target.js"],
  ["sources/http/probe", "../../elements/target/target.element.js"],
  ["sources/wire/probe", "lit"],
  ["stores/sessions/probe", "../../sources/http.js"],
  ["stores/sessions/probe", "../../tracker/store/target.js"],
  ["stores/attention/probe", "../../lit/target.js"],
  ["stores/sharing/probe", "../../instances/target.js"],
  ["stores/sessions/probe", "../../elements/target/target.element.js"],
  ["stores/sessions/probe", "lit"],
  ["tracker/store/probe", "../../stores/sessions/target.js"],
  ["tracker/sinks/probe", "../../sources/data-source.js"],
  ["tracker/rules/probe", "lit"],
  ["instances/probe", "../sources/http.js"],
  ["instances/probe", "../lit/target.js"],
  ["lit/controllers/probe", "../../elements/target/target.element.js"],
  ["lit/controllers/probe", "../../sources/memory.js"],
  ["lit/probe", "../define/target.js"],
  ["elements/transfer-probe/probe.element", "../../sources/http.js"],
  ["elements/transfer-probe/probe.element", "../../sources/wire/target.js"],
  ["elements/transfer-probe/probe.element", "../../define/target.js"],
  ["elements/transfer-probe/probe.element", "../transfer-target/target.js"],
  ["elements/transfer-probe/rows/probe", "../../transfer-target/rows/target.js"],
  ["elements/shared/probe", "../transfer-target/target.js"],
  ["elements/shared/probe", "lit/directives/repeat.js"],
  ["elements/transfer-sessions-provider/probe", "../../sources/memory.js"],
  ["elements/transfer-sessions-provider/probe", "../../define/target.js"],
  ["events/probe", "../elements/target/target.element.js"],
  ["i18n/probe", "../stores/sessions/target.js"],
  ["locales/probe", "../stores/sessions/target.js"],
];

/** [who, what it may import] */
const ALLOWED = [
  // Loaded late: a table at once is held to be without it by its size.
  ["stores/sharing/probe", "zod/mini"],
  ["domain/session/probe", "./target.js"],
  ["domain/query/probe", "../session/target.js"],
  ["sources/probe", "../domain/session/target.js"],
  ["stores/sessions/probe", "../../domain/session/target.js"],
  ["stores/sessions/probe", "../../sources/data-source.js"],
  ["stores/sessions/probe", "../../sources/wire/target.js"],
  ["tracker/store/probe", "../../platform/target.js"],
  ["tracker/store/probe", "zod/mini"],
  ["instances/probe", "../stores/sessions/target.js"],
  ["lit/controllers/probe", "../../stores/sessions/target.js"],
  ["lit/controllers/probe", "../../instances/target.js"],
  ["lit/controllers/probe", "lit"],
  ["elements/transfer-probe/probe.element", "../../lit/controllers/target.js"],
  ["elements/transfer-probe/probe.element", "../../sources/data-source.js"],
  ["elements/transfer-probe/rows/probe", "../../shared/target.js"],
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
