/** Whether time grows with the text and no faster: masks, folds and readings of a text, of twice and of four times the text. */
import { bundle } from "../lib/bundle.mjs";
import { launch, openPage } from "../lib/measure.mjs";
import { printTable } from "../lib/table.mjs";

/** Characters. */
const LENGTH = 200_000;

/** Below so many ms a ratio is the clock's, which tells tenths. */
const TELLING = 0.5;

export async function run() {
  const browser = await launch();
  try {
    const { page } = await openPage(browser, await bundle("growth/page.entry.mjs"));
    page.setDefaultTimeout(0);
    console.log(
      `\nms of the best of several for ${LENGTH} characters, twice and four times as many, in Chromium ${browser.version()}`,
    );
    for (const name of await page.evaluate(() => globalThis.growth.names)) {
      const lines = await page.evaluate(([work, length]) => globalThis.growth.of(work, length), [name, LENGTH]);
      console.log("");
      printTable([
        [name, "n", "2 n", "4 n", "per doubling"],
        ...lines.map(({ part, times }) => [
          JSON.stringify(part),
          times[0].toFixed(1),
          times[1].toFixed(1),
          times[2].toFixed(1),
          times[0] < TELLING ? "" : Math.sqrt(times[2] / times[0]).toFixed(1),
        ]),
      ]);
    }
  } finally {
    await browser.close();
  }
}
