/** A run as Markdown. Numbers come from the run, and from nowhere else. */

const NAMES = {
  floor: "floor",
  "handoff-elements": "handoff-elements",
  "ag-grid": "AG Grid Community",
  "vaadin-grid": "Vaadin Grid",
  tabulator: "Tabulator",
};

const LABELS = {
  first: "first rows on screen",
  "poll-second": "the poll after that, 1 % changed",
  "poll-1": "each later poll, 1 % changed",
  "poll-1-objects": "the same, parsed by the host’s own source",
  "poll-0": "poll, 0 % changed",
  "delta-5": "delta, 5 rows changed",
  "delta-mixed": "delta, 3 changed, 1 came, 1 left",
  "delta-sorted": "the same, sorted by status",
  unchanged: "304 poll",
  tick: "duration tick",
  "sort-text": "sort by contact",
  "sort-number": "sort by duration",
  "filter-text": "filter by text",
  "filter-status": "filter by status",
  scroll: "scroll, 46 steps",
};

/** Below that, in ms, a ratio to the floor says nothing. */
const TOO_SMALL = 1;

const number = (value) => value.toLocaleString("en-US");
const ms = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const row = (cells) => `| ${cells.join(" | ")} |`;

function markdown(head, lines) {
  return [row(head), row(head.map((_, place) => (place === 0 ? "---" : "---:"))), ...lines.map(row)].join("\n");
}

function cellOf(step, floor) {
  if (!step) return "–";
  const ratio = floor && floor.time >= TOO_SMALL ? ` (${(step.time / floor.time).toFixed(2)}×)` : "";
  return `${ms(step.time)}${step === floor ? "" : ratio}`;
}

/** Reads the longest task of a step; those under 50 ms are none to the browser. */
const longest =
  (step, which = "longest") =>
  ({ steps }) => {
    const value = steps[step]?.[which];
    return value === undefined ? undefined : value === 0 ? "< 50" : value.toFixed(0);
  };
const mb = (bytes) => (bytes / 1e6).toFixed(2);
const kB = (bytes) => (bytes / 1000).toFixed(1);

function timeTable({ results }, facts = true) {
  const subjects = Object.keys(results);
  const { floor } = results;
  const lines = Object.entries(LABELS).map(([step, label]) =>
    [label].concat(subjects.map((subject) => cellOf(results[subject].steps[step], floor?.steps[step]))),
  );
  const fact = (label, read) =>
    facts && lines.push([label, ...subjects.map((subject) => (read(results[subject]) ?? "–").toString())]);
  fact("longest task, first rows", longest("first"));
  fact("longest task after the first rows", longest("first", "longestAfter"));
  fact("longest task, poll 1 %", longest("poll-1"));
  fact("longest task, scroll", longest("scroll"));
  fact("blank frames of 46", ({ blank }) => blank);
  fact("elements in the document", ({ elements }) => elements);
  fact("elements after scrolling", ({ elementsAfter }) => elementsAfter);
  return markdown(["ms", ...subjects.map((subject) => NAMES[subject])], lines);
}

function notesOf({ results }) {
  return Object.entries(results).flatMap(([subject, { failure, errors }]) =>
    [failure, ...errors].filter(Boolean).map((note) => `- ${NAMES[subject]}: ${note}`),
  );
}

/** Where the time of each step goes, for this table. */
function profileTable({ results }) {
  const own = results["handoff-elements"];
  if (!own) return "";
  const lines = Object.entries(LABELS)
    .filter(([step]) => own.steps[step])
    .map(([step, label]) => {
      const { time, layout } = own.steps[step];
      return [label, ms(time), ms(layout)];
    });
  return markdown(["ms", "all", "style and layout"], lines);
}

function memoryTable(memories) {
  const lines = Object.entries(memories).map(([subject, { polls, mounts, failure }]) =>
    failure
      ? [NAMES[subject], failure, "–", "–", "–", "–"]
      : [
          NAMES[subject],
          `${mb(polls.before.heap)} → ${mb(polls.after.heap)}`,
          `${number(polls.before.nodes)} → ${number(polls.after.nodes)}`,
          `${mb(mounts.before.heap)} → ${mb(mounts.after.heap)}`,
          `${number(mounts.before.nodes)} → ${number(mounts.after.nodes)}`,
          `${number(mounts.before.listeners)} → ${number(mounts.after.listeners)}`,
        ],
  );
  return markdown(
    ["", "heap MB, polls", "DOM nodes, polls", "heap MB, mounts", "DOM nodes, mounts", "listeners, mounts"],
    lines,
  );
}

function sizeTable(sizes) {
  const lines = Object.entries(sizes)
    .filter(([subject]) => subject !== "floor")
    .map(([subject, { first, later }]) => [NAMES[subject], kB(first), kB(later)]);
  return markdown(["kB gzip", "at once", "when first used"], lines);
}

/** The part of a run that the README shows. */
export function summary({ runs, sizes, browser }) {
  const one = runs.find(({ rows }) => rows === 10_000) ?? runs[0];
  return `${[
    `${number(one.rows)} rows (${(one.bytes / 1e6).toFixed(1)} MB of JSON), ${one.rounds} interleaved rounds in Chromium ${browser}: CPU of the main thread in ms, medians; in brackets the ratio to the floor.`,
    timeTable(one, false),
    sizeTable(sizes),
  ].join("\n\n")}\n`;
}

export function report({ runs, sizes, memories, kept, browser }) {
  const parts = [
    `Chromium ${browser}; CPU of the main thread in ms above an idle page, medians of interleaved rounds; in brackets the ratio to the floor, where that is ${TOO_SMALL} ms or more.`,
  ];
  for (const one of runs) {
    parts.push(`### ${number(one.rows)} rows (${one.rounds} rounds)`, timeTable(one));
    const notes = notesOf(one);
    if (notes.length > 0) parts.push(notes.join("\n"));
    const profile = profileTable(one);
    if (profile) parts.push(`What of handoff-elements' time is the browser's own style and layout:`, profile);
  }
  if (memories) {
    parts.push(
      `### Memory (${number(kept.rows)} rows, ${number(kept.polls)} polls, ${number(kept.mounts)} mounts and unmounts; warm → after)`,
      memoryTable(memories),
    );
  }
  parts.push("### Size", sizeTable(sizes));
  return `${parts.join("\n\n")}\n`;
}
