// What the elements weigh on the wire. The numbers are shown with every run; the budgets are those of the design.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { ROOT } from "../../scripts/lib/process.mjs";
import { packed } from "../../scripts/lib/packed.mjs";
import { hostBundle } from "../support/host-bundle.mjs";

const KB = 1000;
const gzip = (text) => gzipSync(text, { level: 9 }).length;
const show = (bytes) => `${(bytes / KB).toFixed(1)} kB gzip`;

/** The gzip size of what a page loads at once when a host bundles `source`, and of what it may load later. */
async function bundled(name, source) {
  const { chunks, atOnce } = await hostBundle(name, source);
  const sizes = { atOnce: 0, later: 0, modulesAtOnce: [...atOnce].flatMap((name) => chunks.get(name).moduleIds) };
  for (const [fileName, { code }] of chunks) sizes[atOnce.has(fileName) ? "atOnce" : "later"] += gzip(code);
  return sizes;
}

test("the one file with everything", (t) => {
  const size = gzip(readFileSync(join(ROOT, "dist/cdn/handoff-elements.js")));
  t.diagnostic(`everything, one file: ${show(size)}`);
  // Not the budget (see the end): this only keeps it from growing further. It was 129.8 while plugins of our own put modules
  // that are alike side by side (6.2), took apart imports on demand (4.3), and Terser ran after the bundler's minifier (1.7).
  // Since then came the exact digits of the wire, push with headers and what steadies a source, what closes a conversation,
  // zod for what tabs tell each other (8), what a server answers and counts, other documents and what nobody can see, values
  // isolated in sentences, whole characters, and controls of hosts in cells (4), the older way to copy, files that a host may take, what is seen of both, paper, rows copied as a table, texts that stay true where a page is translated, and a hint for two copies of Lit (2.7).
  // Then Terser came back, as a library, and the files of the wire describe a value in one way (2.1 less).
  assert.ok(size <= 161.3 * KB, show(size));
});

test("the table alone, bundled by a host", async (t) => {
  const { atOnce, later, modulesAtOnce } = await bundled(
    "table",
    'import "handoff-elements/define/transfer-sessions-table";\n',
  );
  t.diagnostic(`table alone: ${show(atOnce)} at once (aim: 45), ${show(later)} when first used`);
  assert.ok(atOnce > 5 * KB, "the table is not in the bundle");
  assert.deepEqual(
    modulesAtOnce.filter((id) => id.includes("node_modules/zod")),
    [],
    "rows are read without a schema library",
  );
  // Not the budget (see the end): this only keeps it from growing further. It was 59.9 before the room that growing texts
  // keep, the digits of the wire, what a source offers and what steadies it came in (3); what a server counts, other
  // documents and what nobody can see, values isolated in sentences, whole characters, and controls of hosts in cells (2.5), the older way to copy, files that a host may take, what is seen of both, paper, rows copied as a table, and texts that stay true where a page is translated (1.7).
  assert.ok(atOnce <= 67.2 * KB, show(atOnce));
});

test("a badge does not bring the table along", async (t) => {
  const { atOnce } = await bundled("badge", 'import "handoff-elements/define/transfer-status-badge";\n');
  t.diagnostic(`badge alone: ${show(atOnce)}`);
  assert.ok(atOnce > 1 * KB, "the badge is not in the bundle");
  // It was 9.6 before it followed into other documents and isolated a status that it does not know, and before words for downloads.
  assert.ok(atOnce <= 10.4 * KB, show(atOnce));
});

/** The gzip size of the files of the loader that a page with such a tag gets at once. */
function loaded(tag) {
  const sizes = new Map();
  const visit = (file) => {
    if (sizes.has(file)) return;
    const code = readFileSync(file, "utf8");
    sizes.set(file, gzip(code));
    for (const [, path] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g)) visit(join(dirname(file), path));
  };
  const loader = join(ROOT, "dist/cdn/loader.js");
  visit(loader);
  const [part] = readFileSync(loader, "utf8").match(new RegExp(`parts/${tag}-[\\w-]+\\.js`));
  visit(join(ROOT, "dist/cdn", part));
  return { size: [...sizes.values()].reduce((all, one) => all + one), files: sizes.size };
}

test("the table by the loader", (t) => {
  const { size, files } = loaded("transfer-sessions-table");
  t.diagnostic(`table by the loader: ${show(size)} at once, in ${files} files (aim: 45)`);
  assert.ok(size > 5 * KB, "the table is not in it");
  // Not the budget: this only keeps it from growing.
  assert.ok(size <= 70 * KB, show(size));
});

const CORE = 'import * as core from "handoff-elements/core";\nconsole.log(core);\n';

test("the core alone", async (t) => {
  const { atOnce, later } = await bundled("core", CORE);
  t.diagnostic(`core alone: ${show(atOnce)} at once (aim: 16), ${show(later)} when first used`);
  assert.ok(atOnce > 5 * KB, "the core is not in the bundle");
  // Not the budget (see the end): this only keeps it from growing further. Half of it is the tracker. It was
  // 29.3 before polls rested while nobody sees what comes of them, and the tracker stored only what changed.
  assert.ok(atOnce <= 29.8 * KB, show(atOnce));
});

test("a helper of the core beside a table brings no second copy, and no other element", async (t) => {
  const table = 'import "handoff-elements/define/transfer-sessions-table";\n';
  const helper = 'import { viewToSearchParams } from "handoff-elements/core";\nconsole.log(viewToSearchParams);\n';
  const alone = await bundled("table", table);
  const both = await bundled("table-and-core", table + helper);
  t.diagnostic(`with a helper of the core, the table grows by ${show(both.atOnce - alone.atOnce)}`);
  assert.ok(both.atOnce - alone.atOnce <= 3 * KB, show(both.atOnce - alone.atOnce));
});

test("importing the classes without using them costs nothing", async (t) => {
  const { atOnce } = await bundled(
    "nothing",
    'import "handoff-elements";\nimport { VERSION } from "handoff-elements";\nconsole.log(VERSION);\n',
  );
  t.diagnostic(`version alone: ${show(atOnce)}`);
  assert.ok(atOnce <= 1 * KB, show(atOnce));
});

test("the package as it is published", async (t) => {
  const { paths, size } = await packed();
  t.diagnostic(`the tarball: ${(size / 1e6).toFixed(2)} MB, ${paths.length} files (aim: 1.2)`);
  // Not the budget (see the end): this only keeps it from growing. It was 2.47 while each map repeated its source.
  assert.ok(size <= 1.7e6, String(size));
});

// The budgets. They are not met: the limits above only keep the sizes from growing further. These say with every run
// what is still owed.
const OWED = { todo: "the budget is not met" };
const isWithin = (bytes, budget) =>
  assert.ok(bytes <= budget * KB, `${show(bytes)}, ${(bytes / KB - budget).toFixed(1)} kB over`);

test("budget: the table alone, 45 kB", OWED, async () => {
  const { atOnce } = await bundled("table", 'import "handoff-elements/define/transfer-sessions-table";\n');
  isWithin(atOnce, 45);
});

test("budget: the table by the loader, 45 kB", OWED, () => isWithin(loaded("transfer-sessions-table").size, 45));

test("budget: the core alone, 16 kB", OWED, async () => {
  const { atOnce } = await bundled("core", CORE);
  isWithin(atOnce, 16);
});

test("budget: the tarball, 1.2 MB", OWED, async () => {
  const { size } = await packed();
  assert.ok(size <= 1.2e6, `${(size / 1e6).toFixed(2)} MB`);
});
