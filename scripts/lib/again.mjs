// What `npm run test:again` is asked for, and what it says of the runs.
import { nameOf } from "./totals.mjs";

export const USAGE = `Usage: npm run test:again -- <times> [test …]
  Repeats all checks, or the named tests, with one core kept busy, and says which tests fell how often.
  A test of the browser is named by its file or folder (test/elements/…), one of Node by a part of its name.`;

/**
 * @param {readonly string[]} args
 * @returns {{ times: number, browser: string[], node: string[] } | undefined} the files of Web Test Runner, and the parts
 *   of names of tests in Node; both are empty where all checks are meant. `undefined` where no number is given.
 */
export function parseAgain([times = "", ...names]) {
  if (!/^[1-9]\d*$/.test(times)) return undefined;
  const browser = [];
  const node = [];
  for (const name of names) {
    const path = name.replaceAll("\\", "/").replace(/^\.\//, "").replace(/\/$/, "");
    const inNode = /^test\/node(?:\/(.*))?$/.exec(path);
    if (inNode) node.push(inNode[1] ?? "");
    else if (/\.ts$|\*/.test(path)) browser.push(path);
    else if (path.includes("/")) browser.push(`${path}/**/*.test.ts`);
    else node.push(path);
  }
  return { times: Number(times), browser, node };
}

/**
 * @param {readonly import("./totals.mjs").Totals[]} runs
 * @returns {string[]} each test that fell, the most frequent first, and in the last line how many runs it was in.
 */
export function fallenLines(runs) {
  const counts = new Map();
  for (const { failures } of runs) {
    // Two tests of one file may have one name: a run counts once.
    for (const name of new Set(failures.map(nameOf))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const fallen = runs.filter(({ failed }) => failed > 0).length;
  return [
    ...Array.from(counts)
      .toSorted(([, a], [, b]) => b - a)
      .map(([name, count]) => `${count}× ${name}`),
    `${runs.length} ${runs.length === 1 ? "run" : "runs"} with one core busy: ${fallen === 0 ? "none" : fallen} fell`,
  ];
}
