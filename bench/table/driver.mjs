/** What the page does for each step: `prepare` is outside the measurement, `act` is inside. */
import { clock } from "./clock.mjs";
import { Records } from "./records.mjs";

const POLL = 30_000;
const SECOND = 1_000;

let records;
let host;
let next;
let count;

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const task = () => new Promise((resolve) => setTimeout(resolve));

async function atRest() {
  await frame();
  await frame();
  await new Promise((resolve) => setTimeout(resolve, 100));
}

const { subject } = globalThis;

function whole(change) {
  clock.advance(POLL);
  change?.();
  return records.whole(clock.now());
}

function delta() {
  clock.advance(POLL);
  const changed = records.change(3, clock.now());
  const { removed, added } = records.turnOver(1, clock.now());
  return JSON.stringify({
    changed: [...changed, ...added],
    removed,
    cursor: String(clock.now()),
    serverTime: clock.now(),
  });
}

function fiveChanged() {
  clock.advance(POLL);
  const changed = records.change(5, clock.now());
  return JSON.stringify({ changed, removed: [], cursor: String(clock.now()), serverTime: clock.now() });
}

/** Each frame a step, with a task between them, as a wheel makes them. */
async function scrollAlong(onFrame) {
  const scroller = subject.scroller();
  const path = [];
  for (let step = 1; step <= 40; step++) path.push(step * 250);
  for (const part of [0.25, 0.5, 0.75, 1, 0.6, 0.2]) path.push(Math.floor(part * scroller.scrollHeight));
  for (const top of path) {
    await task();
    scroller.scrollTop = top;
    await frame();
    await task();
    onFrame?.();
  }
}

const STEPS = {
  idle: { act() {} },
  first: { prepare: () => (next = records.whole(clock.now())), act: () => subject.first(host, next) },
  // Apart from the others: whoever keeps something of a list to compare the next one with begins to do so now.
  "poll-second": {
    prepare: () => (next = whole(() => records.change(Math.ceil(count / 100), clock.now()))),
    act: () => subject.poll(next),
  },
  "poll-1": {
    prepare: () => (next = whole(() => records.change(Math.ceil(count / 100), clock.now()))),
    act: () => subject.poll(next),
  },
  "poll-1-objects": {
    prepare: () => (next = whole(() => records.change(Math.ceil(count / 100), clock.now()))),
    act: () => (subject.pollObjects ?? subject.poll)(next),
  },
  "poll-0": { prepare: () => (next = whole()), act: () => subject.poll(next) },
  "delta-5": { prepare: () => (next = fiveChanged()), act: () => subject.delta(next) },
  "delta-mixed": { prepare: () => (next = delta()), act: () => subject.delta(next) },
  "delta-sorted": {
    async prepare() {
      await subject.sort("status");
      next = delta();
    },
    act: () => subject.delta(next),
    after: () => subject.sort(undefined),
  },
  unchanged: { prepare: () => clock.advance(POLL), act: () => subject.unchanged() },
  tick: {
    act() {
      clock.advance(SECOND);
      return subject.tick();
    },
  },
  "sort-text": { act: () => subject.sort("contact"), after: () => subject.sort(undefined) },
  "sort-number": { act: () => subject.sort("duration"), after: () => subject.sort(undefined) },
  "filter-text": { act: () => subject.filter({ text: "claims" }), after: () => subject.filter({}) },
  "filter-status": { act: () => subject.filter({ status: ["queued"] }), after: () => subject.filter({}) },
  scroll: {
    act: () => scrollAlong(),
    after: () => {
      subject.scroller().scrollTop = 0;
    },
  },
};

/** The innermost element at a point, through shadow roots. */
function deepest(x, y) {
  let element = document.elementFromPoint(x, y);
  while (element?.shadowRoot) {
    const inner = element.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === element) break;
    element = inner;
  }
  return element;
}

function isCovered() {
  const box = subject.scroller().getBoundingClientRect();
  return [0.2, 0.5, 0.8].every((part) => {
    const cell = deepest(box.left + 300, box.top + box.height * part)?.closest(subject.row);
    return Boolean(cell?.textContent.trim());
  });
}

function countElements(root) {
  let elements = 0;
  for (const element of root.querySelectorAll("*")) {
    elements++;
    if (element.shadowRoot) elements += countElements(element.shadowRoot);
  }
  return elements;
}

globalThis.driver = {
  setUp(rows) {
    count = rows;
    records = new Records(rows, globalThis.spell);
    host = document.createElement("main");
    host.style.cssText = "position: fixed; inset: 0; overflow: hidden";
    document.body.replaceChildren(host);
  },
  async prepare(step) {
    await STEPS[step].prepare?.();
    await atRest();
    globalThis.gc?.();
  },
  async act(step) {
    await STEPS[step].act();
    await frame();
    await task();
    globalThis.paintedAt = performance.now();
    await atRest();
  },
  async clear(step) {
    await STEPS[step].after?.();
    await atRest();
    next = undefined;
  },
  elements: () => countElements(document),
  /** Frames of the path in which a place in sight showed no row. */
  async blankFrames() {
    let blank = 0;
    await scrollAlong(() => {
      if (!isCovered()) blank++;
    });
    subject.scroller().scrollTop = 0;
    await atRest();
    return blank;
  },
  /** Polls with rows that change, come and go. */
  async polls(times) {
    for (let turn = 0; turn < times; turn++) {
      const text = whole(() => {
        records.change(Math.ceil(count / 100), clock.now());
        records.turnOver(Math.ceil(count / 500), clock.now());
      });
      await subject.poll(text);
      if (turn % 10 === 0) await frame();
    }
    // What has left lingers a while.
    clock.advance(POLL);
    clock.advance(POLL);
    await atRest();
  },
  async mounts(times) {
    const text = records.whole(clock.now());
    for (let turn = 0; turn < times; turn++) {
      await subject.first(host, text);
      await frame();
      await subject.unmount();
      await task();
    }
    host.replaceChildren();
    await atRest();
  },
};
