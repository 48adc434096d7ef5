/** Whether time grows with the text and no faster: masks, folds and readings of a text, and of twice the text. */
import { bundle } from "../lib/bundle.mjs";
import { launch, openPage } from "../lib/measure.mjs";
import { printTable } from "../lib/table.mjs";

/** Characters. */
const LENGTH = 200_000;

/** Below so many ms a ratio is the clock's, which tells tenths. */
const TELLING = 1;

export async function run() {
  const browser = await launch();
  try {
    const { page } = await openPage(browser, await bundle("growth/page.entry.mjs"));
    page.setDefaultTimeout(0);
    console.log(
      `\nms of the best of several for ${LENGTH} and ${2 * LENGTH} characters, in Chromium ${browser.version()}`,
    );
    for (const name of await page.evaluate(() => globalThis.growth.names)) {
      const lines = await page.evaluate(([work, length]) => globalThis.growth.of(work, length), [name, LENGTH]);
      console.log("");
      printTable([
        [name, "n", "2 n", "ratio"],
        ...lines.map(([part, once, twice]) => [
          JSON.stringify(part),
          once.toFixed(1),
          twice.toFixed(1),
          twice < TELLING ? "" : (twice / once).toFixed(1),
        ]),
      ]);
    }
  } finally {
    await browser.close();
  }
}
