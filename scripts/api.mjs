// `npm run api`: writes what the package promises into api/, in a form to be read in review: the declarations of each entry,
// and what each element has. With --check it fails where that is no longer what is written.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Extractor, ExtractorConfig } from "@microsoft/api-extractor";
import { elementsReport } from "./lib/elements-report.mjs";
import { analyze } from "./lib/manifest.mjs";
import { ROOT, run } from "./lib/process.mjs";

const isCheck = process.argv.includes("--check");
const kept = join(ROOT, "api");
const made = join(ROOT, ".cache", "api");
rmSync(made, { recursive: true, force: true });
mkdirSync(join(made, "temporary"), { recursive: true });

/** `core` is a part of `index`; the entries that define elements export nothing else. */
const ENTRIES = ["index", "sources/http", "sources/frame", "sources/memory", "testing"];

const silent = { default: { logLevel: "none" } };

function report(entry) {
  const file = join(ROOT, "dist", `${entry}.d.ts`);
  const compilerOptions = {
    target: "ES2022",
    module: "ESNext",
    moduleResolution: "bundler",
    lib: ["ES2023", "DOM", "DOM.Iterable"],
    types: [],
    skipLibCheck: true,
  };
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(ROOT, "package.json"),
    configObject: {
      projectFolder: ROOT,
      mainEntryPointFilePath: file,
      compiler: { overrideTsconfig: { compilerOptions, files: [file] } },
      newlineKind: "lf",
      apiReport: {
        enabled: true,
        reportFolder: made,
        reportTempFolder: join(made, "temporary"),
        reportFileName: `${entry.replace("/", "-")}.api.md`,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: silent,
        extractorMessageReporting: silent,
        tsdocMessageReporting: silent,
      },
    },
  });
  // It says on the console what it does, though nobody asks.
  Extractor.invoke(config, { localBuild: true, messageCallback: (message) => void (message.handled = true) });
}

for (const entry of ENTRIES) report(entry);
rmSync(join(made, "temporary"), { recursive: true });
writeFileSync(join(made, "elements.md"), elementsReport(analyze(ROOT).elements));

const read = (folder, name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : "");
const names = new Set([made, kept].flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : [])));
const changed = [...names].filter((name) => read(made, name) !== read(kept, name));

if (changed.length === 0) {
  console.log("What the package promises is what api/ says.");
} else if (isCheck) {
  for (const name of changed) {
    const { output } = await run("git", ["diff", "--no-index", "--", join(kept, name), join(made, name)], {
      capture: true,
    });
    console.error(output);
  }
  console.error("The public surface has changed. If that is meant: say so in CHANGELOG.md, then npm run api.");
  process.exitCode = 1;
} else if (await isUntold()) {
  console.error(`Changed: ${changed.join(", ")}. CHANGELOG.md says nothing of it yet.`);
  process.exitCode = 1;
} else {
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(kept);
  for (const name of readdirSync(made)) writeFileSync(join(kept, name), read(made, name));
  console.log(`Written: ${changed.join(", ")}.`);
}

/** Whether CHANGELOG.md is as it was when api/ was last written. */
async function isUntold() {
  const last = (await run("git", ["log", "-1", "--format=%H", "--", "api"], { capture: true })).output.trim();
  if (last === "") return false;
  const { code } = await run("git", ["diff", "--quiet", last, "--", "CHANGELOG.md"], { capture: true });
  return code === 0;
}
