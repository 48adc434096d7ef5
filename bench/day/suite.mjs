/** What a page that stays open for a day keeps: 2,880 polls of a floor of 200 sessions, looked at after each hour named. */
import { bundle } from "../lib/bundle.mjs";
import { launch, openPage } from "../lib/measure.mjs";
import { printTable } from "../lib/table.mjs";

/** Polls of half a minute. */
const POLLS_PER_HOUR = 120;
const HOURS = [1, 6, 12, 18, 24];

async function kept({ page, session }) {
  for (let turn = 0; turn < 3; turn++) await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (wanted) => metrics.find(({ name }) => name === wanted).value;
  return {
    heap: of("JSHeapUsedSize"),
    nodes: of("Nodes"),
    inPage: await page.evaluate(() => globalThis.day.nodes()),
    listeners: of("JSEventListeners"),
  };
}

export async function run() {
  const browser = await launch();
  try {
    const opened = await openPage(browser, await bundle("day/page.entry.mjs"));
    opened.page.setDefaultTimeout(0);
    const lines = [];
    let past = 0;
    for (const hour of HOURS) {
      for (; past < hour; past++) await opened.page.evaluate((polls) => globalThis.day.polls(polls), POLLS_PER_HOUR);
      const { heap, nodes, inPage, listeners } = await kept(opened);
      lines.push([
        `${hour} h`,
        `${hour * POLLS_PER_HOUR}`,
        (heap / 1e6).toFixed(2),
        ...[nodes, inPage, listeners].map(String),
      ]);
      console.error(`  after ${hour} h`);
    }
    console.log(`\nTable and summary, 200 sessions, in Chromium ${browser.version()}; after a collection of garbage\n`);
    printTable([["", "polls", "heap MB", "nodes", "in the page", "listeners"], ...lines]);
    for (const error of opened.errors) console.log(`  ${error}`);
  } finally {
    await browser.close();
  }
}
