// What README and docs/ say about the package, as far as it can be looked up.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../scripts/lib/process.mjs";

const read = (path) => readFileSync(join(ROOT, path), "utf8");
const under = (folder, pattern) =>
  readdirSync(join(ROOT, folder), { recursive: true })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => pattern.test(path));

const DOCS = ["README.md", ...under("docs", /\.md$/)];
const withoutCode = (text) => text.replace(/^ *(```+)[^]*?^ *\1/gm, "");

/** As GitHub and npm make it of a heading. */
const anchorOf = (heading) =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");

const anchorsOf = (path) =>
  new Set([...withoutCode(read(path)).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading)));

for (const path of DOCS) {
  test(`every link of ${path} leads somewhere`, () => {
    const links = [...withoutCode(read(path)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target);
    for (const link of links) {
      if (/^https?:/.test(link)) continue;
      const [file, anchor] = link.split("#");
      const target = file === "" ? path : relative(ROOT, join(ROOT, dirname(path), file));
      assert.ok(existsSync(join(ROOT, target)), link);
      if (anchor) assert.ok(anchorsOf(target).has(anchor), link);
    }
  });

  test(`every sample of JSON in ${path} is JSON`, () => {
    for (const [, json] of read(path).matchAll(/^ *```json\n([^]*?)^ *```/gm)) JSON.parse(json);
  });
}

const names = (text) => [...new Set(text.match(/--handoff-\w[\w-]*/g))].toSorted();

test("docs/theming.md names every custom property, and no other", () => {
  const sources = under("src", /\.ts$/).map(read).join("\n");
  assert.deepEqual(names(read("docs/theming.md")), names(sources));
});

/** Of WCAG: of a colour in sRGB, from 0 to 1. */
const luminance = (colour) => {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

test("colours that stand on each other have a contrast of 4.5 : 1 in both schemes", () => {
  const css = read("src/lit/styles/tokens.styles.ts");
  const colours = new Map(
    [...css.matchAll(/--_([\w-]+): var\(--handoff-[\w-]+, light-dark\((#\w{6}), (#\w{6})\)\)/g)]
      .toReversed()
      .map(([, name, light, dark]) => [name, [light, dark]]),
  );
  const statuses = ["pending", "queued", "active", "post-agent", "ended", "critical"];
  const pairs = [
    ...statuses.map((status) => [status, `${status}-bg`]),
    ...["text", "muted", "accent", "danger", "warning"].flatMap((text) =>
      ["surface", "subtle", "hover"].map((ground) => [text, ground]),
    ),
    ["text", "changed"],
    ["on-accent", "accent"],
    ["on-danger", "danger-fill"],
  ];
  assert.ok(colours.size > 20, "the tokens are not read");
  for (const [text, ground] of pairs) {
    for (const scheme of [0, 1]) {
      const [high, low] = [text, ground].map((name) => luminance(colours.get(name)[scheme])).toSorted((a, b) => b - a);
      const contrast = (high + 0.05) / (low + 0.05);
      assert.ok(contrast >= 4.5, `${text} on ${ground}, ${["light", "dark"][scheme]}: ${contrast.toFixed(2)}`);
    }
  }
});
