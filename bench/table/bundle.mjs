/** Bundles for production with Vite, the table from its sources and the peers from bench/node_modules. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));

async function bundleSource(source, output) {
  // Beside the subjects, so that what they import is found from here.
  const folder = mkdtempSync(join(here, ".bundle-"));
  const input = join(folder, "entry.mjs");
  writeFileSync(input, source);
  try {
    const result = await build({
      configFile: false,
      root: here,
      logLevel: "error",
      define: { "process.env.NODE_ENV": '"production"' },
      build: {
        write: false,
        minify: true,
        target: "es2022",
        modulePreload: false,
        rolldownOptions: { input, output: { minify: true, ...output } },
      },
    });
    return result.output.filter(({ type }) => type === "chunk");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One classic script: a subject and what drives it. */
export async function scriptOf(subject) {
  const source = `import "../subjects/${subject}.entry.mjs"; import "../driver.mjs";`;
  const [chunk] = await bundleSource(source, { format: "iife", codeSplitting: false });
  return chunk.code;
}

const IMPORTS = {
  "handoff-elements": 'import "../../../src/define/transfer-sessions-table.ts";',
  "ag-grid": `import { createGrid, ModuleRegistry, ClientSideRowModelModule, ClientSideRowModelApiModule,
    ColumnApiModule, ExternalFilterModule, QuickFilterModule, RenderApiModule, TextFilterModule } from "ag-grid-community";
    ModuleRegistry.registerModules([ClientSideRowModelModule, ClientSideRowModelApiModule, ColumnApiModule,
    ExternalFilterModule, QuickFilterModule, RenderApiModule, TextFilterModule]); globalThis.createGrid = createGrid;`,
  "vaadin-grid": 'import "@vaadin/grid"; import "@vaadin/grid/vaadin-grid-sort-column.js";',
  tabulator: `import { Tabulator, EditModule, FilterModule, FormatModule, MutatorModule, SortModule } from "tabulator-tables";
    import css from "tabulator-tables/dist/css/tabulator.min.css?inline";
    Tabulator.registerModule([EditModule, FilterModule, FormatModule, MutatorModule, SortModule]);
    globalThis.Tabulator = [Tabulator, css];`,
};

/** Bytes, gzip: what a page loads at once for a subject, and what it may load later. */
export async function sizeOf(subject) {
  if (!IMPORTS[subject]) return { first: 0, later: 0 };
  const chunks = await bundleSource(IMPORTS[subject], { format: "es" });
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const atOnce = new Set();
  const visit = (name) => {
    if (atOnce.has(name) || !byName.has(name)) return;
    atOnce.add(name);
    byName.get(name).imports.forEach(visit);
  };
  for (const chunk of chunks) if (chunk.isEntry) visit(chunk.fileName);
  const sizes = { first: 0, later: 0 };
  for (const { fileName, code } of chunks) {
    sizes[atOnce.has(fileName) ? "first" : "later"] += gzipSync(code, { level: 9 }).length;
  }
  return sizes;
}
