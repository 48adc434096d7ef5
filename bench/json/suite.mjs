/** The JSON pane against its peers: 1 MB shown, expanded and searched; 10 MB opened without a freeze. */
import { bundle } from "../lib/bundle.mjs";
import { launch, measure, median, openPage } from "../lib/measure.mjs";
import { printTable } from "../lib/table.mjs";
import { documentOf } from "./document.mjs";

const SUBJECTS = ["handoff-elements", "alenaksu", "vanilla-jsoneditor"];
const QUERY = "a3";
const STEPS = [
  ["show", () => globalThis.subject.show(globalThis.text)],
  ["expand all", () => globalThis.subject.expandAll()],
  ["search", (query) => globalThis.subject.search(query)],
];
/** What a step may take before it counts as never. */
const PATIENCE = 60_000;

async function round(browser, script, text) {
  const opened = await openPage(browser, script);
  // The text is in the page before the clock runs: how it comes there is not the subject's doing.
  await opened.page.evaluate((given) => {
    globalThis.text = given;
  }, text);
  const result = {};
  try {
    for (const [name, act] of STEPS) {
      result[name] = await Promise.race([
        measure(opened, act, QUERY),
        new Promise((_, reject) => setTimeout(() => reject(new Error("gave up")), PATIENCE).unref()),
      ]);
    }
    result.nodes = await opened.page.evaluate(() => globalThis.subject.nodes());
    result.outcome = await opened.page.evaluate(() => globalThis.subject.outcome());
  } catch (error) {
    result.error = error.message.split("\n")[0];
  }
  await opened.page.close({ runBeforeUnload: false }).catch(() => {});
  return result;
}

const ms = (values) => (values.length ? median(values).toFixed(0) : "–");

async function compare(browser, scripts, { bytes, rounds, subjects }) {
  const text = documentOf(bytes);
  const results = Object.fromEntries(subjects.map((subject) => [subject, []]));
  for (let turn = 0; turn < rounds; turn++) {
    for (const subject of subjects) {
      const result = await round(browser, scripts[subject], text);
      results[subject].push(result);
      if (result.error) console.log(`  ${subject}: ${result.error}`);
    }
  }
  console.log(
    `\n${(text.length / 1e6).toFixed(1)} MB of nested JSON, medians of ${rounds} interleaved rounds, ms of main-thread time (longest task)\n`,
  );
  printTable([
    ["", ...STEPS.map(([name]) => name), "elements"],
    ...subjects.map((subject) => [
      subject,
      ...STEPS.map(([name]) => {
        const steps = results[subject].map((result) => result[name]).filter(Boolean);
        return `${ms(steps.map((step) => step.time))} (${ms(steps.map((step) => step.longest))})`;
      }),
      ms(results[subject].map((result) => result.nodes).filter((value) => value !== undefined)),
    ]),
  ]);
  return results;
}

export async function run({ rounds = 5, own = false } = {}) {
  const subjects = own ? SUBJECTS.slice(0, 1) : SUBJECTS;
  const scripts = {};
  for (const subject of subjects) scripts[subject] = await bundle(`json/${subject}.entry.mjs`);
  const browser = await launch();
  try {
    await compare(browser, scripts, { bytes: 1_000_000, rounds, subjects });
    await compare(browser, scripts, { bytes: 10_000_000, rounds: Math.min(3, rounds), subjects: subjects.slice(0, 1) });
  } finally {
    await browser.close();
  }
}
