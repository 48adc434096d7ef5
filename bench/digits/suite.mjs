/** What it costs to keep every digit: the table with long numbers in each row, and with the same digits as text. */
import { bundle } from "../lib/bundle.mjs";
import { median } from "../lib/measure.mjs";
import { printTable } from "../lib/table.mjs";
import { launch, measureStep, openSubject } from "../table/page.mjs";

const SUBJECTS = { "digits as text": "digits/text.entry.mjs", "digits as numbers": "digits/numbers.entry.mjs" };

/** The second poll begins to keep what later ones are compared with. */
const STEPS = [
  ["first", 1],
  ["idle", 5],
  ["poll-second", 1],
  ["poll-1", 5],
  ["poll-0", 3],
];

async function oneRound(browser, script, rows) {
  const opened = await openSubject(browser, script, rows);
  const times = {};
  for (const [step, turns] of STEPS) {
    times[step] = [];
    for (let turn = 0; turn < turns; turn++) times[step].push((await measureStep(opened, step)).time);
  }
  await opened.page.close();
  return times;
}

export async function run({ rounds = 5, rows: sizes = [1_000, 10_000] } = {}) {
  const scripts = {};
  for (const [name, entry] of Object.entries(SUBJECTS)) scripts[name] = await bundle(entry);
  const browser = await launch();
  try {
    for (const rows of sizes) {
      const all = Object.fromEntries(Object.keys(scripts).map((name) => [name, []]));
      for (let round = 0; round < rounds; round++) {
        for (const [name, script] of Object.entries(scripts)) all[name].push(await oneRound(browser, script, rows));
        console.error(`  ${rows} rows, round ${round + 1} of ${rounds}`);
      }
      const of = (name, step) => median(all[name].flatMap((times) => times[step]));
      console.log(
        `\n${rows} rows, medians of ${rounds} interleaved rounds, CPU of the main thread in ms above an idle page\n`,
      );
      printTable([
        ["", "first rows", "poll after that", "poll 1 %", "poll 0 %"],
        ...Object.keys(scripts).map((name) =>
          [name].concat(
            ["first", "poll-second", "poll-1", "poll-0"].map((step) =>
              Math.max(0, of(name, step) - of(name, "idle")).toFixed(1),
            ),
          ),
        ),
      ]);
    }
  } finally {
    await browser.close();
  }
}
