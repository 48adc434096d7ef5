/**
 * `npm run bench [suite …] [-- --rounds 5 --own --rows 1000,10000 --out file --write]`: measures the elements, in the suites
 * `json` and `table` against their peers. The peers live in bench/package.json, apart from the main install, and are
 * installed when first needed. docs/benchmark.md says what each suite does.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Each suite exports `run(options)`. */
const SUITES = {
  json: "./json/suite.mjs",
  table: "./table/suite.mjs",
  day: "./day/suite.mjs",
  digits: "./digits/suite.mjs",
  growth: "./growth/suite.mjs",
};

/** Those that show peers, too. */
const COMPARED = new Set(["json", "table"]);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "5" },
    own: { type: "boolean", default: false },
    // Sizes of the list; each suite has its own.
    rows: { type: "string" },
    // Of the suite `table`: a file that the report is written to as well.
    out: { type: "string" },
    // Of the suite `table`: writes the run into README.md and docs/benchmark.md.
    write: { type: "boolean", default: false },
  },
});

const names = positionals.length > 0 ? positionals : Object.keys(SUITES);
const comparing = !values.own && names.some((name) => COMPARED.has(name));
if (comparing && !existsSync(new URL("node_modules", import.meta.url))) {
  const { status } = spawnSync("npm", ["ci"], { cwd: here, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}

for (const name of names) {
  const path = SUITES[name];
  if (!path) {
    console.error(`No suite ${name}. There are: ${Object.keys(SUITES).join(", ")}.`);
    process.exit(1);
  }
  console.log(`\n== ${name} ==`);
  const suite = await import(path);
  await suite.run({
    rounds: Number(values.rounds),
    own: values.own,
    write: values.write,
    ...(values.rows === undefined ? undefined : { rows: values.rows.split(",").map(Number) }),
    ...(values.out === undefined ? undefined : { out: values.out }),
  });
}
