// The oldest browsers that docs/page.md names: what ships needs nothing that they do not have.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import compat from "@mdn/browser-compat-data" with { type: "json" };
import { ROOT } from "../../scripts/lib/process.mjs";

const said = /Chrome and Edge (?<chrome>\d+), Firefox (?<firefox>\d+) and Safari (?<safari>\d+\.\d+)/.exec(
  readFileSync(join(ROOT, "docs/page.md"), "utf8"),
)?.groups;
const OLDEST = Object.entries({ ...said }).map(([browser, version]) => [browser, Number(version)]);

const files = readdirSync(join(ROOT, "dist"), { recursive: true }).filter(
  (file) => file.endsWith(".js") && !/^(cdn|testing)/.test(file),
);
const textOf = (names) => names.map((name) => readFileSync(join(ROOT, "dist", name), "utf8")).join("\n");
const code = textOf(files);
const sheets = textOf(files.filter((name) => name.endsWith(".styles.js")));

/** What the elements cannot do without, newest first: how it stands in what ships, and where the data has it. */
const NEEDED = [
  ["light-dark(", "css.types.color.light-dark"],
  ["showPopover", "api.HTMLElement.showPopover"],
  ["Intl.Segmenter", "javascript.builtins.Intl.Segmenter"],
  [":has(", "css.selectors.has"],
  ["checkVisibility", "api.Element.checkVisibility"],
  ["@container", "css.at-rules.container"],
  ["adoptedStyleSheets", "api.Document.adoptedStyleSheets"],
  ["attachInternals", "api.HTMLElement.attachInternals"],
  ["showModal", "api.HTMLDialogElement.showModal"],
  ["overflow:clip", "css.properties.overflow.clip"],
  ["toReversed", "javascript.builtins.Array.toReversed"],
  ["findLast", "javascript.builtins.Array.findLast"],
];

/** Properties that older browsers do without: all is there and works, and looks a little plainer. */
const MAY_BE_MISSING = {
  "accent-color": "check boxes have the browser's own colour",
  "forced-color-adjust": "for engines with colours of the system's",
  "scrollbar-gutter": "a scroll bar that comes makes the columns a little narrower",
  "overscroll-behavior": "at its end a list scrolls the page on",
  "-webkit-tap-highlight-color": "for phones whose browsers mark what is touched",
  "overflow-anchor": "an engine that keeps places by itself is told not to",
  "scrollbar-width": "where the bars scroll sideways a scroll bar is seen",
  "text-size-adjust": "for phones whose browsers enlarge texts by themselves",
};

/** From which version on a browser has it without a flag or a prefix; `Infinity` for never. */
function since({ support }, browser) {
  const versions = [support[browser]]
    .flat()
    .filter((entry) => entry && !entry.flags && !entry.prefix && !entry.alternative_name && !entry.version_removed)
    .map(({ version_added }) =>
      version_added === true ? 0 : Number.parseFloat(String(version_added).replace("≤", "")),
    )
    .filter((version) => !Number.isNaN(version));
  return Math.min(Infinity, ...versions);
}

const at = (path) => path.split(".").reduce((node, name) => node?.[name], compat)?.__compat;

test("the docs name the oldest browsers, and no older ones than what ships needs", () => {
  assert.deepEqual(
    OLDEST.map(([browser]) => browser),
    ["chrome", "firefox", "safari"],
  );
  for (const [text, path] of NEEDED) {
    assert.ok(code.replaceAll(/:\s+/g, ":").includes(text), `${text} is in nothing that ships`);
    assert.ok(at(path), `${path} is not in the data`);
    for (const [browser, version] of OLDEST) {
      assert.ok(since(at(path), browser) <= version, `${text}: ${browser} ${since(at(path), browser)}, not ${version}`);
    }
  }
});

test("nor newer ones", () => {
  for (const [browser, version] of OLDEST) {
    assert.equal(Math.max(...NEEDED.map(([, path]) => since(at(path), browser))), version, browser);
  }
});

test("no property of a style sheet is newer, but for those that may be missing", () => {
  const properties = compat.css.properties;
  const used = new Set([...sheets.matchAll(/(?<=[;{`\s])(-?[a-z]+(?:-[a-z]+)*)\s*:/g)].map(([, name]) => name));
  const known = [...used].filter((name) => Object.hasOwn(properties, name));
  assert.ok(known.length > 80, `${known.length} properties found`);
  const newer = known.filter((name) =>
    OLDEST.some(([browser, version]) => since(properties[name].__compat, browser) > version),
  );
  assert.deepEqual(
    newer.filter((name) => !Object.hasOwn(MAY_BE_MISSING, name)),
    [],
  );
  assert.deepEqual(
    Object.keys(MAY_BE_MISSING).filter((name) => !newer.includes(name)),
    [],
    "no longer newer, or no longer used",
  );
});

test("no built-in of JavaScript is newer: the compiler knows of none", () => {
  const { lib } = JSON.parse(readFileSync(join(ROOT, "tsconfig.json"), "utf8")).compilerOptions;
  assert.deepEqual(
    lib.filter((name) => /^ES/i.test(name)),
    ["ES2023"],
  );
});
