// What a tracker costs that has many events waiting. Run: npx wtr --files bench/tracker.bench.ts
// Wall clock in one browser; it prints figures and judges nothing.
import { waitUntil } from "@open-wc/testing";
import "../src/define/agent-transfer-tracker.js";

const SIZES = [600, 3_000, 10_000];

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

describe("a tracker with many events", function () {
  this.timeout(600_000);

  for (const size of SIZES) {
    it(`costs, with ${size}`, async () => {
      const listeners: (() => void)[] = [];
      let taken = 0;
      let heard = 0;
      const tracker = document.createElement("agent-transfer-tracker");
      tracker.conversationId = `bench-${size}`;
      tracker.sdk = {
        internalTransfer: () => void (taken += 1),
        on: (_: string, callback: () => void) => void listeners.push(callback),
        off() {},
      };
      tracker.addEventListener("internal-transfer", () => void (heard += 1));
      document.body.append(tracker);
      let block = longestBlock();
      let start = performance.now();
      const calls: Promise<unknown>[] = [tracker.agentJoined("lead")];
      for (let index = 1; index < size; index += 2) {
        calls.push(tracker.agentJoined(`agent-${index % 10}`), tracker.agentLeft(`agent-${index % 10}`));
      }
      await Promise.all(calls);
      await tracker.updateComplete;
      const enqueued = performance.now() - start;
      const enqueueBlock = block();
      const waiting = nodesIn(tracker);
      block = longestBlock();
      start = performance.now();
      for (const listener of listeners) listener();
      await waitUntil(() => taken === calls.length, "all are sent", { interval: 5, timeout: 300_000 });
      const flushed = performance.now() - start;
      await tracker.updateComplete;
      const flushBlock = block();
      console.log(
        [
          `${calls.length} events: decided in ${shown(enqueued)} (longest block ${shown(enqueueBlock)})`,
          `sent in ${shown(flushed)} (longest block ${shown(flushBlock)})`,
          `SDK heard ${taken}, listeners ${heard}`,
          `nodes ${waiting} waiting, ${nodesIn(tracker)} sent`,
        ].join("; "),
      );
      tracker.remove();
      sessionStorage.clear();
    });
  }
});
