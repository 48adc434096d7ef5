/** A floor that somebody leaves open: the table and the summary of one source, on a clock that is turned by hand. */
import { sessionStoreFor } from "../../src/instances/session-store-for.ts";
import "../../src/define/transfer-sessions-summary.ts";
import "../../src/define/transfer-sessions-table.ts";
import { ListText } from "../../src/sources/http/list-text.ts";
import { clock, handTimers } from "../table/clock.mjs";
import { Records } from "../table/records.mjs";

const SESSIONS = 200;
const POLL = 30_000;

/** Of 200 sessions in each half minute: so many move on, and one leaves and one comes. */
const CHANGED = 6;

const records = new Records(SESSIONS);
const texts = new ListText();
// As the HTTP adapter hands its rows over.
const source = { list: async () => Object.assign(texts.read(records.whole(clock.now())), { fresh: true }) };
sessionStoreFor(source, { environment: { clock, timers: handTimers } });

const summary = document.createElement("transfer-sessions-summary");
const table = document.createElement("transfer-sessions-table");
table.style.blockSize = "600px";
table.pollInterval = 2 ** 40;
for (const element of [summary, table]) element.dataSource = source;
// A supervisor looks at who waits: sorted by status, rows come, go and change places.
table.view = { sort: [{ by: "status", direction: "ascending" }] };
document.body.append(summary, table);

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Nodes of the page of every kind, comments too, through shadow roots. */
function nodesIn(root) {
  let nodes = 0;
  const walker = document.createTreeWalker(root);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes++;
    if (node.shadowRoot) nodes += nodesIn(node.shadowRoot);
  }
  return nodes;
}

globalThis.day = {
  async polls(count) {
    for (let poll = 0; poll < count; poll++) {
      clock.advance(POLL);
      records.change(CHANGED, clock.now());
      records.turnOver(1, clock.now());
      await table.refresh();
      await table.updateComplete;
      if (poll % 5 === 0) await frame();
    }
    // What has left lingers a while.
    clock.advance(POLL);
    clock.advance(POLL);
    await frame();
    await frame();
  },
  nodes: () => nodesIn(document.body),
};
