// A reporter for `node --test`: the totals of the run as JSON (see totals.mjs), and nothing else.
import { inPackage, noTotals } from "./totals.mjs";

const messageOf = (error) => String(error?.cause?.message ?? error?.cause ?? error?.message ?? "");

/** Whether this is no more than the echo of a test inside that failed. */
const isEcho = ({ failureType } = {}) => failureType === "subtestsFailed";

const isSet = (mark) => mark !== undefined && mark !== false;
const reasonOf = (mark) => (typeof mark === "string" && mark !== "" ? mark : "no reason given");

function count(totals, { name, file, failed, path, skip, todo, details }) {
  // Node tells of the file itself as of a test where it could not be loaded, or where there is no test in it.
  const isFile = name === file;
  const test = { title: isFile ? "the file itself" : [...path, name].join(" › "), file: file && inPackage(file) };
  const fail = (message) => {
    totals.failed += 1;
    if (message !== undefined) totals.failures.push({ ...test, message });
  };
  if (isSet(skip)) totals.skipped.push({ ...test, reason: reasonOf(skip) });
  else if (isSet(todo) && failed) {
    totals.todo.push({ ...test, reason: reasonOf(todo), owed: messageOf(details.error) });
  } else if (isSet(todo)) fail("passes, so it is no todo any more: take the mark off");
  else if (isFile && !failed) fail("there is no test in it");
  else if (details?.type === "suite") {
    // Its tests count, and not the suite, but where it failed by itself, as in a hook.
    if (failed && !isEcho(details.error)) fail(messageOf(details.error));
  } else if (failed) fail(isEcho(details.error) ? undefined : messageOf(details.error));
  else totals.passed += 1;
}

/** @param {AsyncIterable<{ type: string, data: any }>} events */
export default async function* countReporter(events) {
  const totals = noTotals();
  /** The names from the outermost suite inwards. A test is told to start in order, and ends after what is in it. */
  let path = [];
  for await (const { type, data } of events) {
    if (type === "test:start") path = [...path.slice(0, data.nesting), data.name];
    if (type !== "test:pass" && type !== "test:fail") continue;
    count(totals, { ...data, failed: type === "test:fail", path: path.slice(0, data.nesting) });
  }
  yield JSON.stringify(totals);
}
