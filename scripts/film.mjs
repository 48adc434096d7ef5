// `npm run film -- <story id, demo page or address> [seconds]`: films what moves, as one picture with a frame for each
// moment at which something changed, and tells of every layout shift that the browser saw. See docs/architecture.md.
import { mkdirSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { ensureBrowser } from "./browser.mjs";
import { record } from "./lib/film/record.mjs";
import { developStrip } from "./lib/film/strip.mjs";
import { serve } from "./lib/film/serve.mjs";
import { ROOT } from "./lib/process.mjs";

const USAGE = `npm run film -- <what> [seconds] [options]

what        a story's id (transfer-sessions-table--live-floor), a page of the demo (index.html, desktop.html?pace=900)
            or an address (http://localhost:6006/iframe.html?id=…)
seconds     from the moment that the page is asked for; 10
--width     of the window in px; 1440
--height    of the window in px; 900
--every     milliseconds from frame to frame; 100
--dark      in dark colours
--rtl       from right to left (a story or the demo)
--out       the file; .cache/film.png`;

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      width: { type: "string", default: "1440" },
      height: { type: "string", default: "900" },
      every: { type: "string", default: "100" },
      dark: { type: "boolean", default: false },
      rtl: { type: "boolean", default: false },
      out: { type: "string", default: ".cache/film.png" },
    },
  });
  const [what, seconds = "10"] = positionals;
  const numbers = Object.entries({ seconds, width: values.width, height: values.height, every: values.every }).map(
    ([name, text]) => [name, Number(text)],
  );
  if (!what) throw new Error("It needs something to film.");
  for (const [name, number] of numbers) if (!(number > 0)) throw new Error(`${name} must be a number above 0.`);
  return { ...values, what, ...Object.fromEntries(numbers) };
}

const box = ({ x, y, width, height }) => `${Math.round(x)},${Math.round(y)} ${Math.round(width)}×${Math.round(height)}`;

function tell({ frames, shifts }, { seconds, every }) {
  const lines = [`${frames.length} different frames of ${Math.floor((seconds * 1_000) / every) + 1}.`];
  if (shifts.length === 0) lines.push("No layout shift.");
  for (const { at, value, byPerson, sources } of shifts) {
    lines.push(
      `${(at / 1_000).toFixed(1)} s: layout shift of ${value.toFixed(4)}${byPerson ? ", after an input" : ""}`,
    );
    for (const { name, before, after } of sources) lines.push(`    ${name}: ${box(before)} → ${box(after)}`);
  }
  console.log(lines.join("\n"));
}

async function film(options) {
  const executablePath = await ensureBrowser();
  const { address, stop } = await serve(options);
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const roll = await record(browser, address, options);
    const out = resolve(ROOT, options.out);
    mkdirSync(dirname(out), { recursive: true });
    await developStrip(browser, roll, out);
    tell(roll, options);
    console.log(`The strip is ${relative(process.cwd(), out)}.`);
  } finally {
    await browser.close();
    await stop();
  }
}

let options;
try {
  options = readArguments();
} catch (error) {
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
if (options) await film(options);
