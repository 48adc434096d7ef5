// What a tracker costs that has many events waiting, over the browser's own sessionStorage.
// Run: npx wtr --files bench/tracker.bench.ts
// Wall clock in one browser; it prints figures and judges nothing.
import { waitUntil } from "@open-wc/testing";
import "../src/define/agent-transfer-tracker.js";
import type { AgentTransferTrackerElement } from "../src/elements/agent-transfer-tracker/agent-transfer-tracker.element.js";

const SIZES = [250, 500, 1_000, 10_000];

/** Calls that make so many events. */
const SHAPES = {
  /** A lead, and nine guests who come and go. */
  guests(tracker: AgentTransferTrackerElement, size: number): Promise<unknown>[] {
    const calls = [tracker.agentJoined("lead")];
    for (let index = 1; calls.length < size; index += 1) {
      calls.push(tracker.agentJoined(`agent-${index % 10}`));
      if (calls.length < size) calls.push(tracker.agentLeft(`agent-${index % 10}`));
    }
    return calls;
  },
  /** Everybody is another one, and stays. */
  crowd(tracker: AgentTransferTrackerElement, size: number): Promise<unknown>[] {
    return Array.from({ length: size }, (_, index) => tracker.agentJoined(`agent-${index}`));
  },
};

/** All nodes of an element, those in shadow roots included. */
function nodesIn(root: Node): number {
  let count = 0;
  for (const node of [root, ...root.childNodes]) {
    if (node !== root) count += nodesIn(node);
    else count += 1 + (root instanceof Element && root.shadowRoot ? nodesIn(root.shadowRoot) : 0);
  }
  return count;
}

/** The longest time that the thread gave nobody a turn. */
function longestBlock(): () => number {
  let last = performance.now();
  let longest = 0;
  const channel = new MessageChannel();
  channel.port1.addEventListener("message", () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    channel.port2.postMessage(null);
  });
  channel.port1.start();
  channel.port2.postMessage(null);
  return () => {
    channel.port1.close();
    return Math.max(longest, performance.now() - last);
  };
}

const shown = (milliseconds: number) => `${milliseconds.toFixed(0)} ms`;

const written = (characters: number) => `stored ${(characters / 1e6).toFixed(1)} M characters`;

describe("a tracker with many events", function () {
  this.timeout(600_000);

  const { setItem } = Storage.prototype;
  let characters = 0;
  before(() => {
    Storage.prototype.setItem = function (key, value) {
      characters += key.length + value.length;
      setItem.call(this, key, value);
    };
  });
  after(() => {
    Storage.prototype.setItem = setItem;
  });

  for (const [shape, callsOf] of Object.entries(SHAPES)) {
    for (const size of SIZES) {
      it(`costs, ${shape}, with ${size}`, async () => {
        const listeners: (() => void)[] = [];
        let taken = 0;
        let heard = 0;
        let draws = 0;
        characters = 0;
        const tracker = document.createElement("agent-transfer-tracker");
        tracker.conversationId = `bench-${shape}-${size}`;
        tracker.sdk = {
          internalTransfer: () => void (taken += 1),
          on: (_: string, callback: () => void) => void listeners.push(callback),
          off() {},
        };
        tracker.addEventListener("internal-transfer", () => void (heard += 1));
        const controller = { hostUpdated: () => void (draws += 1) };
        tracker.addController(controller);
        document.body.append(tracker);
        let block = longestBlock();
        let start = performance.now();
        const calls = callsOf(tracker, size);
        await Promise.all(calls);
        await tracker.updateComplete;
        const enqueued = performance.now() - start;
        const enqueueBlock = block();
        const waiting = nodesIn(tracker);
        const storedFirst = characters;
        characters = 0;
        draws = 0;
        block = longestBlock();
        start = performance.now();
        for (const listener of listeners) listener();
        await waitUntil(() => taken === calls.length, "all are sent", { interval: 5, timeout: 300_000 });
        const flushed = performance.now() - start;
        await tracker.updateComplete;
        const flushBlock = block();
        console.log(
          [
            `${shape}, ${calls.length} events: decided in ${shown(enqueued)} (longest block ${shown(enqueueBlock)}, ${written(storedFirst)})`,
            `sent in ${shown(flushed)} (longest block ${shown(flushBlock)}, ${written(characters)}, drawn ${draws} times)`,
            `SDK heard ${taken}, listeners ${heard}`,
            `nodes ${waiting} waiting, ${nodesIn(tracker)} sent`,
          ].join("; "),
        );
        tracker.removeController(controller);
        tracker.remove();
        sessionStorage.clear();
      });
    }
  }
});
