// What a run of tests came to, and how it is told: what is owed and what was left out is said beside what passed.
import { relative, sep } from "node:path";
import { ROOT } from "./process.mjs";

/**
 * @typedef {{ title: string, file?: string, engine?: string }} TestName
 * @typedef {object} Totals
 * @property {number} passed
 * @property {number} failed
 * @property {(TestName & { message: string })[]} failures
 * @property {(TestName & { reason: string, owed: string })[]} todo `owed`: how far it is from passing.
 * @property {(TestName & { reason: string })[]} skipped
 */

/** @returns {Totals} */
export const noTotals = () => ({ passed: 0, failed: 0, failures: [], todo: [], skipped: [] });

/** @param {readonly Totals[]} all @returns {Totals} */
export const sum = (all) => ({
  passed: all.reduce((count, { passed }) => count + passed, 0),
  failed: all.reduce((count, { failed }) => count + failed, 0),
  failures: all.flatMap(({ failures }) => failures),
  todo: all.flatMap(({ todo }) => todo),
  skipped: all.flatMap(({ skipped }) => skipped),
});

/** A file of the package as its documents name it, on every system. */
export const inPackage = (file) => relative(ROOT, file).replaceAll(sep, "/");

/** One line for a test, as a person would look for it. */
export const nameOf = ({ title, file, engine }) => [engine, file, title].filter(Boolean).join(" · ");

const oneLine = (text) => text.trim().replace(/\s*\n\s*/g, " ");

/** What a failure says, shortened: the whole stands above, with the check that it belongs to. */
const LONGEST = 300;
const shortened = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text);

/**
 * The end of a report: what is owed, what was skipped and what failed, each with its why. What failed comes last, since
 * a log of many pages is often cut in its middle. The last line is the total alone, for who reads nothing else.
 *
 * @param {Totals} totals
 */
export function summaryLines({ passed, failed, failures, todo, skipped }) {
  return [
    `todo: ${todo.length}`,
    ...todo.map((test) => `  ${nameOf(test)}: ${oneLine(test.owed)} (${test.reason})`),
    `skipped: ${skipped.length}`,
    ...skipped.map((test) => `  ${nameOf(test)}: ${test.reason}`),
    ...failures.map((test) => `× ${nameOf(test)}: ${shortened(oneLine(test.message))}`),
    `${passed} passed, ${failed} failed`,
  ];
}
