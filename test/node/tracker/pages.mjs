// A page with a tracker and a stand-in SDK, served from the sources, in a real browser. What the SDKs take is written
// down outside of the pages: it outlives them, and all tabs write to one list, which the browser's own storage is not
// for two processes at one moment.
import { expect } from "../../support/expect.mjs";
import { openSourcePages } from "../../support/source-pages.mjs";

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Desktop</title><link rel="icon" href="data:,">
<script type="module" src="/host.js"></script></head><body></body></html>`;

const HOST = `
import "/src/define/agent-transfer-tracker.ts";
const query = new URLSearchParams(location.search);
const listeners = new Set();
// A document that goes can only leave a note, which the next one passes on.
let isGoing = false;
addEventListener("pagehide", () => (isGoing = true));
const notes = () => JSON.parse(localStorage.getItem("notes") ?? "[]");
const take = (line) => {
  if (isGoing) localStorage.setItem("notes", JSON.stringify([...notes(), line]));
  else void globalThis.writeDown(line);
};
notes().forEach(take);
localStorage.removeItem("notes");
globalThis.sdk = {
  slow: false,
  // A slow one takes the event at once and says so later, as a server may.
  internalTransfer(data) {
    take(JSON.stringify(data));
    return this.slow ? new Promise(() => {}) : undefined;
  },
  on(name, callback) { if (name === "ON_SOCKET_CONNECTION") listeners.add(callback); },
  off(name, callback) { listeners.delete(callback); },
  up() { for (const listener of listeners) listener({}); },
};
const tracker = document.createElement("agent-transfer-tracker");
tracker.conversationId = query.get("id");
tracker.sdk = sdk;
document.body.append(tracker);
globalThis.tracker = tracker;
if (query.get("up") !== "later") sdk.up();
globalThis.ready = true;
`;

/** What the SDKs of a context took, as `NA entry 1`. */
const TAKEN = new WeakMap();

/** @returns what opens pages, each in a browser context (an own storage) per test. */
export async function startDesktop() {
  const files = new Map([
    ["/", ["text/html", PAGE]],
    ["/host.js", ["text/javascript", HOST]],
  ]);
  const serve = (request, response, next) => {
    const file = files.get(new URL(request.url, "http://localhost").pathname);
    if (!file) return next();
    response.setHeader("Content-Type", file[0]);
    return response.end(file[1]);
  };
  const pages = await openSourcePages(serve);
  return {
    async newContext() {
      const context = await pages.newContext();
      const taken = [];
      TAKEN.set(context, taken);
      await context.exposeFunction("writeDown", (line) => {
        const { transfertype, transition, participant } = JSON.parse(line);
        taken.push(`${transfertype} ${transition} ${participant.identity.replace("agentId", "")}`);
      });
      return context;
    },
    async open(context, query) {
      const page = await pages.open(context, `/?${query}`);
      await page.waitForFunction(() => globalThis.ready);
      return page;
    },
    async reload(page) {
      await page.reload();
      await page.waitForFunction(() => globalThis.ready);
    },
    stop: pages.stop,
  };
}

/** Waits until the SDKs of a context have taken that, and nothing else. */
export const tookAll = (context, lines) => expect.poll(() => TAKEN.get(context)).toEqual(lines);

/** One call, as a host makes it: `in 1`, `out 1`, `drop`, `end`. Waits for what came of it. */
export function call(page, step) {
  return page.evaluate((step) => {
    const [verb, number] = step.split(" ");
    const agent = { identity: `agentId${number}`, name: `AgentName${number}` };
    if (verb === "in") return globalThis.tracker.agentJoined(agent);
    if (verb === "out") return globalThis.tracker.agentLeft(agent.identity);
    if (verb === "drop") return globalThis.tracker.conversationDropped();
    return globalThis.tracker.conversationEnded();
  }, step);
}
