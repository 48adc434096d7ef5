/**
 * The table against its floor and its peers: CPU of the main thread, medians of interleaved rounds. All that is
 * reported comes from the run.
 *
 * @see README.md beside this file for what each line means.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { median } from "../lib/measure.mjs";
import { scriptOf, sizeOf } from "./bundle.mjs";
import { overMounts, overPolls } from "./memory.mjs";
import { call, launch, measureStep, openSubject } from "./page.mjs";
import { Records } from "./records.mjs";
import { report, summary } from "./report.mjs";

const SUBJECTS = ["floor", "handoff-elements", "ag-grid", "vaadin-grid", "tabulator"];
const OWN = SUBJECTS.slice(0, 2);

/** Steps in the order of a page's life, and how often each is measured in one page. */
const STEPS = [
  ["first", 1],
  ["idle", 5],
  ["poll-second", 1],
  ["poll-1", 5],
  ["poll-1-objects", 5],
  ["poll-0", 3],
  ["delta-5", 5],
  ["delta-mixed", 5],
  ["delta-sorted", 3],
  ["unchanged", 5],
  ["tick", 5],
  ["sort-text", 3],
  ["sort-number", 3],
  ["filter-text", 3],
  ["filter-status", 3],
  ["scroll", 1],
];

/** Rounds for so many rows: what takes long needs fewer, since noise is small beside it. */
const roundsFor = (rows, rounds) => (rows > 10_000 ? Math.ceil(rounds / 2) : rounds);

async function oneRound(browser, script, rows) {
  const opened = await openSubject(browser, script, rows);
  const result = { steps: {}, errors: opened.errors };
  try {
    for (const [step, times] of STEPS) {
      const measured = (result.steps[step] = []);
      for (let turn = 0; turn < times; turn++) measured.push(await measureStep(opened, step));
      if (step === "first") result.elements = await call(opened.page, "elements");
    }
    result.blank = await call(opened.page, "blankFrames");
    result.elementsAfter = await call(opened.page, "elements");
  } catch (error) {
    result.failure = error.message.split("\n")[0];
  }
  await opened.page.close({ runBeforeUnload: false }).catch(() => {});
  return result;
}

/** Rounds of one subject as one: all measurements of a step together. */
function merge(rounds) {
  const steps = {};
  const idle = median(rounds.flatMap((round) => round.steps["idle"] ?? []).map(({ time }) => time));
  for (const [step] of STEPS) {
    const measured = rounds.flatMap((round) => round.steps[step] ?? []);
    if (measured.length === 0) continue;
    const of = (name) => median(measured.map((one) => one[name]));
    steps[step] = {
      time: Math.max(0, of("time") - (step === "idle" ? 0 : (idle ?? 0))),
      layout: of("layout"),
      longest: of("longest"),
      longestAfter: of("longestAfter"),
    };
  }
  const defined = (name) => rounds.map((round) => round[name]).filter((value) => value !== undefined);
  return {
    steps,
    elements: median(defined("elements")),
    elementsAfter: median(defined("elementsAfter")),
    blank: median(defined("blank")),
    failure: defined("failure")[0],
    errors: [...new Set(rounds.flatMap(({ errors }) => errors))],
  };
}

async function compare(browser, scripts, rows, rounds) {
  const subjects = Object.keys(scripts);
  const all = Object.fromEntries(subjects.map((subject) => [subject, []]));
  for (let turn = 0; turn < rounds; turn++) {
    for (const subject of subjects) {
      const result = await oneRound(browser, scripts[subject], rows);
      all[subject].push(result);
      const note = result.failure ?? result.errors[0];
      console.error(`  ${rows} rows, round ${turn + 1} of ${rounds}, ${subject}${note ? `: ${note}` : ""}`);
    }
  }
  return Object.fromEntries(subjects.map((subject) => [subject, merge(all[subject])]));
}

async function remember(browser, scripts, { rows, polls, mounts }) {
  const result = {};
  for (const [subject, script] of Object.entries(scripts)) {
    try {
      result[subject] = {
        polls: await overPolls(browser, script, { rows, polls }),
        mounts: await overMounts(browser, script, { rows, mounts }),
      };
    } catch (error) {
      result[subject] = { failure: error.message.split("\n")[0] };
    }
    console.error(`  memory, ${subject}`);
  }
  return result;
}

/**
 * @param {{ rounds?: number, own?: boolean, rows?: number[], out?: string, memory?: boolean }} options `own`: only the
 *   floor and this table; `rows`: the sizes; `out`: a file that the report is also written to.
 */
export async function run({
  rounds = 5,
  own = false,
  rows = [1_000, 10_000, 100_000],
  out,
  write = false,
  memory = true,
} = {}) {
  const scripts = {};
  const sizes = {};
  for (const subject of own ? OWN : SUBJECTS) {
    scripts[subject] = await scriptOf(subject);
    sizes[subject] = await sizeOf(subject);
  }
  const browser = await launch();
  try {
    const runs = [];
    for (const count of rows) {
      const turns = roundsFor(count, rounds);
      const bytes = new Records(count).whole(0).length;
      runs.push({ rows: count, bytes, rounds: turns, results: await compare(browser, scripts, count, turns) });
    }
    const kept = { rows: 1_000, polls: rounds > 1 ? 1_000 : 100, mounts: rounds > 1 ? 100 : 20 };
    const memories = memory ? await remember(browser, scripts, kept) : undefined;
    const text = report({ runs, sizes, memories, kept, browser: browser.version() });
    console.log(text);
    if (out) writeFileSync(out, text);
    if (write) writeDocuments(text, summary({ runs, sizes, browser: browser.version() }));
  } finally {
    await browser.close();
  }
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Puts a run between the marks of the documents that show it. */
function writeDocuments(whole, part) {
  const files = { "docs/benchmark.md": whole, "README.md": part };
  for (const [file, text] of Object.entries(files)) {
    const path = `${ROOT}/${file}`;
    const [before, after] = readFileSync(path, "utf8").split(/(?<=<!-- bench -->\n)[^]*(?=<!-- \/bench -->)/);
    if (after === undefined) throw new Error(`${file} has no marks to write between.`);
    writeFileSync(path, `${before}\n${text}\n${after}`);
  }
  spawnSync(process.execPath, ["node_modules/prettier/bin/prettier.cjs", "--write", ...Object.keys(files)], {
    cwd: ROOT,
    stdio: "inherit",
  });
}
